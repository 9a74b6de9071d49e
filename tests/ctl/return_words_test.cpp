// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/shell.hpp"
#include "ctl/typed.hpp"
#include "returns/signed_workbook.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>

namespace {

struct Returns : test::Prompt {
    // The sample's year is over.
    Returns() { clock.set(core::Day{std::chrono::year{2026} / 9 / 1}); }

    std::string district() { return sample_office("district.srok"); }
    std::string province() { return new_office("province.srok", "02"); }
    // December of the sample district.
    std::string december() {
        const std::string out = file("december.xlsx");
        BOOST_REQUIRE(type({"return", district(), "build", "2025-12", "--out", out}).exit == 0);
        return out;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(return_words, Returns)

BOOST_AUTO_TEST_CASE(a_month_goes_from_the_district_into_the_provinces_workbook) {
    const std::string workbook = december();
    const std::string office = province();
    const auto received = ask({"return", office, "receive", workbook});
    BOOST_TEST(received.exit == 0);
    const auto one = received.json()["received"][0];
    BOOST_TEST(one["verdict"] == "verified");
    BOOST_TEST(one["order"] == "first");
    BOOST_TEST(one["signer"] == "new");
    const std::string id = std::to_string(one["id"].get<int>());
    BOOST_TEST(ask({"return", office, "accept", id}).json()["state"] == "accepted");
    const auto made = ask({"return", office, "consolidate", "2025-12", "--out", file("02.xlsx")});
    BOOST_TEST(made.exit == 0);
    BOOST_TEST(made.json()["counted"][0]["office"] == "0202");
    BOOST_TEST(made.json()["missing"].size() == 13U);
    BOOST_TEST(made.json()["learners"]["total"].get<int>() > 0);
    const auto checked = ask({"return", office, "check", file("02.xlsx")});
    BOOST_TEST(checked.exit == 0);
    BOOST_TEST(checked.json()["verdict"] == "verified");
}

BOOST_AUTO_TEST_CASE(a_samples_december_is_complete) {
    const auto built = ask({"return", district(), "build", "2025-12", "--out", file("december.xlsx")});
    BOOST_TEST(built.exit == 0);
    const auto json = built.json();
    BOOST_TEST(json["version"] == 1);
    for (const auto& finding : json["findings"])
        BOOST_TEST(finding["weight"] != "block");
}

BOOST_AUTO_TEST_CASE(into_a_folder_it_goes_under_its_own_name) {
    const auto built = ask({"return", district(), "build", "2025-12", "--out", file("")});
    BOOST_TEST(built.exit == 0);
    BOOST_TEST(std::filesystem::exists(folder / "0202_2025-12_v1.xlsx"));
}

BOOST_AUTO_TEST_CASE(a_check_says_whose_it_is_and_that_a_sample_signed_it) {
    const auto checked = ask({"return", district(), "check", december()});
    BOOST_TEST(checked.exit == 0);
    const auto json = checked.json();
    BOOST_TEST(json["verdict"] == "verified");
    BOOST_TEST(json["signer"] == "new");
    BOOST_TEST(json["office"] == "0202");
    BOOST_TEST(json["period"] == "2025-12");
    BOOST_TEST(json["version"] == 1);
    BOOST_TEST(json["cells"].empty());
    BOOST_TEST(json["findings"].back()["code"] == "sample.key");
}

BOOST_AUTO_TEST_CASE(an_edited_return_is_found_and_its_cell_named) {
    const std::string path = file("edited.xlsx");
    returns::ReturnHead head;
    head.office = "0202";
    head.period = "2025-12";
    returns::SignedWorkbook workbook(ctl::path_of(path), head, {"", "", clock.now()});
    const std::vector<std::string> columns = {"all.total"};
    auto& sheet = workbook.add_sheet("figures", "តួលេខ", columns);
    sheet.row("learners");
    sheet.number(0, 40);
    sheet.looks().number(1, 1, std::int64_t{41}, spreadsheet::Style::count);
    workbook.finish(office::SigningKey::make(random));
    workbook.publish();
    const auto checked = ask({"return", district(), "check", path});
    BOOST_TEST(checked.exit == 1);
    const auto json = checked.json();
    BOOST_TEST(json["verdict"] == "edited");
    BOOST_TEST(json["cells"][0]["sheet"] == "តួលេខ");
    BOOST_TEST(json["cells"][0]["cell"] == "B2");
    BOOST_TEST(json["cells"][0]["was"] == "40");
    BOOST_TEST(json["cells"][0]["is"] == "41");
    const std::string office = province();
    BOOST_TEST(ask({"return", office, "receive", path}).exit == 1);
    const auto refused = ask({"return", office, "accept", "1"});
    BOOST_TEST(refused.exit == 2);
    BOOST_TEST(refused.error() == "return.not-acceptable");
}

BOOST_AUTO_TEST_CASE(wrong_input_is_refused_by_its_code) {
    const std::string office = province();
    const std::string out = file("out.xlsx");
    const auto code = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"return", office});
        const auto typed = ask(std::move(arguments));
        BOOST_TEST(typed.exit == 2);
        return typed.error();
    };
    BOOST_TEST(code({"build", "2025-12", "--out", out}) == "return.build-level");
    BOOST_TEST(code({"build", "December", "--out", out}) == "period.unreadable");
    BOOST_TEST(code({"consolidate", "2025-13", "--out", out}) == "period.unreadable");
    BOOST_TEST(code({"accept", "1"}) == "return.unknown");
    BOOST_TEST(code({"check", file("none.xlsx")}) == "file.not-found");
    std::ofstream(folder / "note.xlsx") << "dear province";
    BOOST_TEST(code({"receive", file("note.xlsx")}) == "file.csv");
    BOOST_TEST(!std::filesystem::exists(folder / "out.xlsx"));
    BOOST_TEST(ask({"return", district(), "consolidate", "2025-12", "--out", out}).error() ==
               "return.consolidate-level");
}

BOOST_AUTO_TEST_CASE(with_nothing_accepted_the_provinces_workbook_says_so) {
    const std::string office = province();
    BOOST_TEST(ask({"return", office, "receive", december()}).exit == 0);
    const auto none = ask({"return", office, "consolidate", "2025-12", "--out", file("02.xlsx")});
    BOOST_TEST(none.exit == 1);
    BOOST_TEST(none.json()["counted"].empty());
    const auto some =
        ask({"return", office, "consolidate", "2025-12", "--out", file("02.xlsx"), "--provisional"});
    BOOST_TEST(some.exit == 0);
    BOOST_TEST(some.json()["provisional"] == true);
}

BOOST_AUTO_TEST_CASE(the_board_names_who_has_not_sent) {
    const std::string office = province();
    ask({"return", office, "receive", december()});
    ask({"return", office, "reject", "1", "--reason", "ខ្វះថ្នាក់មួយ"});
    const auto status = ask({"return", office, "status"}).json();
    BOOST_TEST(status["received"][0]["reason"] == "ខ្វះថ្នាក់មួយ");
    const auto month = status["periods"].back();
    BOOST_TEST(month["period"] == "2025-12");
    BOOST_TEST(month["missing"].size() == 13U);
    BOOST_TEST(month["offices"][1]["office"] == "0202");
    BOOST_TEST(month["offices"][1]["state"] == "rejected");
}

BOOST_AUTO_TEST_SUITE_END()
