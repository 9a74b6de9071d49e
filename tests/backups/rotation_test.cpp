// SPDX-License-Identifier: GPL-3.0-or-later
// Seven days, five weeks, twelve months stay, whatever the clock says.
#include "backups/rotation.hpp"

#include <boost/test/unit_test.hpp>

#include <map>
#include <set>

namespace {

using backups::Content;

core::Moment at(core::Day day, int hour = 9) {
    return std::chrono::sys_days{day} + std::chrono::hours{hour - 7};
}

core::Day day(int year, unsigned month, unsigned day) {
    return core::Day{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

// An office that backs up at noon and in the evening of every day, and deletes what is superseded each time.
struct Shelf {
    std::vector<Content> kept;
    std::int64_t rows = 0;

    void back_up(core::Moment moment, int generation = 1) {
        kept.push_back({generation, rows += 10, moment});
        const auto gone = backups::superseded(kept);
        for (auto one = gone.rbegin(); one != gone.rend(); ++one)
            BOOST_TEST(kept[*one].audit_rows != rows, "the newest went");
        std::set<std::size_t> out(gone.begin(), gone.end());
        std::vector<Content> rest;
        for (std::size_t i = 0; i < kept.size(); ++i)
            if (!out.contains(i)) rest.push_back(kept[i]);
        kept = std::move(rest);
    }
    bool has(core::Moment moment) const {
        return std::any_of(kept.begin(), kept.end(),
                           [&](const Content& one) { return one.made_at == moment; });
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(rotation)

BOOST_AUTO_TEST_CASE(after_two_years_of_days_the_days_weeks_and_months_are_there) {
    Shelf shelf;
    const std::chrono::sys_days begin = day(2024, 1, 1);
    const std::chrono::sys_days end = day(2025, 12, 31);
    for (auto today = begin; today <= end; today += std::chrono::days{1}) {
        shelf.back_up(at(core::Day{today}, 12));
        shelf.back_up(at(core::Day{today}, 17));
    }
    for (int back = 0; back < 7; ++back)
        BOOST_TEST(shelf.has(at(core::Day{end - std::chrono::days{back}}, 17)));
    BOOST_TEST(!shelf.has(at(core::Day{end}, 12)));
    // Sundays close a week; 31 December 2025 is a Wednesday.
    for (const auto sunday : {day(2025, 12, 28), day(2025, 12, 21), day(2025, 12, 14), day(2025, 12, 7)})
        BOOST_TEST(shelf.has(at(sunday, 17)));
    for (unsigned month = 1; month <= 12; ++month)
        BOOST_TEST(shelf.has(at(core::last_day(core::month_of(day(2025, month, 1))), 17)));
    BOOST_TEST(shelf.kept.size() <= 7U + 5U + 12U);
}

BOOST_AUTO_TEST_CASE(days_without_work_do_not_push_out_those_with) {
    Shelf shelf;
    for (unsigned one = 1; one <= 7; ++one)
        shelf.back_up(at(day(2026, 3, one)));
    shelf.back_up(at(day(2026, 9, 1)));
    BOOST_TEST(shelf.has(at(day(2026, 3, 7))));
    BOOST_TEST(shelf.has(at(day(2026, 3, 2))));
    BOOST_TEST(shelf.has(at(day(2026, 9, 1))));
}

// A flat battery: the computer wakes in 1970, and a day later somebody sets the clock.
BOOST_AUTO_TEST_CASE(a_clock_that_jumps_deletes_no_good_backup) {
    Shelf shelf;
    for (unsigned one = 1; one <= 5; ++one)
        shelf.back_up(at(day(2026, 5, one)));
    const auto before = shelf.kept;
    shelf.back_up(at(day(1970, 1, 1)));
    BOOST_TEST(shelf.has(at(day(1970, 1, 1)))); // the newest content, whatever its date
    shelf.back_up(at(day(2031, 5, 6)));
    for (const Content& one : before)
        BOOST_TEST(shelf.has(one.made_at));
}

// The clock went back: what is called 1 May now is not the 1 May that was.
BOOST_AUTO_TEST_CASE(a_day_that_comes_twice_stands_twice) {
    Shelf shelf;
    shelf.back_up(at(day(2026, 5, 1)));
    shelf.back_up(at(day(2026, 5, 2)));
    shelf.back_up(at(day(2026, 5, 1), 15));
    BOOST_TEST(shelf.has(at(day(2026, 5, 1))));
    BOOST_TEST(shelf.has(at(day(2026, 5, 1), 15)));
}

BOOST_AUTO_TEST_CASE(a_restored_office_s_backups_are_newer_than_the_lost_one_s) {
    Shelf shelf;
    shelf.rows = 1000;
    shelf.back_up(at(day(2026, 5, 1)));
    shelf.rows = 10;
    shelf.back_up(at(day(2026, 5, 1), 15), 2);
    BOOST_TEST(shelf.has(at(day(2026, 5, 1), 15)));
    // Who restored the wrong one finds the last of the life before.
    BOOST_TEST(shelf.has(at(day(2026, 5, 1))));
}

BOOST_AUTO_TEST_SUITE_END()
