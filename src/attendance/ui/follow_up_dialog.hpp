// SPDX-License-Identifier: GPL-3.0-or-later
// What to follow up: days nobody recorded, and learners who come too seldom, stay away or are over a limit.
#pragma once

#include "attendance/ui/follow_up_lists.hpp"

class wxWindow;

namespace attendance {

// What is counted over at first.
enum class FollowUpOver { month, school_year };

// Over every open class, from `month` on to choose from its school year; the class and month the person wants
// to see, or nothing.
std::optional<ClassMonth> show_follow_up(wxWindow* parent, const office::Session& session, core::Month month,
                                         FollowUpOver over = FollowUpOver::month);

} // namespace attendance
