// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a file without a signature as a return: whose it is, and which of its rows and columns is what.
#pragma once

#include "office/ui/session.hpp"
#include "returns/receive.hpp"

#include <optional>

class wxWindow;

namespace returns {

// Keeps the map and reads the file by it; nothing when the person left it. Errors are told in the dialog;
// what keeps it from opening is handed back: stranger.no-file, those of open_stranger.
core::Expected<std::optional<Receipt>> read_as_return(wxWindow* parent, office::Session& session,
                                                      const ReceivedReturn& one);

} // namespace returns
