// SPDX-License-Identifier: GPL-3.0-or-later
// Importing a list: what would become of each row first, then the writing, and the refused rows back as a
// file.
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

} // namespace imports
