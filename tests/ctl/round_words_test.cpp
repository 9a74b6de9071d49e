// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/typed.hpp"

#include <boost/test/unit_test.hpp>

namespace {

struct Rounds : test::Prompt {
    // The sample's year is over.
    Rounds() { clock.set(core::Day{std::chrono::year{2026} / 9 / 1}); }

    std::string district = sample_office("district.srok");
    std::string province = new_office("province.srok", "02");

    test::Typed ask_in(const std::string& office, std::vector<std::string> words) {
        words.insert(words.begin(), {"return", office});
        return ask(std::move(words));
    }
    ctl::Json build(const std::string& name) {
        return ask_in(district, {"build", "2025-12", "--out", file(name)}).json();
    }
    std::string receive(const std::string& name) {
        return std::to_string(
            ask_in(province, {"receive", file(name)}).json()["received"][0]["id"].get<int>());
    }
    ctl::Json own() {
        const ctl::Json status = ask_in(district, {"status"}).json();
        for (const auto& one : status["own"])
            if (one["period"] == "2025-12") return one;
        return nullptr;
    }
    ctl::Json december_of(const std::string& office) {
        const ctl::Json status = ask_in(province, {"status"}).json();
        for (const auto& period : status["periods"])
            if (period["period"] == "2025-12")
                for (const auto& one : period["offices"])
                    if (one["office"] == office) return one;
        return nullptr;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(round_words, Rounds)

BOOST_AUTO_TEST_CASE(a_round_is_asked_for_changed_and_taken_away) {
    const auto made =
        ask_in(province, {"round", "month", "--due", "5", "--layout", "month", "--since", "2025-11-01"});
    BOOST_TEST(made.exit == 0);
    BOOST_TEST(made.json()["rounds"][0]["due"] == 5);
    BOOST_TEST(ask_in(province, {"round", "month", "--due", "8"}).json()["rounds"][0]["since"] ==
               "2025-11-01");
    BOOST_TEST(ask_in(province, {"rounds"}).json()["rounds"][0]["due"] == 8);
    BOOST_TEST(december_of("0202")["standing"] == "late");
    BOOST_TEST(december_of("0202")["days_late"] == 236);
    BOOST_TEST(ask_in(province, {"round", "month", "--remove"}).json()["rounds"].empty());
    BOOST_TEST(ask_in(province, {"round", "month", "--remove"}).error() == "round.unknown");
    BOOST_TEST(ask_in(province, {"round", "week"}).exit == 2);
    BOOST_TEST(ask_in(province, {"round", "month", "--due", "900"}).error() == "round.due-days");
    BOOST_TEST(type({"return", province, "rounds"}).exit == 0);
}

BOOST_AUTO_TEST_CASE(a_figure_without_a_register_is_declared_listed_and_taken_back) {
    const auto declare = [&](std::vector<std::string> more) {
        std::vector<std::string> words = {"declare", "2025-12"};
        words.insert(words.end(), more.begin(), more.end());
        words.insert(words.end(), {"--source", "បញ្ជីក្រដាស", "--day", "2025-12-20", "--by", "លឹម សុភា"});
        return ask_in(district, words);
    };
    const auto made = declare({"learners", "24", "--female", "13", "--institution", "1"});
    BOOST_TEST(made.exit == 0);
    BOOST_TEST(made.json()["declared"][0]["total"] == 24);
    BOOST_TEST(declare({"rooms", "6"}).json()["declared"].size() == 2U);
    BOOST_TEST(declare({"rooms", "6", "--female", "2"}).error() == "declared.not-people");
    BOOST_TEST(declare({"elephants", "6"}).error() == "declared.unknown");
    build("declared.xlsx");
    receive("declared.xlsx");
    BOOST_TEST(december_of("0202")["from_registers"].get<int>() < 100);
    const auto listed = ask_in(district, {"declared", "2025-12"}).json()["declared"];
    BOOST_REQUIRE(listed.size() == 2U);
    const std::string id = std::to_string(listed[0]["id"].get<int>());
    BOOST_TEST(ask_in(district, {"take-back-declared", "2025-12", id}).json()["declared"].size() == 1U);
    BOOST_TEST(ask_in(district, {"take-back-declared", "2025-12", id}).error() == "declared.not-there");
    BOOST_TEST(type({"return", district, "declared", "2025-12"}).exit == 0);
    const auto next = ask_in(district, {"declare-as-before", "2026-01"}).json()["declared"];
    BOOST_REQUIRE(next.size() == 1U);
    BOOST_TEST(next[0]["source_day"] == "2025-12-20");
    BOOST_TEST(ask_in(district, {"declare-as-before", "2026-01"}).error() == "declared.none-before");
}

BOOST_AUTO_TEST_CASE(a_return_goes_round_until_it_is_accepted_and_mended_after_it) {
    build("v1.xlsx");
    BOOST_TEST(own()["standing"] == "built");
    const std::string first = receive("v1.xlsx");
    const auto back =
        ask_in(province, {"reject", first, "--reason", "តួលេខមិនត្រូវ", "--remark",
                          "figures!learners/all.total=សូមរាប់ម្តងទៀត", "--receipt", file("r1.xlsx")});
    BOOST_TEST(back.exit == 0);
    BOOST_TEST(back.json()["state"] == "rejected");
    BOOST_TEST(back.json()["remarks"][0]["text"] == "សូមរាប់ម្តងទៀត");
    BOOST_TEST(december_of("0202")["standing"] == "to-mend");
    const auto taken = ask_in(district, {"take-receipt", file("r1.xlsx")});
    BOOST_TEST(taken.exit == 0);
    BOOST_TEST(taken.json()["decision"]["ruling"] == "rejected");
    BOOST_TEST(taken.json()["order"] == "newest");
    BOOST_TEST(own()["standing"] == "to-mend");
    BOOST_TEST(own()["decision"]["remarks"][0]["row"] == "learners");

    BOOST_TEST(ask_in(province, {"accept", first, "--receipt", file("r2.xlsx")}).exit == 0);
    const auto accepted = ask_in(district, {"take-receipt", file("r2.xlsx")});
    BOOST_TEST(accepted.json()["decision"]["number"] == 2);
    BOOST_TEST(own()["standing"] == "accepted");
    BOOST_TEST(own()["accepted_version"] == 1);
    BOOST_TEST(ask_in(district, {"take-receipt", file("r1.xlsx")}).json()["order"] == "same");

    const auto shut = ask({"class", district, "enrol", "4", "1", "--from", "2025-12-15"});
    BOOST_TEST(shut.exit == 2);
    BOOST_TEST(shut.error() == "period.locked");
    BOOST_TEST(shut.json()["error"]["message"].get<std::string>().find("2025-12") != std::string::npos);
    BOOST_TEST(ask_in(district, {"correct", "2025-12", "--reason", ""}).error() == "correction.no-reason");
    const auto opened = ask_in(district, {"correct", "2025-12", "--reason", "ភ្លេចសិស្សម្នាក់"});
    BOOST_TEST(opened.json()["standing"] == "correcting");
    BOOST_TEST(ask({"class", district, "enrol", "4", "1", "--from", "2025-12-15"}).exit == 0);
    BOOST_TEST(own()["standing"] == "changed");
    BOOST_TEST(build("v2.xlsx")["version"] == 2);
    BOOST_TEST(own()["standing"] == "built");
    BOOST_TEST(receive("v2.xlsx") == "2");
}

BOOST_AUTO_TEST_CASE(the_receipt_can_be_written_again_and_is_refused_where_it_does_not_belong) {
    build("v1.xlsx");
    const std::string id = receive("v1.xlsx");
    BOOST_TEST(ask_in(province, {"receipt", id, "--out", file("r.xlsx")}).error() == "receipt.undecided");
    BOOST_TEST(ask_in(province, {"accept", id, "--receipt", file("")})
                   .json()["receipt"]
                   .get<std::string>()
                   .ends_with("0202_2025-12_v1_receipt1.xlsx"));
    const auto again = ask_in(province, {"receipt", id, "--out", file("r.xlsx")});
    BOOST_TEST(again.exit == 0);
    BOOST_TEST(again.json()["ruling"] == "accepted");
    BOOST_TEST(ask_in(district, {"take-receipt", file("v1.xlsx")}).error() == "receipt.not-a-receipt");
    BOOST_TEST(ask_in(province, {"take-receipt", file("r.xlsx")}).error() == "receipt.level");
    BOOST_TEST(ask_in(province, {"receipt", id, "--out", province}).exit == 2);
    const auto checked = ask_in(province, {"check", file("r.xlsx")});
    BOOST_TEST(checked.json()["verdict"] == "verified");
    BOOST_TEST(type({"return", district, "take-receipt", file("r.xlsx")}).exit == 0);
}

BOOST_AUTO_TEST_CASE(a_remark_that_fits_nowhere_leaves_the_return_undecided) {
    build("v1.xlsx");
    const std::string id = receive("v1.xlsx");
    const auto refused = ask_in(province, {"reject", id, "--reason", "R", "--remark", "figures!ZZ99=x"});
    BOOST_TEST(refused.error() == "remark.no-place");
    BOOST_TEST(december_of("0202")["state"] == "received");
    BOOST_TEST(ask_in(province, {"reject", "9", "--reason", "R", "--remark", "figures!A1=x"}).error() ==
               "return.unknown");
}

BOOST_AUTO_TEST_CASE(what_is_to_be_explained_is_listed_and_explained_by_its_key) {
    const auto listed = ask_in(district, {"explain", "2025-12"});
    BOOST_TEST(listed.exit == 0);
    BOOST_TEST(type({"return", district, "explain", "2025-12"}).exit == 0);
    BOOST_TEST(ask_in(district, {"explain", "2025-12", "none", "--text", "x"}).error() == "finding.unknown");
    BOOST_TEST(ask_in(district, {"explain", "2025-12", "none"}).error() == "usage.missing");
    BOOST_TEST(ask_in(district, {"explain", "december"}).error() == "period.unreadable");
    // September has begun and nobody took a register: a class that is still open has to say why.
    clock.set(core::Day{std::chrono::year{2026} / 1 / 20});
    const auto found = ask_in(district, {"explain", "2026-01"}).json();
    for (const auto& finding : found["findings"])
        if (finding["weight"] == "explain") {
            const auto said =
                ask_in(district, {"explain", "2026-01", finding["key"].get<std::string>(), "--text", "គ្រូឈឺ"});
            BOOST_TEST(said.exit == 0);
            BOOST_TEST(said.json()["to_explain"] == found["to_explain"].get<int>() - 1);
            break;
        }
}

BOOST_AUTO_TEST_CASE(a_return_is_shown_beside_others) {
    build("v1.xlsx");
    const std::string id = receive("v1.xlsx");
    const auto found = ask_in(province, {"compare", id});
    BOOST_TEST(found.exit == 0);
    BOOST_TEST(found.json()["rows"][1]["key"] == "learners");
    BOOST_TEST(found.json()["last_version"].is_null());
    BOOST_TEST(found.json()["neighbours"] == 0);
    BOOST_TEST(type({"return", province, "compare", id}).exit == 0);
    BOOST_TEST(ask_in(province, {"compare", "9"}).error() == "return.unknown");
}

BOOST_AUTO_TEST_SUITE_END()
