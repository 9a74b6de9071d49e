// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/return_period.hpp"

#include <boost/test/unit_test.hpp>

using namespace std::chrono_literals;
using returns::PeriodKind;
using returns::ReturnPeriod;

BOOST_AUTO_TEST_SUITE(return_period)

BOOST_AUTO_TEST_CASE(a_period_is_read_as_it_is_written) {
    for (const char* text : {"2025-12", "2025-2026-S1", "2025-2026-S2", "2025-2026"}) {
        const auto period = ReturnPeriod::from_text(text);
        BOOST_REQUIRE(period);
        BOOST_TEST(period->to_text() == text);
    }
    for (const char* text : {"", "2025", "2025-13", "2025-2027", "2025-2026-S3", "2025-2026-", "2025-12-01"})
        BOOST_TEST(!ReturnPeriod::from_text(text), text);
}

BOOST_AUTO_TEST_CASE(two_semesters_are_a_school_year_without_a_gap) {
    const auto first = ReturnPeriod::from_text("2025-2026-S1").value();
    const auto second = ReturnPeriod::from_text("2025-2026-S2").value();
    const auto year = ReturnPeriod::from_text("2025-2026").value();
    BOOST_TEST((first.first_day() == year.first_day()));
    BOOST_TEST((core::next_day(first.last_day()) == second.first_day()));
    BOOST_TEST((second.last_day() == year.last_day()));
    BOOST_TEST(first.months().size() + second.months().size() == 12U);
    BOOST_TEST(first.name_en() == "Semester 1 of 2025-2026");
    BOOST_TEST(first.name_km() == "ឆមាសទី១ ឆ្នាំសិក្សា ២០២៥-២០២៦");
}

BOOST_AUTO_TEST_CASE(the_period_before_is_of_the_same_kind) {
    const auto before = [](const char* text) { return ReturnPeriod::from_text(text)->before().to_text(); };
    BOOST_TEST(before("2026-01") == "2025-12");
    BOOST_TEST(before("2025-2026-S1") == "2024-2025-S2");
    BOOST_TEST(before("2025-2026-S2") == "2025-2026-S1");
    BOOST_TEST(before("2025-2026") == "2024-2025");
    BOOST_TEST(ReturnPeriod::from_text("2025-2026-S2")->a_year_before().to_text() == "2024-2025-S2");
    BOOST_TEST(ReturnPeriod::from_text("2025-12")->a_year_before().to_text() == "2024-12");
}

BOOST_AUTO_TEST_CASE(every_day_lies_in_one_period_of_each_kind) {
    for (std::chrono::sys_days at = std::chrono::sys_days{2024y / 1 / 1};
         at < std::chrono::sys_days{2026y / 12 / 31}; at += std::chrono::days{1})
        for (const auto kind : {PeriodKind::month, PeriodKind::semester, PeriodKind::year}) {
            const auto period = ReturnPeriod::holding(core::Day{at}, kind);
            BOOST_REQUIRE((period.first_day() <= core::Day{at} && core::Day{at} <= period.last_day()));
            BOOST_REQUIRE((period.kind() == kind));
        }
}

BOOST_AUTO_TEST_SUITE_END()
