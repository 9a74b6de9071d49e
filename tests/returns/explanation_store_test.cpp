// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_bytes.hpp"
#include "returns/explanation_store.hpp"
#include "returns/gather.hpp"
#include "returns/province_office.hpp"
#include "spreadsheet/archive.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>

namespace {

const std::string why = "គ្រូបង្រៀនឈឺពេញមួយខែ";

// The notes of every sheet as the file has them.
std::string comments_in(const std::filesystem::path& file) {
    const std::string bytes = test::bytes_of(file);
    auto archive = spreadsheet::Archive::open(bytes, {}).value();
    std::string all;
    for (std::size_t at = 0; at < archive.entries().size(); ++at) {
        if (archive.entries()[at].name.find("comments") == std::string::npos) continue;
        auto part = archive.read(at).value();
        std::array<char, 4096> piece{};
        for (std::size_t got = 0; (got = part.read(piece).value()) > 0;)
            all.append(piece.data(), got);
    }
    return all;
}

// December with a class whose register nobody took.
struct Explained : test::MonthOffice {
    std::filesystem::path file = folder / "return.xlsx";
    classes::ClassId not_taken{};

    Explained() {
        fill();
        not_taken = open_class("មិនបានស្រង់");
        enrol(not_taken, add("យី សុខា", core::Sex::female));
    }
    std::vector<returns::Finding> findings() {
        auto found =
            returns::gather(database, returns::ReturnPeriod{test::december},
                            returns::layout_for(database, returns::ReturnPeriod{test::december}).value(),
                            progress)
                .content.findings;
        returns::fill_explanations(database, "2025-12", found);
        return found;
    }
    returns::Finding finding() {
        const auto all = findings();
        return *std::find_if(all.begin(), all.end(),
                             [](const auto& one) { return one.weight == returns::Weight::explain; });
    }
    std::string explain(const std::string& key, const std::string& text) {
        const auto known = findings();
        return test::code_of(change([&](storage::Transaction& tx) {
            return returns::explain(tx, returns::ReturnPeriod(test::december), known, key, text);
        }));
    }
    std::string explain(const std::string& text) { return explain(finding_key(finding()), text); }
    returns::CheckedReturn checked() { return *returns::check_return(database, file, progress); }
    returns::CheckedReturn::Placed placed() {
        const auto all = checked().findings;
        return *std::find_if(all.begin(), all.end(),
                             [](const auto& one) { return one.finding.weight == returns::Weight::explain; });
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(explanation_store, Explained)

BOOST_AUTO_TEST_CASE(an_explanation_travels_signed_with_its_finding) {
    BOOST_TEST(explain(why) == "");
    BOOST_TEST(last_audit().verb == "return.explain");
    build(file);
    BOOST_TEST(placed().explanation == why);
    BOOST_TEST(placed().finding.explanation == why);
    BOOST_TEST(checked().file.answers.empty());
    const auto now = checked();
    const auto* value = now.file.canonical->find("findings", "1", "explanation");
    BOOST_REQUIRE(value != nullptr);
    BOOST_TEST((value->type == returns::ValueType::text));
}

BOOST_AUTO_TEST_CASE(it_stands_as_a_note_on_the_cell_that_it_is_about) {
    build(file);
    BOOST_TEST(comments_in(file).empty());
    explain(why);
    build(file);
    BOOST_TEST(comments_in(file).find(why) != std::string::npos);
    BOOST_TEST(comments_in(file).find("ref=\"" + placed().place.cell + "\"") != std::string::npos);
    BOOST_TEST(to_text(checked().file.verdict) == "verified");
}

BOOST_AUTO_TEST_CASE(without_an_explanation_the_cell_stays_open_to_be_filled_in) {
    const auto outcome = build(file);
    BOOST_TEST(outcome.built->version == 1);
    BOOST_TEST(placed().explanation == "");
    BOOST_TEST(
        (checked().file.canonical->find("findings", "1", "explanation")->type == returns::ValueType::answer));
    BOOST_TEST(returns::list_built(database).front().unexplained == 1);
}

BOOST_AUTO_TEST_CASE(it_survives_another_count_and_goes_into_the_next_version) {
    build(file);
    explain(why);
    enrol(not_taken, add("ហៃ ម៉ារី", core::Sex::female));
    BOOST_TEST(finding().explanation == why);
    const auto next = build(file);
    BOOST_TEST(next.built->version == 2);
    BOOST_TEST(placed().explanation == why);
    BOOST_TEST(returns::list_built(database).front().unexplained == 0);
    BOOST_TEST(!build(file).is_new);
}

BOOST_AUTO_TEST_CASE(an_empty_text_takes_it_back_and_the_same_text_writes_nothing) {
    explain(why);
    const auto before = last_audit().seq;
    BOOST_TEST(explain("  " + why + " ") == "");
    BOOST_TEST(last_audit().seq == before);
    BOOST_TEST(explain("") == "");
    BOOST_TEST(finding().explanation == "");
    BOOST_TEST(returns::explanations_of(database, "2025-12").empty());
}

BOOST_AUTO_TEST_CASE(only_what_is_there_and_must_be_explained_is_explained) {
    BOOST_TEST(explain("register.not-recorded/none", why) == "finding.unknown");
    const auto all = findings();
    const auto hint = std::find_if(all.begin(), all.end(),
                                   [](const auto& one) { return one.weight == returns::Weight::hint; });
    if (hint != all.end()) BOOST_TEST(explain(finding_key(*hint), why) == "finding.not-to-explain");
    BOOST_TEST(explain(std::string(1001, 'x')) == "written.too-long");
    std::string thousand;
    for (int at = 0; at < 1000; ++at)
        thousand += "ក";
    BOOST_TEST(explain(thousand) == "");
}

BOOST_AUTO_TEST_CASE(a_province_counts_what_nobody_explained) {
    build(file);
    test::ProvinceOffice province;
    const auto first = province.receive(file);
    BOOST_TEST(returns::find_received(province.database, first)->unexplained == 1);
    explain(why);
    build(file);
    const auto second = province.receive(file);
    BOOST_TEST(returns::find_received(province.database, second)->unexplained == 0);
    const auto said =
        returns::findings_in(province.database, *returns::load_content(province.database, second));
    BOOST_TEST(std::any_of(said.begin(), said.end(), [](const auto& one) { return one.explanation == why; }));
}

BOOST_AUTO_TEST_SUITE_END()
