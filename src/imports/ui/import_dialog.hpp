// SPDX-License-Identifier: GPL-3.0-or-later
// Importing a list in three steps: how it is read, what would become of each row, and what was written, with
// the refused rows back as a file.
#pragma once

#include "classes/class.hpp"
#include "imports/outcome.hpp"
#include "office/ui/session.hpp"

#include <optional>

class wxWindow;

namespace imports {

// Asks for the file and leads through the import; true when anything was written. Into `class_id` where it is
// given.
bool import_list(wxWindow* parent, office::Session& session, Kind kind,
                 std::optional<classes::ClassId> class_id = std::nullopt);

// The rows that an import held back, to be decided on now; true when anything was written.
bool take_up_held(wxWindow* parent, office::Session& session, ImportId import, const std::string& file,
                  Kind kind);

// Asks where to, and saves the refused rows as a workbook to mend; what to tell about it, or nothing.
wxString save_rejects(wxWindow* parent, const office::Session& session, const Outcome& outcome);

} // namespace imports
