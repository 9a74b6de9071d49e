// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/absence.hpp"

#include <boost/test/unit_test.hpp>

using attendance::AbsenceRun;
using attendance::CountedMonth;
using attendance::DaySet;
using attendance::Mark;
using attendance::MonthMarks;
using core::Ratio;
using namespace std::chrono_literals;

namespace {

// The first days of a month: a letter a day counts, a blank does not.
CountedMonth month(core::Month of, std::string_view letters) {
    CountedMonth counted{MonthMarks{of}, {}};
    for (unsigned day = 1; day <= letters.size(); ++day) {
        if (letters[day - 1] == ' ') continue;
        counted.counted.add(day);
        counted.marks.set({of.year(), of.month(), std::chrono::day{day}},
                          attendance::mark_from_letter(letters[day - 1]).value());
    }
    return counted;
}

std::vector<AbsenceRun> runs(std::vector<CountedMonth> months, int least) {
    return attendance::absence_runs(months, least);
}

} // namespace

BOOST_AUTO_TEST_SUITE(absence)

BOOST_AUTO_TEST_CASE(days_that_do_not_count_break_no_absence) {
    const auto found = runs({month(2025y / 12, ".AA  P ..")}, 3);
    BOOST_REQUIRE(found.size() == 1U);
    BOOST_TEST((found[0] == AbsenceRun{2025y / 12 / 2, 2025y / 12 / 6, 3, 1, false}));
}

BOOST_AUTO_TEST_CASE(half_a_day_and_lateness_are_days_the_learner_came) {
    BOOST_TEST(runs({month(2025y / 12, "AAaAApAAL")}, 3).empty());
    BOOST_TEST(runs({month(2025y / 12, "AAaAApAAL")}, 2).size() == 3U);
}

BOOST_AUTO_TEST_CASE(an_absence_goes_on_over_the_end_of_a_month) {
    const auto found =
        runs({month(2025y / 11, "........                    AA"), month(2025y / 12, " PA.")}, 4);
    BOOST_REQUIRE(found.size() == 1U);
    BOOST_TEST((found[0] == AbsenceRun{2025y / 11 / 29, 2025y / 12 / 3, 4, 1, false}));
}

BOOST_AUTO_TEST_CASE(a_learner_who_has_not_come_since_is_told_apart) {
    const auto found = runs({month(2025y / 12, "AAA.PPP  ")}, 3);
    BOOST_REQUIRE(found.size() == 2U);
    BOOST_TEST(!found[0].goes_on);
    BOOST_TEST(found[1].goes_on);
}

BOOST_AUTO_TEST_CASE(fewer_days_than_asked_are_no_long_absence) {
    BOOST_TEST(runs({month(2025y / 12, "AA.AAA.AAAA")}, 3).size() == 2U);
    BOOST_TEST(runs({month(2025y / 12, "....")}, 1).empty());
}

BOOST_AUTO_TEST_CASE(absent_days_are_listed_with_their_marks) {
    const auto days = attendance::absent_days(std::vector{month(2025y / 12, "P.La A")});
    BOOST_REQUIRE(days.size() == 3U);
    BOOST_TEST((days[0] == attendance::AbsentDay{2025y / 12 / 1, Mark::permission}));
    BOOST_TEST((days[1] == attendance::AbsentDay{2025y / 12 / 4, Mark::half_absent}));
    BOOST_TEST((days[2] == attendance::AbsentDay{2025y / 12 / 6, Mark::absent}));
}

BOOST_AUTO_TEST_CASE(days_absent_count_halves_and_what_lateness_costs) {
    const attendance::Tally tally{
        .taken = 20, .permission = 2, .absent = 3, .late = 4, .half_permission = 1, .half_absent = 3};
    const attendance::Worths strict{.late = 875, .half_day = 500};
    BOOST_TEST((attendance::days_absent_with_permission(tally, strict) == Ratio{5, 2}));
    BOOST_TEST((attendance::days_absent_without(tally, strict) == Ratio{5})); // 3 + 1.5 + 4 x 0.125
    BOOST_TEST((attendance::days_absent_without(tally, {}) == Ratio{9, 2}));
    BOOST_TEST((attendance::days_present(tally, strict) + Ratio{5} + Ratio{5, 2} == Ratio{20}));
}

BOOST_AUTO_TEST_SUITE_END()
