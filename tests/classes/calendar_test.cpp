// SPDX-License-Identifier: GPL-3.0-or-later
#include "classes/calendar.hpp"

#include <boost/test/unit_test.hpp>

using classes::Weekdays;
using namespace std::chrono_literals;

namespace {

classes::Class mornings() {
    classes::Class c;
    c.first_day = 2025y / 11 / 3; // a Monday
    c.last_day = 2025y / 12 / 10; // a Wednesday
    c.weekdays = Weekdays::from_text("12345").value();
    return c;
}

std::vector<unsigned> numbers(const std::vector<core::Day>& days) {
    std::vector<unsigned> result;
    for (core::Day day : days)
        result.push_back(static_cast<unsigned>(day.day()));
    return result;
}

using Numbers = std::vector<unsigned>;

} // namespace

BOOST_AUTO_TEST_SUITE(calendar)

BOOST_AUTO_TEST_CASE(weekdays_are_read_in_any_order_and_written_in_one) {
    BOOST_TEST(Weekdays::from_text("531").value().to_text() == "135");
    BOOST_TEST(Weekdays::from_text("១៧").value().to_text() == "17");
    for (const auto* wrong : {"", "8", "0", "11", "Mon", "1,2"})
        BOOST_TEST(!Weekdays::from_text(wrong).has_value(), wrong);
}

BOOST_AUTO_TEST_CASE(school_days_leave_out_weekends_holidays_and_days_not_met) {
    // Water Festival 2025 was 4 to 6 November, Independence Day falls on a Sunday.
    const std::vector<core::Day> holidays = {2025y / 11 / 9, 2025y / 11 / 6, 2025y / 11 / 4, 2025y / 11 / 5};
    const std::vector<core::Day> not_met = {2025y / 11 / 28, 2025y / 12 / 1};
    const Numbers expected = {3, 7, 10, 11, 12, 13, 14, 17, 18, 19, 20, 21, 24, 25, 26, 27};
    BOOST_TEST(numbers(school_days(mornings(), 2025y / 11, holidays, not_met)) == expected);
}

BOOST_AUTO_TEST_CASE(the_class_has_no_days_before_its_first_and_after_its_last) {
    const Numbers expected = {1, 2, 3, 4, 5, 8, 9, 10};
    BOOST_TEST(numbers(school_days(mornings(), 2025y / 12, {}, {})) == expected);
    BOOST_TEST(school_days(mornings(), 2025y / 10, {}, {}).empty());
    BOOST_TEST(school_days(mornings(), 2026y / 1, {}, {}).empty());
}

BOOST_AUTO_TEST_CASE(the_months_together_are_the_class) {
    std::size_t days = 0;
    for (core::Month month : months_of(mornings()))
        days += school_days(mornings(), month, {}, {}).size();
    BOOST_TEST(months_of(mornings()).size() == 2U);
    BOOST_TEST(days == school_days(mornings(), {}, {}).size());
    BOOST_TEST(days == 28U);
}

BOOST_AUTO_TEST_SUITE_END()
