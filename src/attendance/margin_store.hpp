// SPDX-License-Identifier: GPL-3.0-or-later
// The totals that a paper register carries in its margin, typed to be compared with what the marks give.
#pragma once

#include "attendance/register_change.hpp"
#include "storage/transaction.hpp"

#include <map>

namespace attendance {

using PaperMargins = std::map<classes::EnrolmentId, PaperMargin>;

// Of everyone in the class of whom any was typed.
PaperMargins load_paper_margins(const storage::Database& database, classes::ClassId class_id,
                                core::Month month);
PaperMargin load_paper_margin(const storage::Database& database, classes::EnrolmentId enrolment,
                              core::Month month);

// A total as it was typed, in any digits; nothing where the field was emptied. Error: margin.unreadable
// {text, most} unless it is a number of days of the month.
core::Expected<std::optional<int>> read_paper_total(std::string_view typed, core::Month month);

// Both empty: nothing is kept. Audited as "attendance.margin". Error: class.not-open {class, status}.
core::Expected<RegisterChange> set_paper_margin(storage::Transaction& tx, classes::EnrolmentId enrolment,
                                                core::Month month, const PaperMargin& on_paper);

// Without looking or auditing, for what is a part of other work.
void write_paper_margin(storage::Transaction& tx, classes::EnrolmentId enrolment, core::Month month,
                        const PaperMargin& on_paper);

} // namespace attendance
