// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/follow_up.hpp"

#include "attendance/members.hpp"

#include <algorithm>

namespace attendance {
namespace {

ClassHeading heading_of(const CountedClass& in) {
    return {in.taught.id,          in.taught.name_km, in.taught.name,
            in.taught.institution, in.institution_km, in.institution_name};
}

std::vector<CountedMonth> counted_months(const Member& member, const CountedClass& in) {
    std::vector<CountedMonth> months;
    for (const MonthDays& month : in.days.months)
        months.push_back(
            {member.marks_of(month.month), month.counted() & member.enrolled(month.month, in.period)});
    return months;
}

Tally tally_of(const Member& member, const CountedClass& in) {
    Tally tally;
    for (const MonthDays& month : in.days.months)
        tally += count(member.marks_of(month.month), month, member.enrolled(month.month, in.period));
    return tally;
}

// The programme's minimum is in hundredths of a percent.
core::Ratio minimum_of(const programmes::AttendanceRule& rule) {
    return {rule.minimum_percent, 10'000};
}

bool over(const core::Ratio& days, const std::optional<int>& most) {
    return most && days > core::Ratio{*most};
}

// Everyone's absences of a year in one programme, from class to class.
class YearOfAbsences {
  public:
    void add(const CountedClass& in, Member member) {
        const Tally tally = tally_of(member, in);
        const std::pair key{member.learner.enrolment.learner, in.programme};
        auto [found, first] = m_learners.try_emplace(key);
        Sum& sum = found->second;
        sum.permission += days_absent_with_permission(tally, in.worths());
        sum.absent += days_absent_without(tally, in.worths());
        if (!first && member.learner.enrolment.first_day < sum.learner.enrolment.first_day) return;
        sum.learner = std::move(member.learner);
        sum.in = heading_of(in);
        sum.open = in.taught.status == classes::Status::open;
        sum.rule = in.rule;
    }

    std::vector<OverLimit> over_limits(const Scope& scope) {
        std::vector<OverLimit> found;
        for (auto& [key, sum] : m_learners) {
            const bool in_scope = scope.in ? sum.in.id == *scope.in : sum.open || !scope.open_only;
            const bool there = !scope.institution || sum.in.institution == *scope.institution;
            if (!in_scope || !there ||
                (!over(sum.permission, sum.rule.most_permission) && !over(sum.absent, sum.rule.most_absent)))
                continue;
            found.push_back({std::move(sum.in), std::move(sum.learner), sum.permission, sum.absent,
                             sum.rule.most_permission, sum.rule.most_absent});
        }
        return found;
    }

  private:
    struct Sum {
        core::Ratio permission, absent;
        ClassHeading in;
        classes::ClassLearner learner{};
        bool open = false;
        programmes::AttendanceRule rule;
    };
    std::map<std::pair<learners::LearnerId, std::string>, Sum> m_learners;
};

} // namespace

std::vector<NotRecorded> find_not_recorded(const storage::Database& database, const Scope& scope,
                                           core::Progress& progress) {
    std::vector<NotRecorded> found;
    const core::Day today = database.clock().today();
    each_class(database, scope, progress, [&](const CountedClass& in) {
        std::vector<core::Day> days;
        for (const MonthDays& month : in.days.months) {
            const DaySet missing =
                month.not_recorded(today) & DaySet::between(month.month, in.period.first, in.period.last);
            for (unsigned day = 1; day <= core::days_in(month.month); ++day)
                if (missing.has(day))
                    days.push_back({month.month.year(), month.month.month(), std::chrono::day{day}});
        }
        if (!days.empty()) found.push_back({heading_of(in), std::move(days)});
    });
    return found;
}

std::vector<LowRate> find_low_rates(const storage::Database& database, const Scope& scope,
                                    core::Progress& progress) {
    std::vector<LowRate> found;
    each_class(database, scope, progress, [&](const CountedClass& in) {
        const core::Ratio minimum = minimum_of(in.rule);
        for (Member& member : load_members(database, in.taught.id, in.period)) {
            const Tally tally = tally_of(member, in);
            const auto present = rate(tally, in.worths());
            if (present && *present < minimum)
                found.push_back({heading_of(in), std::move(member.learner), tally, *present, minimum});
        }
    });
    std::stable_sort(found.begin(), found.end(),
                     [](const LowRate& a, const LowRate& b) { return a.rate < b.rate; });
    return found;
}

std::vector<LongAbsence> find_long_absences(const storage::Database& database, const Scope& scope, int least,
                                            core::Progress& progress) {
    std::vector<LongAbsence> found;
    each_class(database, scope, progress, [&](const CountedClass& listed) {
        // The whole class: where a month begins, an absence need not.
        CountedClass in = listed;
        in.period = {in.taught.first_day, in.taught.last_day};
        in.days = load_class_days(database, in.taught, in.period);
        for (const Member& member : load_members(database, in.taught.id, in.period))
            for (const AbsenceRun& run : absence_runs(counted_months(member, in), least))
                if (run.first <= scope.period.last && run.last >= scope.period.first)
                    found.push_back({heading_of(in), member.learner, run});
    });
    std::stable_sort(found.begin(), found.end(),
                     [](const LongAbsence& a, const LongAbsence& b) { return a.run.days > b.run.days; });
    return found;
}

std::vector<OverLimit> find_over_limits(const storage::Database& database, const Scope& scope,
                                        core::Progress& progress) {
    YearOfAbsences year;
    each_class(database, {.period = scope.period}, progress, [&](const CountedClass& in) {
        if (!in.rule.most_permission && !in.rule.most_absent) return;
        for (Member& member : load_members(database, in.taught.id, in.period))
            year.add(in, std::move(member));
    });
    auto found = year.over_limits(scope);
    std::stable_sort(found.begin(), found.end(), [](const OverLimit& a, const OverLimit& b) {
        return a.permission + a.absent > b.permission + b.absent;
    });
    return found;
}

} // namespace attendance
