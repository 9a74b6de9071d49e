// SPDX-License-Identifier: GPL-3.0-or-later
// What the register asks before it writes more than one cell.
#pragma once

#include "attendance/class_days.hpp"
#include "office/ui/session.hpp"

#include <optional>
#include <string>

class wxWindow;

namespace attendance {

struct Absence {
    Period period;
    Mark mark = Mark::permission;
};

// A learner's absence over several days, past or announced.
std::optional<Absence> ask_absence(wxWindow* parent, const office::Session& session, const wxString& learner,
                                   core::Day from);

// Why the class did not meet on the day.
std::optional<std::string> ask_reason(wxWindow* parent, core::Day day);

} // namespace attendance
