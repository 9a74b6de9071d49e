// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/months.hpp"

#include "attendance/mark_store.hpp"
#include "demo/must.hpp"

#include <array>

namespace demo {
namespace {

using attendance::Mark;
using attendance::Period;

// In percent: of class-months with a day the class did not meet, and with a day nobody recorded.
constexpr std::uint64_t not_met_percent = 12;
constexpr std::uint64_t not_recorded_percent = 6;
// With fewer school days than this in a month, nothing goes amiss in it.
constexpr std::size_t least_days = 3;
// Learners in a thousand who leave in a month.
constexpr std::uint64_t leavers = 8;

// The month of the sample that is complete, free of findings and not yet sent.
constexpr core::Month complete_month = std::chrono::year{2025} / 12;

const std::array<std::string, 4> not_met_reasons = {"ទឹកជំនន់", "គ្រូចូលរួមវគ្គបណ្តុះបណ្តាល", "បុណ្យភូមិ", "គ្រូមានធុរៈ"};

Mark random_mark(core::Random& random) {
    const std::uint64_t thrown = random.below(100);
    if (thrown < 48) return Mark::permission;
    if (thrown < 80) return Mark::absent;
    if (thrown < 92) return Mark::late;
    return thrown < 97 ? Mark::half_permission : Mark::half_absent;
}

std::vector<core::Day> days_of(core::Month month, attendance::DaySet set) {
    std::vector<core::Day> days;
    for (unsigned day = 1; day <= core::days_in(month); ++day)
        if (set.has(day)) days.push_back({month.year(), month.month(), std::chrono::day{day}});
    return days;
}

std::vector<core::Day> school_days(const storage::Database& database, const RunningClass& running,
                                   Period month) {
    const auto days = attendance::load_class_days(database, running.taught, month).months.front();
    return days_of(days.month, days.school());
}

core::Day day_before(core::Day day) {
    return core::Day{std::chrono::sys_days{day} - std::chrono::days{1}};
}

// In the class of refusals the last day of all, on which one learner joins; elsewhere by chance.
std::optional<core::Day> day_not_met(const RunningClass& running, const std::vector<core::Day>& school,
                                     core::Random& random) {
    if (running.plan.ending == Ending::refusals)
        return school.back() == running.plan.last_day ? std::optional{school.back()} : std::nullopt;
    if (school.size() < least_days || random.below(100) >= not_met_percent) return std::nullopt;
    return school[random.below(school.size())];
}

// In the class of refusals its first day, on which one learner was there; a class that was awarded lacks
// none.
std::optional<core::Day> day_not_recorded(const RunningClass& running, const std::vector<core::Day>& school,
                                          core::Random& random) {
    if (running.plan.ending == Ending::refusals)
        return school.front() == running.plan.first_day ? std::optional{school.front()} : std::nullopt;
    if (running.plan.ending != Ending::open || core::month_of(school.front()) == complete_month ||
        school.size() < least_days || random.below(100) >= not_recorded_percent)
        return std::nullopt;
    return school[random.below(school.size())];
}

void write_marks(storage::Transaction& tx, const RunningClass& running, core::Month month,
                 const std::vector<core::Day>& days) {
    core::Random& random = tx.database().random();
    for (const Student& student : running.students) {
        if (student.left) continue;
        attendance::MonthMarks marks{month};
        for (const core::Day day : days)
            if (day >= student.first_day && random.below(1000) < student.misses)
                marks.set(day, random_mark(random));
        attendance::write_month(tx, student.enrolment, marks);
    }
}

} // namespace

void let_some_leave(storage::Transaction& tx, RunningClass& running, core::Month month) {
    using classes::LeavingReason;
    constexpr std::array reasons = {LeavingReason::work, LeavingReason::moved, LeavingReason::dropped_out,
                                    LeavingReason::marriage, LeavingReason::illness};
    core::Random& random = tx.database().random();
    const core::Day last = month / std::chrono::day{1 + static_cast<unsigned>(random.below(3))};
    for (Student& student : running.students) {
        if (student.left || student.first_day >= last) continue;
        const bool by_chance = running.plan.ending != Ending::refusals && random.below(1000) < leavers;
        if (!by_chance && student.fate != Fate::leaver) continue;
        must(classes::leave(tx, student.enrolment, last, reasons[random.below(reasons.size())]));
        student.left = true;
    }
}

void record_month(storage::Transaction& tx, RunningClass& running, core::Month month) {
    core::Random& random = tx.database().random();
    const Period whole{core::first_day(month), core::last_day(month)};
    std::vector<core::Day> school = school_days(tx.database(), running, whole);
    if (school.empty()) return;
    if (const auto day = day_not_met(running, school, random)) {
        const std::string& reason = not_met_reasons[random.below(not_met_reasons.size())];
        must(attendance::mark_not_met(tx, running.taught.id, *day, reason));
        std::erase(school, *day);
    }
    if (const auto day = day_not_recorded(running, school, random)) {
        attendance::take_days(tx, running.taught.id, {whole.first, day_before(*day)});
        attendance::take_days(tx, running.taught.id, {core::next_day(*day), whole.last});
        std::erase(school, *day);
    } else {
        attendance::take_days(tx, running.taught.id, whole);
    }
    write_marks(tx, running, month, school);
    tx.audit("sample.attendance", "attendance_month", running.taught.uid,
             R"({"month":")" + core::to_iso(month) + R"("})");
}

} // namespace demo
