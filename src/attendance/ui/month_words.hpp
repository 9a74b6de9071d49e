// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in words under the register's grid.
#pragma once

#include "attendance/ui/month_table.hpp"
#include "office/ui/session.hpp"

namespace attendance {

// "Total 25 learners, 12 women. With permission …": as the paper register closes.
wxString closing_words(const Register& shown);

// The rows whose totals are others than those typed from the paper, each with what differs; empty when none.
wxString differing_words(const office::Session& session, const Register& shown);

// Whose cell it is, its day, and what stands there.
wxString cell_words(const office::Session& session, const MonthTable& table, int row, int column);

// What the day is: taken, not recorded, closed.
wxString day_words(const Register& shown, core::Day day, core::Day today);

} // namespace attendance
