// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/layout_file.hpp"
#include "returns/layout_store.hpp"
#include "returns/month_office.hpp"
#include "returns/return_check.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>

using returns::Layout;

namespace {

constexpr std::string_view small = R"toml(
name = "month"
version = "district-1"
period = "month"
title = { km = "របាយការណ៍", en = "Return" }

[[age-band]]
key = "0-17"
from = 0
to = 17
name = { km = "ក្មេង", en = "Young" }

[[age-band]]
key = "18+"
from = 18
name = { km = "ពេញវ័យ", en = "Grown" }

[[sheet]]
kind = "figures"
key = "figures"
name = { km = "តួលេខ", en = "Figures" }

[[sheet.figure]]
key = "learners"
name = { km = "អ្នកសិក្សា", en = "Learners" }

[[sheet.figure]]
key = "grown-women-gone"
name = { km = "ពេញវ័យចាកចេញ", en = "Grown who left" }
where = { exit = ["left"], age = ["18+"] }

[[sheet.figure]]
key = "age"
name = { km = "អាយុ", en = "Age" }
each = "age"

[[sheet.sum]]
parts = ["age:"]
whole = "learners"
)toml";

// The small layout with one piece put in place of another.
std::string with(std::string_view piece, std::string_view other) {
    std::string text{small};
    const std::size_t at = text.find(piece);
    BOOST_REQUIRE(at != std::string::npos);
    return text.replace(at, piece.size(), other);
}

std::string fault(const std::string& text) {
    const auto layout = returns::parse_layout(text, "own.toml");
    return layout ? "good" : layout.error().code;
}

