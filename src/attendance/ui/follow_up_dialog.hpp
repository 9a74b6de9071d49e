// SPDX-License-Identifier: GPL-3.0-or-later
// What to follow up in a month: learners who came too seldom, and days that nobody recorded.
#pragma once

#include "attendance/class_days.hpp"
#include "office/ui/session.hpp"

#include <optional>

class wxWindow;

namespace attendance {

// Over every open class; the class the person wants to see, or nothing.
std::optional<classes::ClassId> show_follow_up(wxWindow* parent, const office::Session& session,
                                               Period period);

} // namespace attendance
