// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/shell.hpp"
#include "ctl/typed.hpp"
#include "spreadsheet/writer.hpp"

#include <boost/test/unit_test.hpp>

namespace {

struct Maps : test::Prompt {
    Maps() { clock.set(core::Day{std::chrono::year{2026} / 2 / 3}); }

    std::string province() { return new_office("province.srok", "02"); }
    std::string sheet(const std::string& name, const std::string& last_row = "Roma") {
        const std::string path = file(name);
        spreadsheet::WorkbookWriter writer(ctl::path_of(path), {"List", "", clock.now()});
        auto& list = writer.add_sheet("January");
        const std::array<std::string, 5> labels{"Learners in the month", "At the start of the month",
                                                "New in the month", "At the end of the month", last_row};
        list.text(1, 1, "Total");
        list.text(1, 2, "Of them girls");
        const std::array<std::int64_t, 5> figures{40, 38, 2, 40, 3};
        for (std::uint32_t row = 0; row < labels.size(); ++row) {
            list.text(row + 2, 0, labels.at(row));
            list.number(row + 2, 1, figures.at(row));
            list.number(row + 2, 2, std::int64_t{row == 1 ? 19 : row == 2 ? 1 : row == 4 ? 2 : 20});
        }
        writer.publish();
        return path;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(map_words, Maps)

BOOST_AUTO_TEST_CASE(a_sheet_is_mapped_once_and_received_every_month) {
    const std::string office = province();
    const std::string january = sheet("january.xlsx");
    const auto looked = ask({"return", office, "map", january, "--office", "0204", "--period", "2026-01"});
    BOOST_TEST(looked.exit == 1); // something is to be said
    BOOST_TEST(looked.json()["undecided"] == 2);
    BOOST_TEST(looked.json()["saved"] == false);
    const auto mapped = ask({"return", office, "map", january, "--office", "0204", "--period", "2026-01",
                             "--row", "Roma=", "--column", "Of them girls=all.female", "--save"});
    BOOST_TEST(mapped.exit == 0);
    BOOST_TEST(mapped.json()["figures"] == 8);
    BOOST_TEST(mapped.json()["sheets"][0]["rows"][4]["key"] == nullptr);
    const auto came = ask({"return", office, "receive", january, "--office", "0204", "--period", "2026-01"});
    BOOST_TEST(came.exit == 1); // it is not signed
    const auto one = came.json()["received"][0];
    BOOST_TEST(one["verdict"] == "unsigned");
    BOOST_TEST(one["office"] == "0204");
    BOOST_TEST(one["version"] == 1);
    const std::string id = std::to_string(one["id"].get<int>());
    BOOST_TEST(ask({"return", office, "accept", id}).json()["state"] == "accepted");
    const auto made = ask({"return", office, "consolidate", "2026-01", "--out", file("02.xlsx")});
    BOOST_TEST(made.json()["counted"][0]["verdict"] == "unsigned");
    BOOST_TEST(made.json()["learners"]["female"] == 20);
    // The next month it is read at once, and what is new in it is named.
    const auto next =
        ask({"return", office, "receive", sheet("february.xlsx", "Guests"), "--office", "0204"});
    BOOST_TEST(next.json()["received"][0]["period"] == "2026-02");
    BOOST_TEST(next.json()["received"][0]["findings"].back()["code"] == "stranger.new");
    BOOST_TEST(next.json()["received"][0]["findings"].back()["cell"] == "A7");
}

BOOST_AUTO_TEST_CASE(wrong_input_is_refused_by_its_code) {
    const std::string office = province();
    const std::string january = sheet("january.xlsx");
    const auto code = [&](std::vector<std::string> more) {
        std::vector<std::string> words = {"return", office, "map", january, "--office", "0204"};
        words.insert(words.end(), more.begin(), more.end());
        return ask(words).error();
    };
    BOOST_TEST(code({}) == "stranger.no-period");
    BOOST_TEST(code({"--period", "2026-01", "--row", "Nobody=learners"}) == "stranger.no-label");
    BOOST_TEST(code({"--period", "2026-01", "--row", "Roma=nobody"}) == "stranger.no-key");
    BOOST_TEST(code({"--period", "2026-01", "--sheet", "May"}) == "stranger.no-sheet");
    BOOST_TEST(
        ask({"return", office, "receive", january, "--office", "0204", "--period", "2026-01"}).error() ==
        "stranger.no-map");
    BOOST_TEST(ask({"return", office, "map", january, "--office", "0999", "--period", "2026-01"}).error() ==
               "return.unknown-district");
}

BOOST_AUTO_TEST_SUITE_END()
