// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/absence.hpp"

namespace attendance {
namespace {

constexpr int whole_day = 1000;

core::Day day_of(core::Month month, unsigned day) {
    return {month.year(), month.month(), std::chrono::day{day}};
}

// look(day, mark) for each counted day, in order.
template<typename Look>
void each_counted(std::span<const CountedMonth> months, Look look) {
    for (const CountedMonth& month : months)
        for (unsigned day = 1; day <= month.marks.text().size(); ++day)
            if (month.counted.has(day)) look(day_of(month.marks.month(), day), month.marks.on(day));
}

bool whole_absence(Mark mark) {
    return mark == Mark::permission || mark == Mark::absent;
}

} // namespace

std::vector<AbsentDay> absent_days(std::span<const CountedMonth> months) {
    std::vector<AbsentDay> days;
    each_counted(months, [&](core::Day day, Mark mark) {
        if (mark != Mark::none && mark != Mark::late) days.push_back({day, mark});
    });
    return days;
}

std::vector<AbsenceRun> absence_runs(std::span<const CountedMonth> months, int least) {
    std::vector<AbsenceRun> runs;
    AbsenceRun run;
    const auto end = [&](bool goes_on) {
        run.goes_on = goes_on;
        if (run.days > 0 && run.days >= least) runs.push_back(run);
        run = {};
    };
    each_counted(months, [&](core::Day day, Mark mark) {
        if (!whole_absence(mark)) return end(false);
        if (run.days++ == 0) run.first = day;
        run.last = day;
        run.permission += mark == Mark::permission ? 1 : 0;
    });
    end(true);
    return runs;
}

core::Ratio days_absent_with_permission(const Tally& tally, const Worths& worths) {
    return {whole_day * tally.permission + (whole_day - worths.half_day) * tally.half_permission, whole_day};
}

core::Ratio days_absent_without(const Tally& tally, const Worths& worths) {
    return {whole_day * tally.absent + (whole_day - worths.half_day) * tally.half_absent +
                (whole_day - worths.late) * tally.late,
            whole_day};
}

} // namespace attendance
