// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/class_days.hpp"

#include "classes/calendar.hpp"
#include "office/holiday_store.hpp"
#include "programmes/pack_store.hpp"

namespace attendance {
namespace {

constexpr std::string_view select_class_days = R"sql(
SELECT day, state, reason FROM class_day WHERE class_id = ?1 AND day BETWEEN ?2 AND ?3)sql";

MonthDays& month_of(ClassDays& days, core::Day day) {
    const auto at = core::month_of(day) - days.months.front().month;
    return days.months[static_cast<std::size_t>(at.count())];
}

// Of whole months.
std::vector<core::Day> holidays_in(const storage::Database& database, Period period) {
    std::vector<core::Day> days;
    for (const office::Holiday& holiday :
         office::holidays_between(database, core::first_day(core::month_of(period.first)),
                                  core::last_day(core::month_of(period.last))))
        days.push_back(holiday.day);
    return days;
}

} // namespace

const MonthDays* ClassDays::find(core::Month month) const {
    if (months.empty() || month < months.front().month || month > months.back().month) return nullptr;
    return &months[static_cast<std::size_t>((month - months.front().month).count())];
}

ClassDays load_class_days(const storage::Database& database, const classes::Class& taught, Period period) {
    ClassDays days;
    const std::vector<core::Day> holidays = holidays_in(database, period);
    for (core::Month month = core::month_of(period.first); month <= core::month_of(period.last);
         month += std::chrono::months{1}) {
        MonthDays& added = days.months.emplace_back(MonthDays{month, {}, {}, {}});
        for (const core::Day day : classes::school_days(taught, month, holidays, {}))
            added.timetable.add(static_cast<unsigned>(day.day()));
    }
    auto row = database.query(select_class_days, taught.id, core::first_day(core::month_of(period.first)),
                              core::last_day(core::month_of(period.last)));
    while (row.step()) {
        const auto day = row.get<core::Day>(0);
        MonthDays& month = month_of(days, day);
        if (row.get<std::string_view>(1) == "taken") {
            month.taken.add(static_cast<unsigned>(day.day()));
        } else {
            month.not_met.add(static_cast<unsigned>(day.day()));
            days.reasons[day] = row.get<std::string>(2);
        }
    }
    return days;
}

Worths load_worths(const storage::Database& database, const classes::Class& taught) {
    const auto rule = programmes::load_pack(database, taught.pack).attendance;
    return {rule.late_present, rule.half_day_present};
}

MonthMarks stored_marks(core::Month month, std::string_view text) {
    const auto marks = MonthMarks::from_text(month, text);
    if (!marks) throw core::WorldFailure{core::Error{"file.damaged"}.with("which", "attendance_month")};
    return *marks;
}

} // namespace attendance
