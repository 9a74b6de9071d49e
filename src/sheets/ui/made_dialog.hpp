// SPDX-License-Identifier: GPL-3.0-or-later
// What became of every class whose sheet was to be made: its file, or why it has none.
#pragma once

#include "office/ui/session.hpp"
#include "sheets/files.hpp"

class wxWindow;

namespace sheets {

void show_made(wxWindow* parent, const office::Session& session, const std::filesystem::path& folder,
               const MadeSheets& all);

} // namespace sheets