struct Office : test::MonthOffice {
    core::Expected<Layout> take(const std::string& toml) {
        storage::Transaction tx(database, {"sokha"});
        auto taken = returns::use_own_layout(tx, toml, "own.toml");
        if (taken) tx.commit();
        return taken;
    }
    std::string value(const std::filesystem::path& file, const std::string& row) const {
        return returns::check_file(file).value().canonical->text_at("figures", row, "all.total");
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(layout, Office)

BOOST_AUTO_TEST_CASE(the_layouts_that_come_with_the_program_are_whole) {
    const auto layouts = returns::shipped_layouts();
    BOOST_TEST(layouts.size() == 4U);
    for (const Layout& one : layouts) {
        BOOST_TEST(!one.official, one.name); // no form was seen
        BOOST_TEST(one.sheets.front().key == "cover", one.name);
        for (const returns::SheetPlan& sheet : one.sheets) {
            BOOST_TEST(!sheet.name.km.empty());
            BOOST_TEST(!sheet.title.en.empty());
        }
        BOOST_TEST(!one.bands.back().to.has_value(), one.name);
        for (const int age : {0, 14, 15, 17, 24, 45, 46, 99})
            BOOST_TEST(returns::band_of(one.bands, age).has_value(), one.name << " " << age);
        BOOST_TEST(!returns::band_of(one.bands, -1).has_value());
    }
}

BOOST_AUTO_TEST_CASE(what_is_wrong_in_a_layout_is_named_with_its_line) {
    BOOST_TEST(fault(std::string{small}) == "good");
    BOOST_TEST(fault("name = ") == "layout.not-toml");
    BOOST_TEST(fault(with("period = \"month\"", "")) == "layout.missing");
    BOOST_TEST(fault(with("version = \"district-1\"", "version = \"district 1\"")) == "layout.wrong-type");
    BOOST_TEST(fault(with("name = \"month\"", "name = \"Month!\"")) == "layout.wrong-type");
    BOOST_TEST(fault(with("period = \"month\"", "period = \"week\"")) == "layout.wrong-type");
    BOOST_TEST(fault(with("exit = [\"left\"]", "exit = [\"gone\"]")) == "layout.unknown-word");
    BOOST_TEST(fault(with("exit = [\"left\"]", "colour = [\"red\"]")) == "layout.unknown-word");
    BOOST_TEST(fault(with("[\"18+\"]", "[\"20+\"]")) == "layout.unknown-word");
    BOOST_TEST(fault(with("from = 18", "from = 19")) == "layout.bands");
    BOOST_TEST(fault(with("whole = \"learners\"", "whole = \"pupils\"")) == "layout.unknown-reference");
    BOOST_TEST(fault(with("key = \"grown-women-gone\"", "key = \"learners\"")) == "layout.repeated");
    // A province has a sheet of that name, and makes one of the section.
    BOOST_TEST(
        fault(with("[[sheet.figure]]\nkey = \"learners\"",
                   "[[sheet.figure]]\nkey = \"section:sent\"\nname = { km = \"ក\", en = \"A\" }\nheading = "
                   "true\n\n[[sheet.figure]]\nkey = \"learners\"")) == "layout.repeated");
    BOOST_TEST(fault(with("each = \"age\"", "eech = \"age\"")) == "layout.unknown-key");
    BOOST_TEST(fault(with("from = 0", "from = -1")) == "layout.out-of-range");
    const auto error =
        returns::parse_layout(with("exit = [\"left\"]", "exit = [\"gone\"]"), "own.toml").error();
    BOOST_TEST(error.place.file == "own.toml");
    BOOST_TEST(error.place.row.value_or(0) == 30);
    BOOST_TEST(error.fact("value") == "gone");
}

BOOST_AUTO_TEST_CASE(an_office_builds_with_its_own_layout_and_what_was_built_keeps_the_old_one) {
    fill();
    const auto old = folder / "old.xlsx";
    build(old);
    BOOST_REQUIRE(take(std::string{small}));
    const auto file = folder / "own.xlsx";
    const auto outcome = build(file);
    BOOST_TEST(outcome.is_new);
    BOOST_TEST(outcome.built->version == 2);
    BOOST_TEST(value(file, "learners") == "8");
    BOOST_TEST(value(file, "grown-women-gone") == "1");
    BOOST_TEST(value(file, "age:0-17") == "2");
    BOOST_TEST(returns::check_file(file).value().canonical->head.layout == "month district-1");
    // The first version is read by the layout it names.
    BOOST_TEST(returns::check_file(old).value().canonical->head.layout == "month 2026-1");
    BOOST_TEST(returns::find_layout(database, "month 2026-1").has_value());
    BOOST_TEST(returns::check_return(database, old, progress).value().findings.size() ==
               returns::check_return(database, file, progress).value().findings.size());
    // And back.
    storage::Transaction tx(database, {"sokha"});
    BOOST_REQUIRE(returns::use_shipped_layout(tx, "month"));
    tx.commit();
    BOOST_TEST(!returns::current_layout(database, "month")->own);
    BOOST_TEST(build(folder / "again.xlsx").built->version == 3);
}

BOOST_AUTO_TEST_CASE(a_version_says_one_thing) {
    BOOST_REQUIRE(take(std::string{small}));
    BOOST_REQUIRE(take(std::string{small})); // the same once more
    BOOST_TEST(take(with("Grown who left", "Left")).error().code == "layout.version-taken");
    BOOST_TEST(take(with("version = \"district-1\"", "version = \"2026-1\"")).error().code ==
               "layout.version-taken");
    BOOST_TEST(take(with("period = \"month\"", "period = \"year\"")).error().code == "layout.other-period");
}

BOOST_AUTO_TEST_CASE(a_layout_that_nobody_here_has_stands_in_the_way) {
    fill();
    BOOST_REQUIRE(take(std::string{small}));
    const auto file = folder / "own.xlsx";
    build(file);
    test::MonthOffice province("02");
    const auto checked = returns::check_return(province.database, file, progress).value();
    const auto unknown = [](const auto& one) { return one.finding.what.code == "return.layout-unknown"; };
    BOOST_TEST(std::any_of(checked.findings.begin(), checked.findings.end(), unknown));
    storage::Transaction tx(province.database, {"dara"});
    BOOST_REQUIRE(returns::use_own_layout(tx, std::string{small}, "own.toml"));
    tx.commit();
    const auto again = returns::check_return(province.database, file, progress).value();
    BOOST_TEST(std::none_of(again.findings.begin(), again.findings.end(), unknown));
}

BOOST_AUTO_TEST_SUITE_END()
