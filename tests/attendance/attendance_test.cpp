// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/attendance.hpp"
#include "core/random.hpp"

#include <boost/test/unit_test.hpp>

using attendance::count;
using attendance::days_present;
using attendance::DaySet;
using attendance::DayState;
using attendance::findings_of;
using attendance::hours_attended;
using attendance::Margin;
using attendance::margin_of;
using attendance::Mark;
using attendance::mark_from_letter;
using attendance::MonthDays;
using attendance::MonthMarks;
using attendance::rate;
using attendance::Tally;
using attendance::Worths;
using core::Ratio;
using namespace std::chrono_literals;

namespace {

constexpr core::Month december = 2025y / 12;

DaySet days(std::initializer_list<unsigned> numbers) {
    DaySet set;
    for (const unsigned day : numbers)
        set.add(day);
    return set;
}

DaySet whole() {
    return DaySet::between(december, 2025y / 12 / 1, 2025y / 12 / 31);
}

MonthMarks marks_of(std::initializer_list<std::pair<unsigned, Mark>> list) {
    MonthMarks marks{december};
    for (const auto& [day, mark] : list)
        marks.set(december / static_cast<int>(day), mark);
    return marks;
}

// What the definition says, day by day and with no sets.
struct Recount {
    int taken = 0;
    std::int64_t present = 0;
};

std::int64_t worth_of(Mark mark, const Worths& worths) {
    if (mark == Mark::none) return 1000;
    if (mark == Mark::late) return worths.late;
    if (mark == Mark::half_permission || mark == Mark::half_absent) return worths.half_day;
    return 0;
}

Recount recount(const MonthMarks& marks, const MonthDays& month, DaySet enrolled, const Worths& worths) {
    Recount result;
    for (unsigned day = 1; day <= core::days_in(month.month); ++day) {
        if (!month.taken.has(day) || !month.timetable.has(day) || month.not_met.has(day) ||
            !enrolled.has(day))
            continue;
        ++result.taken;
        result.present += worth_of(marks.on(day), worths);
    }
    return result;
}

DaySet random_days(core::Random& random, unsigned of, std::uint64_t percent) {
    DaySet set;
    for (unsigned day = 1; day <= of; ++day)
        if (random.below(100) < percent) set.add(day);
    return set;
}

} // namespace

BOOST_AUTO_TEST_SUITE(attendance)

BOOST_AUTO_TEST_CASE(blank_means_present_only_on_a_day_taken) {
    const MonthDays month{december, days({1, 2, 3, 4}), {}, days({1, 2})};
    const Tally tally = count(MonthMarks{december}, month, whole());
    BOOST_TEST(tally.taken == 2);
    BOOST_TEST((rate(tally, {}) == Ratio{1}));
    BOOST_TEST((month.not_recorded(2025y / 12 / 31) == days({3, 4})));
    BOOST_TEST((month.not_recorded(2025y / 12 / 3) == days({3})));
}

BOOST_AUTO_TEST_CASE(permission_is_not_present) {
    const MonthDays month{december, days({1, 2, 3, 4}), {}, days({1, 2, 3, 4})};
    const Tally tally = count(marks_of({{1, Mark::permission}, {2, Mark::absent}}), month, whole());
    BOOST_TEST((rate(tally, {}) == Ratio{1, 2}));
    BOOST_TEST((margin_of(tally) == Margin{1, 1}));
}

BOOST_AUTO_TEST_CASE(late_and_half_days_are_worth_what_the_pack_says) {
    const MonthDays month{december, days({1, 2, 3, 4}), {}, days({1, 2, 3, 4})};
    const auto marks = marks_of({{1, Mark::late}, {2, Mark::half_permission}, {3, Mark::half_absent}});
    const Tally tally = count(marks, month, whole());
    BOOST_TEST((days_present(tally, {}) == Ratio{3}));
    BOOST_TEST((days_present(tally, {.late = 875, .half_day = 250}) == Ratio{2375, 1000}));
    BOOST_TEST((hours_attended(tally, {}, 90) == Ratio{9, 2}));
}

