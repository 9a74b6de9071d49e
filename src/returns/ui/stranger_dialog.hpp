// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a file without a signature as a return: whose it is, and which of its rows and columns is what.
#pragma once

#include "office/ui/session.hpp"
#include "returns/receive.hpp"
#include "returns/stranger_sheet.hpp"

#include <optional>
#include <string>

class wxWindow;

namespace returns {

struct OpenedStranger {
    std::string bytes;
    StrangerWorkbook workbook;
};
// Reads the whole file: work for the background. Errors: stranger.no-file; those of open_stranger.
core::Expected<OpenedStranger> open_received(const storage::Database& database, const ReceivedReturn& one);

// Keeps the map and reads the file by it; nothing when the person left it. Errors are told in the dialog.
std::optional<Receipt> read_as_return(wxWindow* parent, office::Session& session, const ReceivedReturn& one,
                                      const OpenedStranger& opened);

} // namespace returns
