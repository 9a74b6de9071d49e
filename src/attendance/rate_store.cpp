// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/rate_store.hpp"

#include "attendance/members.hpp"
#include "classes/class_store.hpp"

#include <stdexcept>

namespace attendance {
namespace {

// What a class brings to the count of its learners.
struct Counting {
    classes::Class taught;
    ClassDays days;
    Worths worths;
    Period period;
    core::Day today;
};

Counting load_counting(const storage::Database& database, classes::Class taught, Period period) {
    ClassDays days = load_class_days(database, taught, period);
    const Worths worths = load_worths(database, taught);
    return {std::move(taught), std::move(days), worths, period, database.clock().today()};
}

Period whole(const classes::Class& taught) {
    return {taught.first_day, taught.last_day};
}

void add_days(std::vector<core::Day>& list, core::Month month, DaySet days) {
    for (unsigned day = 1; day <= core::days_in(month); ++day)
        if (days.has(day)) list.push_back({month.year(), month.month(), std::chrono::day{day}});
}

Attendance count_member(Member member, const Counting& counting) {
    Attendance found{.learner = {}};
    for (const MonthDays& month : counting.days.months) {
        const MonthMarks marks = member.marks_of(month.month);
        const DaySet enrolled = member.enrolled(month.month, counting.period);
        found.months.push_back({marks, count(marks, month, enrolled)});
        found.tally += found.months.back().tally;
        add_days(found.not_recorded, month.month, month.not_recorded(counting.today) & enrolled);
    }
    found.learner = std::move(member.learner);
    found.rate = rate(found.tally, counting.worths);
    found.hours = hours_attended(found.tally, counting.worths, counting.taught.session_minutes);
    return found;
}

std::vector<Attendance> count_class(const storage::Database& database, const Counting& counting) {
    std::vector<Attendance> list;
    for (Member& member : load_members(database, counting.taught.id, counting.period))
        list.push_back(count_member(std::move(member), counting));
    return list;
}

} // namespace

Attendance load_attendance(const storage::Database& database, classes::EnrolmentId enrolment) {
    auto taught = classes::load_class(database, classes::load_enrolment(database, enrolment).in);
    const Period period = whole(taught);
    auto member = find_member(database, enrolment, period);
    if (!member) throw std::logic_error("attendance of an enrolment entered by mistake");
    return count_member(*std::move(member), load_counting(database, std::move(taught), period));
}

std::vector<Attendance> load_class_attendance(const storage::Database& database, classes::ClassId class_id,
                                              Period period) {
    return count_class(database, load_counting(database, classes::load_class(database, class_id), period));
}

std::vector<Attendance> load_class_attendance(const storage::Database& database, classes::ClassId class_id) {
    auto taught = classes::load_class(database, class_id);
    const Period period = whole(taught);
    return count_class(database, load_counting(database, std::move(taught), period));
}

std::vector<Attendance> load_class_attendance(const storage::Database& database, classes::ClassId class_id,
                                              const Worths& worths) {
    auto taught = classes::load_class(database, class_id);
    const Period period = whole(taught);
    Counting counting = load_counting(database, std::move(taught), period);
    counting.worths = worths;
    return count_class(database, counting);
}

std::optional<core::Ratio> rate_of(const std::vector<Attendance>& learners, const Worths& worths) {
    Tally all;
    for (const Attendance& learner : learners)
        all += learner.tally;
    return rate(all, worths);
}

std::vector<core::Day> not_recorded_days(const storage::Database& database, classes::ClassId class_id,
                                         Period period) {
    const auto taught = classes::load_class(database, class_id);
    std::vector<core::Day> list;
    for (const MonthDays& month : load_class_days(database, taught, period).months)
        add_days(list, month.month,
                 month.not_recorded(database.clock().today()) &
                     DaySet::between(month.month, period.first, period.last));
    return list;
}

} // namespace attendance
