// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/mark_store.hpp"
#include "attendance/register_block.hpp"
#include "attendance/register_store.hpp"
#include "attendance/sample_class.hpp"

#include <boost/test/unit_test.hpp>

using attendance::CellMark;
using attendance::Mark;
using attendance::plan_block;
using attendance::RegisterCell;
using namespace std::chrono_literals;

namespace {

struct Fixture : test::SampleClass {
    attendance::Register december() { return attendance::load_register(database, class_id, 2025y / 12); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(register_block, Fixture)

BOOST_AUTO_TEST_CASE(a_block_is_laid_on_learners_and_days_and_what_is_no_mark_is_named) {
    const auto plan = plan_block(december(), {}, {{"ច", "Q"}, {"A", "x/2"}}, {1, 3});
    BOOST_TEST((plan.cells == std::vector<CellMark>{{enrolments[1], 2025y / 12 / 3, Mark::permission},
                                                    {enrolments[2], 2025y / 12 / 3, Mark::absent}}));
    BOOST_REQUIRE(plan.refused.size() == 2U);
    BOOST_TEST((plan.refused[0].at == RegisterCell{1, 4}));
    BOOST_TEST(plan.refused[0].why.code == "attendance.unknown-letter");
    BOOST_TEST(plan.refused[0].why.fact("text") == "Q");
    BOOST_TEST((plan.refused[1].at == RegisterCell{2, 4}));
}

BOOST_AUTO_TEST_CASE(letters_of_the_office_are_read_in_a_block) {
    const auto plan = plan_block(december(), {{"ឈ", Mark::permission}}, {{"ឈ"}}, {0, 1});
    BOOST_REQUIRE(plan.cells.size() == 1U);
    BOOST_TEST((plan.cells[0].mark == Mark::permission));
}

BOOST_AUTO_TEST_CASE(what_stands_past_the_register_is_refused_unless_it_is_blank) {
    const auto plan = plan_block(december(), {}, {{"A", " ", "P"}, {"", "", ""}, {"A"}}, {2, 30});
    BOOST_TEST(plan.cells.size() == 1U);
    BOOST_REQUIRE(plan.refused.size() == 2U);
    for (const auto& refusal : plan.refused) {
        BOOST_TEST(refusal.why.code == "block.beyond");
        BOOST_TEST(!refusal.at.has_value());
    }
}

BOOST_AUTO_TEST_CASE(a_blank_takes_a_mark_away_and_takes_no_day) {
    change([&](storage::Transaction& tx) {
        return attendance::set_mark(tx, enrolments[0], 2025y / 12 / 1, Mark::absent);
    });
    const auto plan = plan_block(december(), {}, {{"", "", "."}}, {0, 1});
    BOOST_TEST((plan.cells == std::vector<CellMark>{{enrolments[0], 2025y / 12 / 1, Mark::none},
                                                    {enrolments[0], 2025y / 12 / 3, Mark::none}}));
}

BOOST_AUTO_TEST_CASE(a_day_is_copied_for_those_in_the_class_on_both) {
    enrol("learner 200", 2025y / 12 / 8);
    change([&](storage::Transaction& tx) {
        return attendance::set_mark(tx, enrolments[1], 2025y / 12 / 5, Mark::permission);
    });
    const auto cells = attendance::copied_day(december(), 2025y / 12 / 5, 2025y / 12 / 8);
    BOOST_TEST((cells == std::vector<CellMark>{{enrolments[0], 2025y / 12 / 8, Mark::none},
                                               {enrolments[1], 2025y / 12 / 8, Mark::permission},
                                               {enrolments[2], 2025y / 12 / 8, Mark::none}}));
}

BOOST_AUTO_TEST_SUITE_END()
