// SPDX-License-Identifier: GPL-3.0-or-later
// What the register asks before it writes more than one cell.
#pragma once

#include "attendance/register.hpp"
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

// Why the class did not meet on the day: one of the reasons that are offered, or another.
std::optional<std::string> ask_reason(wxWindow* parent, core::Day day);

// Which day of the month is copied onto another: one of those taken.
std::optional<core::Day> ask_day_to_copy(wxWindow* parent, const Register& shown, core::Day onto);

} // namespace attendance
