// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/attendance.hpp"

namespace attendance {
namespace {

constexpr int whole_day = 1000;

core::Day day_of(core::Month month, unsigned day) {
    return {month.year(), month.month(), std::chrono::day{day}};
}

void add_mark(Tally& tally, Mark mark) {
    switch (mark) {
    case Mark::none:
        break;
    case Mark::permission:
        ++tally.permission;
        break;
    case Mark::absent:
        ++tally.absent;
        break;
    case Mark::late:
        ++tally.late;
        break;
    case Mark::half_permission:
        ++tally.half_permission;
        break;
    case Mark::half_absent:
        ++tally.half_absent;
        break;
    }
}

} // namespace

DaySet MonthDays::not_recorded(core::Day today) const {
    return (school() - taken) & DaySet::between(month, core::first_day(month), today);
}

DayState MonthDays::state(core::Day day, core::Day today) const {
    if (!timetable.has(day)) return DayState::closed;
    if (not_met.has(day)) return DayState::not_met;
    if (taken.has(day)) return DayState::taken;
    return day > today ? DayState::ahead : DayState::not_recorded;
}

Tally& Tally::operator+=(const Tally& other) {
    taken += other.taken;
    permission += other.permission;
    absent += other.absent;
    late += other.late;
    half_permission += other.half_permission;
    half_absent += other.half_absent;
    uncounted += other.uncounted;
    return *this;
}

Tally count(const MonthMarks& marks, const MonthDays& days, DaySet enrolled) {
    const DaySet counted = days.counted() & enrolled;
    Tally tally;
    tally.taken = counted.count();
    const std::string_view letters = marks.text();
    for (std::size_t at = letters.find_first_not_of('.'); at != std::string_view::npos;
         at = letters.find_first_not_of('.', at + 1)) {
        if (counted.has(static_cast<unsigned>(at + 1)))
            add_mark(tally, static_cast<Mark>(letters[at]));
        else
            ++tally.uncounted;
    }
    return tally;
}

core::Ratio days_present(const Tally& tally, const Worths& worths) {
    const int lost = whole_day * (tally.permission + tally.absent) + (whole_day - worths.late) * tally.late +
                     (whole_day - worths.half_day) * (tally.half_permission + tally.half_absent);
    return {whole_day * tally.taken - lost, whole_day};
}

std::optional<core::Ratio> rate(const Tally& tally, const Worths& worths) {
    if (tally.taken == 0) return std::nullopt;
    return days_present(tally, worths) / tally.taken;
}

core::Ratio hours_attended(const Tally& tally, const Worths& worths, int session_minutes) {
    return days_present(tally, worths) * core::Ratio{session_minutes, 60};
}

Margin margin_of(const Tally& tally) {
    return {tally.permission + tally.half_permission, tally.absent + tally.half_absent};
}

std::vector<core::Error> findings_of(const MonthMarks& marks, const MonthDays& days) {
    std::vector<core::Error> findings;
    const std::string_view letters = marks.text();
    for (unsigned day = 1; day <= letters.size(); ++day) {
        if (marks.on(day) == Mark::none) continue;
        const char* code = nullptr;
        if (!days.timetable.has(day))
            code = "day.closed";
        else if (days.not_met.has(day))
            code = "day.not-met";
        if (code == nullptr) continue;
        findings.push_back(core::Error{code}.with("day", core::to_iso(day_of(days.month, day))));
    }
    return findings;
}

} // namespace attendance
