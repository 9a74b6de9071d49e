// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/register_store.hpp"

#include "attendance/margin_store.hpp"
#include "attendance/members.hpp"
#include "classes/class_store.hpp"

namespace attendance {

Register load_register(const storage::Database& database, classes::ClassId class_id, core::Month month) {
    auto taught = classes::load_class(database, class_id);
    const Period period{core::first_day(month), core::last_day(month)};
    ClassDays days = load_class_days(database, taught, period);
    const Worths worths = load_worths(database, taught);
    Register result{std::move(taught), days.months.front(), std::move(days.reasons), worths, {}};
    const auto papers = load_paper_margins(database, class_id, month);
    for (Member& member : load_members(database, class_id, period)) {
        const DaySet enrolled = member.enrolled(month, period);
        const MonthMarks marks = member.marks_of(month);
        const auto paper = papers.find(member.learner.enrolment.id);
        result.rows.push_back({std::move(member.learner), enrolled, marks,
                               count(marks, result.days, enrolled),
                               paper == papers.end() ? PaperMargin{} : paper->second});
    }
    return result;
}

} // namespace attendance
