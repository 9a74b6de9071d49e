// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/typed.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <iterator>

namespace {

struct Layouts : test::Prompt {
    Layouts() { clock.set(core::Day{std::chrono::year{2026} / 9 / 1}); }
    std::string office = sample_office("district.srok");

    std::string read(const std::string& name) const {
        std::ifstream stream(folder / name);
        return {std::istreambuf_iterator<char>{stream}, {}};
    }
    // The month's layout with another version and one figure's words changed.
    std::string edited() {
        BOOST_REQUIRE(
            type({"return", office, "layout", "export", "month", "--out", file("month.toml")}).exit == 0);
        std::string text = read("month.toml");
        const auto put = [&](std::string_view piece, std::string_view other) {
            text.replace(text.find(piece), piece.size(), other);
        };
        put("version = \"2026-1\"", "version = \"02-1\"");
        put("en = \"Learners in the month\"", "en = \"Everyone who learned\"");
        std::ofstream(folder / "own.toml") << text;
        return file("own.toml");
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(layout_words, Layouts)

BOOST_AUTO_TEST_CASE(a_layout_is_taken_out_edited_and_taken_in) {
    const auto listed = ask({"return", office, "layout", "list"}).json()["layouts"];
    BOOST_TEST(listed.size() == 4U);
    BOOST_TEST(listed[0]["layout"] == "month");
    BOOST_TEST(listed[0]["own"] == false);
    const std::string own = edited();
    BOOST_TEST(ask({"return", office, "layout", "check", own}).json()["version"] == "02-1");
    BOOST_TEST(ask({"return", office, "layout", "take", own}).exit == 0);
    BOOST_TEST(ask({"return", office, "layout", "list"}).json()["layouts"][0]["own"] == true);
    const auto figures = ask({"return", office, "figures", "2025-12"});
    BOOST_TEST(figures.json()["layout"] == "month 02-1");
    BOOST_TEST(ask({"return", office, "layout", "use-shipped", "month"}).json()["own"] == false);
}

BOOST_AUTO_TEST_CASE(a_layout_that_cannot_be_used_changes_nothing) {
    std::ofstream(folder / "bad.toml") << "name = \"month\"\n";
    const auto refused = ask({"return", office, "layout", "take", file("bad.toml")});
    BOOST_TEST(refused.exit == 2);
    BOOST_TEST(refused.error() == "layout.missing");
    BOOST_TEST(ask({"return", office, "layout", "take", file("none.toml")}).error() == "file.not-found");
    BOOST_TEST(ask({"return", office, "layout", "use-shipped", "week"}).error() == "layout.unknown");
    BOOST_TEST(ask({"return", office, "build", "2025-12-week", "--out", file("x.xlsx")}).error() ==
               "layout.unknown");
    BOOST_TEST(ask({"return", office, "layout", "list"}).json()["layouts"][0]["own"] == false);
}

BOOST_AUTO_TEST_CASE(behind_a_figure_stand_as_many_learners_as_it_says) {
    const auto figures = ask({"return", office, "figures", "2025-2026-S1", "--sheet", "figures"}).json();
    const auto all = figures["sheets"][0]["all"];
    const auto behind = ask({"return", office, "behind", "2025-2026-S1", "left:moved"}).json()["learners"];
    BOOST_TEST(static_cast<int>(behind.size()) == all["left:moved"]["total"].get<int>());
    const auto literacy =
        ask({"return", office, "behind", "2025-2026-S1", "learners", "--of", "literacy"}).json()["learners"];
    BOOST_TEST(static_cast<int>(literacy.size()) ==
               figures["sheets"][0]["groups"][0]["figures"]["learners"]["total"].get<int>());
    BOOST_TEST(ask({"return", office, "behind", "2025-12", "beauty"}).error() == "layout.unknown-reference");
}

BOOST_AUTO_TEST_CASE(a_semester_goes_to_the_province_and_comes_out_by_district_and_for_all_to_read) {
    const std::string sent = file("semester.xlsx");
    BOOST_TEST(ask({"return", office, "build", "2025-2026-S1", "--out", sent}).exit == 0);
    const std::string province = new_office("province.srok", "02");
    BOOST_TEST(ask({"return", province, "receive", sent}).exit == 0);
    BOOST_TEST(ask({"return", province, "accept", "1"}).exit == 0);
    const auto made = ask({"return", province, "consolidate", "2025-2026-S1", "--out", file("")});
    BOOST_TEST(made.exit == 0);
    BOOST_TEST(std::filesystem::exists(folder / "02_2025-2026-S1_v1.xlsx"));
    BOOST_TEST(
        ask({"return", province, "consolidate", "2025-2026-S1", "--publishable", "--out", file("")}).exit ==
        0);
    BOOST_TEST(std::filesystem::exists(folder / "02_2025-2026-S1-publishable_v1.xlsx"));
    BOOST_TEST(
        ask({"return", province, "check", file("02_2025-2026-S1-publishable_v1.xlsx")}).json()["verdict"] ==
        "verified");
    BOOST_TEST(ask({"return", province, "profile", "0202", "2025-2026-S1", "--out", file("0202.pdf")}).exit ==
               0);
    BOOST_TEST(read("0202.pdf").starts_with("%PDF"));
    BOOST_TEST(ask({"return", province, "profile", "0203", "2025-2026-S1", "--out", file("x.pdf")}).error() ==
               "return.none-counts");
    BOOST_TEST(ask({"return", province, "profile", "9999", "2025-2026-S1", "--out", file("x.pdf")}).error() ==
               "return.unknown-district");
}

BOOST_AUTO_TEST_SUITE_END()
