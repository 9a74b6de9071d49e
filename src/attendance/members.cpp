// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/members.hpp"

#include <algorithm>

namespace attendance {
namespace {

constexpr std::string_view select_marks = R"sql(
SELECT m.enrolment_id, m.month, m.marks
FROM enrolment e JOIN attendance_month m ON m.enrolment_id = e.id
WHERE e.class_id = ?1 AND m.month BETWEEN ?2 AND ?3
ORDER BY m.enrolment_id, m.month)sql";

constexpr std::string_view select_own_marks = R"sql(
SELECT month, marks FROM attendance_month WHERE enrolment_id = ?1 AND month BETWEEN ?2 AND ?3 ORDER BY month)sql";

bool was_in_class(const classes::Enrolment& enrolment, Period period) {
    return enrolment.reason != classes::LeavingReason::entered_by_mistake &&
           enrolment.first_day <= period.last && (!enrolment.last_day || *enrolment.last_day >= period.first);
}

std::map<classes::EnrolmentId, std::vector<MonthMarks>> load_marks(const storage::Database& database,
                                                                   classes::ClassId class_id, Period period) {
    std::map<classes::EnrolmentId, std::vector<MonthMarks>> marks;
    auto row =
        database.query(select_marks, class_id, core::month_of(period.first), core::month_of(period.last));
    while (row.step())
        marks[row.get<classes::EnrolmentId>(0)].push_back(
            stored_marks(row.get<core::Month>(1), row.get<std::string_view>(2)));
    return marks;
}

} // namespace

MonthMarks Member::marks_of(core::Month month) const {
    const auto found = std::find_if(marks.begin(), marks.end(),
                                    [&](const MonthMarks& some) { return some.month() == month; });
    return found == marks.end() ? MonthMarks{month} : *found;
}

DaySet Member::enrolled(core::Month month, Period period) const {
    return DaySet::between(month, std::max(learner.enrolment.first_day, period.first),
                           std::min(learner.enrolment.last_day.value_or(period.last), period.last));
}

std::vector<Member> load_members(const storage::Database& database, classes::ClassId class_id,
                                 Period period) {
    auto marks = load_marks(database, class_id, period);
    std::vector<Member> members;
    for (classes::ClassLearner& learner : classes::enrolments_in(database, class_id))
        if (was_in_class(learner.enrolment, period)) {
            const auto id = learner.enrolment.id;
            members.push_back({std::move(learner), std::move(marks[id])});
        }
    return members;
}

std::optional<Member> find_member(const storage::Database& database, classes::EnrolmentId enrolment,
                                  Period period) {
    auto learner = classes::find_class_learner(database, enrolment);
    if (!learner || !was_in_class(learner->enrolment, period)) return std::nullopt;
    Member member{*std::move(learner), {}};
    auto row = database.query(select_own_marks, enrolment, core::month_of(period.first),
                              core::month_of(period.last));
    while (row.step())
        member.marks.push_back(stored_marks(row.get<core::Month>(0), row.get<std::string_view>(1)));
    return member;
}

} // namespace attendance