BOOST_AUTO_TEST_CASE(nothing_taken_has_no_rate) {
    const MonthDays month{december, days({1, 2}), {}, {}};
    BOOST_TEST(!rate(count(MonthMarks{december}, month, whole()), {}));
}

BOOST_AUTO_TEST_CASE(a_mark_on_a_closed_day_is_kept_and_not_counted) {
    const MonthDays month{december, days({1, 2, 3}), days({3}), days({1, 2})};
    const auto marks = marks_of({{1, Mark::absent}, {3, Mark::absent}, {29, Mark::absent}});
    const Tally tally = count(marks, month, whole());
    BOOST_TEST(tally.absent == 1);
    BOOST_TEST(tally.uncounted == 2);
    const auto findings = findings_of(marks, month);
    BOOST_REQUIRE(findings.size() == 2U);
    BOOST_TEST(findings[0].code == "day.not-met");
    BOOST_TEST(findings[1].code == "day.closed");
    BOOST_TEST(findings[1].fact("day") == "2025-12-29");
}

BOOST_AUTO_TEST_CASE(only_days_within_the_enrolment_count) {
    const MonthDays month{december, days({1, 2, 3, 4}), {}, days({1, 2, 3, 4})};
    const DaySet enrolled = DaySet::between(december, 2025y / 12 / 3, 2026y / 8 / 31);
    const Tally tally = count(marks_of({{1, Mark::absent}, {4, Mark::absent}}), month, enrolled);
    BOOST_TEST(tally.taken == 2);
    BOOST_TEST(tally.absent == 1);
    BOOST_TEST(tally.uncounted == 1);
}

BOOST_AUTO_TEST_CASE(every_day_is_in_exactly_one_state) {
    const MonthDays month{december, days({1, 2, 3, 30}), days({2}), days({1})};
    const core::Day today = 2025y / 12 / 17;
    BOOST_TEST((month.state(2025y / 12 / 1, today) == DayState::taken));
    BOOST_TEST((month.state(2025y / 12 / 2, today) == DayState::not_met));
    BOOST_TEST((month.state(2025y / 12 / 3, today) == DayState::not_recorded));
    BOOST_TEST((month.state(2025y / 12 / 30, today) == DayState::ahead));
    BOOST_TEST((month.state(2025y / 12 / 7, today) == DayState::closed));
}

BOOST_AUTO_TEST_CASE(a_set_of_days_is_clipped_to_its_month) {
    BOOST_TEST(DaySet::between(december, 2025y / 11 / 20, 2025y / 12 / 2).count() == 2);
    BOOST_TEST(DaySet::between(december, 2025y / 12 / 31, 2026y / 1 / 2).has(31U));
    BOOST_TEST(DaySet::between(december, 2026y / 1 / 1, 2026y / 1 / 2).empty());
    BOOST_TEST(whole().count() == 31);
}

BOOST_AUTO_TEST_CASE(rates_equal_a_plain_recount_over_random_marks_and_days) {
    core::SeededRandom random{7};
    const std::string_view letters = "........PALpa";
    for (int round = 0; round < 5'000; ++round) {
        const core::Month month = core::Month{2025y / 1} + std::chrono::months{random.below(24)};
        const unsigned length = core::days_in(month);
        MonthMarks marks{month};
        for (unsigned day = 1; day <= length; ++day)
            marks.set({month.year(), month.month(), std::chrono::day{day}},
                      *mark_from_letter(letters[random.below(letters.size())]));
        const MonthDays calendar{month, random_days(random, length, 80), random_days(random, length, 5),
                                 random_days(random, length, 90)};
        const DaySet enrolled = random_days(random, length, 90);
        const Worths worths{static_cast<int>(random.below(1001)), static_cast<int>(random.below(1001))};
        const Tally tally = count(marks, calendar, enrolled);
        const Recount plain = recount(marks, calendar, enrolled, worths);
        BOOST_REQUIRE(tally.taken == plain.taken);
        BOOST_REQUIRE((days_present(tally, worths) == Ratio{plain.present, 1000}));
        if (plain.taken > 0)
            BOOST_REQUIRE((*rate(tally, worths) == Ratio{plain.present, std::int64_t{1000} * plain.taken}));
    }
}

BOOST_AUTO_TEST_SUITE_END()
