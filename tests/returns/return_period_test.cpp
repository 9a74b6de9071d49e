// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/return_period.hpp"
#include "returns/semesters.hpp"

#include <boost/test/unit_test.hpp>

using namespace std::chrono_literals;
using returns::PeriodKind;
using returns::ReturnPeriod;

BOOST_AUTO_TEST_SUITE(return_period)

BOOST_AUTO_TEST_CASE(a_period_is_read_as_it_is_written) {
    for (const char* text : {"2025-12", "2025-2026-S1", "2025-2026-S2", "2025-2026", "2025-2026-school-year",
                             "2025-12-factories", "2025-2026-S1-factories"}) {
        const auto period = ReturnPeriod::from_text(text);
        BOOST_REQUIRE(period);
        BOOST_TEST(period->to_text() == text);
    }
    for (const char* text : {"", "2025", "2025-13", "2025-2027", "2025-2026-S3", "2025-2026-", "2025-12-01",
                             "2025-2026-year", "2025-12 x"})
        BOOST_TEST(!ReturnPeriod::from_text(text), text);
}

BOOST_AUTO_TEST_CASE(a_period_names_the_layout_of_its_return) {
    const auto layout = [](const char* text) { return ReturnPeriod::from_text(text)->layout(); };
    BOOST_TEST(layout("2025-12") == "month");
    BOOST_TEST(layout("2025-2026-S1") == "semester");
    BOOST_TEST(layout("2025-2026") == "year");
    BOOST_TEST(layout("2025-2026-school-year") == "school-year");
    BOOST_TEST(ReturnPeriod::from_text("2025-2026-school-year")->before().to_text() ==
               "2024-2025-school-year");
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

BOOST_AUTO_TEST_CASE(where_a_year_is_divided_is_data_of_that_year) {
    const auto year = [](std::string_view text) { return core::SchoolYear::from_text(text).value(); };
    BOOST_TEST(returns::shipped_semesters().months_of_first(year("2025-2026")) == 5);
    BOOST_TEST(!returns::shipped_semesters().rules.front().source.empty());
    const auto read = returns::parse_semesters("version\t1\nsource\tx\n2020-2021\t5\n2026-2027\t4\n").value();
    BOOST_TEST(read.months_of_first(year("2019-2020")) == 5);
    BOOST_TEST(read.months_of_first(year("2025-2026")) == 5);
    BOOST_TEST(read.months_of_first(year("2026-2027")) == 4);
    const auto reason = [](std::string_view text) {
        return std::string{returns::parse_semesters(text).error().fact("reason")};
    };
    BOOST_TEST(reason("version\t1\n") == "no rule");
    BOOST_TEST(reason("2020-2021\t5\n") == "a rule without a source");
    BOOST_TEST(reason("source\tx\n2020-2021\t12\n") == "no school year with a number of months");
    BOOST_TEST(reason("source\tx\n2021-2022\t5\n2020-2021\t4\n") == "out of order");
    BOOST_TEST(reason("source\n") == "not two fields");
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
