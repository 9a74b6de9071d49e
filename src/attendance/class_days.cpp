// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/class_days.hpp"

#include "classes/calendar.hpp"
#include "office/holiday_store.hpp"
#include "programmes/pack_store.hpp"

#include <algorithm>

namespace attendance {
namespace {

constexpr std::string_view select_class_days = R"sql(
SELECT day, state, reason FROM class_day WHERE class_id = ?1 AND day BETWEEN ?2 AND ?3)sql";

Period in_months(Period period) {
    return {core::first_day(core::month_of(period.first)), core::last_day(core::month_of(period.last))};
}

MonthDays& month_of(ClassDays& days, core::Day day) {
    const auto at = core::month_of(day) - days.months.front().month;
    return days.months[static_cast<std::size_t>(at.count())];
}

} // namespace

const MonthDays* ClassDays::find(core::Month month) const {
    if (months.empty() || month < months.front().month || month > months.back().month) return nullptr;
    return &months[static_cast<std::size_t>((month - months.front().month).count())];
}

Holidays::Holidays(const storage::Database& database, Period period) {
    const Period months = in_months(period);
    for (const office::Holiday& holiday : office::holidays_between(database, months.first, months.last))
        m_days.push_back(holiday.day);
}

std::span<const core::Day> Holidays::in(Period period) const {
    const Period months = in_months(period);
    const auto from = std::lower_bound(m_days.begin(), m_days.end(), months.first);
    return {from, std::upper_bound(from, m_days.end(), months.last)};
}

ClassDays load_class_days(const storage::Database& database, const classes::Class& taught, Period period) {
    return load_class_days(database, taught, period, Holidays(database, period));
}

ClassDays load_class_days(const storage::Database& database, const classes::Class& taught, Period period,
                          const Holidays& all_holidays) {
    ClassDays days;
    const auto holidays = all_holidays.in(period);
    for (core::Month month = core::month_of(period.first); month <= core::month_of(period.last);
         month += std::chrono::months{1}) {
        MonthDays& added = days.months.emplace_back(MonthDays{month, {}, {}, {}});
        for (const core::Day day : classes::school_days(taught, month, holidays, {}))
            added.timetable.add(static_cast<unsigned>(day.day()));
    }
    const Period months = in_months(period);
    auto row = database.query(select_class_days, taught.id, months.first, months.last);
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
