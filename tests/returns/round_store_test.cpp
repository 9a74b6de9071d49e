// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/province_office.hpp"
#include "returns/round_store.hpp"
#include "returns/status.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace std::chrono_literals;
using returns::PeriodKind;
using returns::ReturnPeriod;
using returns::Standing;

namespace {

struct Rounds : test::ProvinceOffice {
    std::string ask(const returns::Round& round) {
        return test::code_of(change([&](storage::Transaction& tx) { return returns::set_round(tx, round); }));
    }
    std::string ask_for_months(int due = 5) {
        return ask({.kind = PeriodKind::month, .layout = "month", .due_days = due, .since = 2025y / 11 / 1});
    }
    returns::PeriodStatus board(const std::string& period) const {
        for (returns::PeriodStatus& one : returns::load_status(database).periods)
            if (one.period == period) return std::move(one);
        throw std::logic_error("no such period on the board: " + period);
    }
    returns::OfficeStatus standing(const std::string& period = "2025-12") const {
        auto all = board(period).offices;
        return *std::find_if(all.begin(), all.end(), [](const auto& one) { return one.code == "0202"; });
    }
};

// December of Thma Koul: first as it was, then with a learner more, each with a finding to be explained.
struct Sent {
    test::MonthOffice district{"0202", 1};
    std::filesystem::path v1 = district.folder / "v1.xlsx";
    std::filesystem::path v2 = district.folder / "v2.xlsx";
    std::filesystem::path v3 = district.folder / "v3.xlsx";
    Sent() {
        district.fill();
        const auto in = district.open_class("មិនបានស្រង់");
        const auto learner = [&](const char* name) { return district.add(name, core::Sex::female); };
        district.enrol(in, learner("យី សុខា"));
        district.build(v1);
        district.enrol(in, learner("ហៃ ម៉ារី"));
        district.build(v2);
        district.enrol(in, learner("ទូច ពៅ"));
        district.take_december(in);
        district.build(v3);
    }
};

Sent& sent() {
    static Sent made;
    return made;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(round_store, Rounds)

BOOST_AUTO_TEST_CASE(a_round_has_its_layout_and_its_due_day_and_another_takes_its_place) {
    BOOST_TEST(ask_for_months(5) == "");
    BOOST_TEST(
        ask({.kind = PeriodKind::year, .layout = "school-year", .due_days = 30, .since = 2025y / 11 / 1}) ==
        "");
    BOOST_TEST(ask_for_months(8) == "");
    const auto rounds = returns::list_rounds(database);
    BOOST_REQUIRE(rounds.size() == 2U);
    BOOST_TEST(rounds[0].due_days == 8);
    BOOST_TEST((returns::due_day(rounds[0], ReturnPeriod(2025y / 12)) == core::Day{2026y / 1 / 8}));
    BOOST_TEST(rounds[1].layout == "school-year");
    BOOST_TEST(
        (returns::due_day(rounds[1], *ReturnPeriod::from_text("2025-2026")) == core::Day{2026y / 11 / 30}));
}

BOOST_AUTO_TEST_CASE(a_round_without_sheets_or_with_an_impossible_day_is_refused) {
    BOOST_TEST(ask_for_months(-1) == "round.due-days");
    BOOST_TEST(ask_for_months(367) == "round.due-days");
    BOOST_TEST(ask({.kind = PeriodKind::month, .layout = " ", .due_days = 5, .since = 2025y / 11 / 1}) ==
               "round.no-layout");
    BOOST_TEST(test::code_of(change([](storage::Transaction& tx) {
                   return returns::remove_round(tx, PeriodKind::semester);
               })) == "round.unknown");
    BOOST_TEST(returns::list_rounds(database).empty());
}

BOOST_AUTO_TEST_CASE(the_same_round_again_writes_nothing) {
    ask_for_months();
    const auto before = last_audit().seq;
    ask_for_months();
    BOOST_TEST(last_audit().seq == before);
}

BOOST_AUTO_TEST_CASE(the_board_has_every_period_that_is_over_and_asked_for_the_newest_first) {
    clock.set(2026y / 4 / 2);
    ask_for_months();
    ask({.kind = PeriodKind::semester, .layout = "semester", .due_days = 20, .since = 2025y / 11 / 1});
    std::vector<std::string> periods;
    for (const auto& one : returns::load_status(database).periods)
        periods.push_back(one.period);
    const std::vector<std::string> expected = {"2026-03", "2025-2026-S1", "2026-02",
                                               "2026-01", "2025-12",      "2025-11"};
    BOOST_TEST(periods == expected, boost::test_tools::per_element());
    BOOST_TEST((board("2025-2026-S1").due == core::Day{2026y / 4 / 20}));
}

BOOST_AUTO_TEST_CASE(nothing_that_came_is_late_only_after_the_due_day) {
    ask_for_months(6); // today is the sixth
    BOOST_TEST((standing().standing == Standing::waited_for));
    clock.set(2026y / 1 / 9);
    BOOST_TEST((standing().standing == Standing::late));
    BOOST_TEST(standing().days_late == 3);
}

BOOST_AUTO_TEST_CASE(what_came_late_is_said_to_have_come_late_and_stays_so) {
    ask_for_months(4);
    receive(sent().v1);
    clock.set(2026y / 2 / 20);
    BOOST_TEST(standing().days_late == 2);
}

BOOST_AUTO_TEST_CASE(without_a_round_nothing_is_late) {
    clock.set(2026y / 1 / 31);
    BOOST_TEST((standing().standing == Standing::waited_for));
    BOOST_TEST(!board("2025-12").due.has_value());
}

BOOST_AUTO_TEST_CASE(a_return_goes_from_to_be_explained_over_to_be_mended_to_accepted) {
    const auto first = receive(sent().v1);
    BOOST_TEST((standing().standing == Standing::to_explain));
    reject(first, "ពន្យល់ថ្ងៃដែលមិនបានស្រង់");
    BOOST_TEST((standing().standing == Standing::to_mend));
    const auto third = receive(sent().v3);
    BOOST_TEST((standing().standing == Standing::received));
    BOOST_TEST(accept(third) == "");
    BOOST_TEST((standing().standing == Standing::accepted));
}

BOOST_AUTO_TEST_CASE(a_version_that_never_came_is_shown_until_it_comes) {
    receive(sent().v1);
    receive(sent().v3);
    BOOST_TEST(standing().missing_versions == std::vector<std::int64_t>{2}, boost::test_tools::per_element());
    receive(sent().v2);
    BOOST_TEST(standing().missing_versions.empty());
}

BOOST_AUTO_TEST_SUITE_END()
