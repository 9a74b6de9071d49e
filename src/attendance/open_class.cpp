// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/open_class.hpp"

#include "classes/class_store.hpp"

namespace attendance {
namespace {

constexpr std::string_view count_marks = R"sql(
SELECT count(*) FROM enrolment e JOIN attendance_month m ON m.enrolment_id = e.id
WHERE e.class_id = ?1 AND m.month = ?2 AND substr(m.marks, ?3, 1) <> '.')sql";

} // namespace

core::Expected<OpenClass> load_open(const storage::Database& database, classes::ClassId class_id,
                                    Period period) {
    auto taught = classes::load_class(database, class_id);
    if (taught.status != classes::Status::open)
        return core::fail(core::Error{"class.not-open"}
                              .with("class", taught.name_km)
                              .with("status", std::string{classes::to_text(taught.status)}));
    ClassDays days = load_class_days(database, taught, period);
    return OpenClass{std::move(taught), std::move(days), database.clock().today(),
                     office::ShutDays(database)};
}

core::Error day_error(const char* code, core::Day day) {
    return core::Error{code}.with("day", core::to_iso(day));
}

core::Error refused_day(const char* code, core::Day day) {
    return day_error(code, day).with("what", "day");
}

core::Expected<void> check_met(const OpenClass& open, core::Day day) {
    if (open.state(day) != DayState::not_met) return {};
    return core::fail(refused_day("day.not-met", day).with("reason", open.days.reasons.at(day)));
}

core::Expected<void> check_mark(const OpenClass& open, const classes::Enrolment& enrolment, core::Day day,
                                Mark mark) {
    if (!enrolment.covers(day)) return core::fail(day_error("day.outside-enrolment", day));
    if (auto free = open.shut.check(day); !free) return free;
    // Of a day to come only an absence can be known, or that it will not be one.
    if (open.state(day) == DayState::ahead && mark == Mark::late)
        return core::fail(day_error("day.future", day));
    return check_met(open, day);
}

std::int64_t marks_on(const storage::Database& database, classes::ClassId class_id, core::Day day) {
    const auto place = static_cast<unsigned>(day.day());
    return database.value<std::int64_t>(count_marks, class_id, core::month_of(day), place).value_or(0);
}

} // namespace attendance
