// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/sent_learners.hpp"
#include "returns/stranger_office.hpp"
#include "storage/audit.hpp"

#include <boost/test/unit_test.hpp>

using returns::ReceivedId;
using returns::ReturnPeriod;
using test::bytes_of;
using test::code_of;
using test::district;
using test::Line;
using test::old_sheet;

namespace {

const ReturnPeriod december{test::december};

} // namespace

BOOST_FIXTURE_TEST_SUITE(stranger, test::StrangerOffice)

BOOST_AUTO_TEST_CASE(a_district_without_srok_sends_the_sheet_it_has_always_sent) {
    const auto old = write("old.xlsx", old_sheet());
    map(old);
    const auto receipt = take(old);
    BOOST_TEST(to_text(receipt.verdict) == "unsigned");
    BOOST_TEST(receipt.office == district);
    BOOST_TEST(receipt.period == "2025-12");
    BOOST_TEST(receipt.version == 1);
    BOOST_TEST(to_text(receipt.order.value()) == "first");
    BOOST_TEST(said(receipt) == std::vector<std::string>{}, boost::test_tools::per_element());
    BOOST_TEST(figure(receipt.id, "learners", "all.total") == "40");
    BOOST_TEST(figure(receipt.id, "learners", "all.female") == "22");
    BOOST_TEST(figure(receipt.id, "new", "literacy.female") == "2");
    BOOST_TEST(figure(receipt.id, "equity:1", "all.total") == "5");
    BOOST_TEST(figure(receipt.id, "equity:2", "all.total") == ""); // not told is not nothing
    BOOST_TEST(accept(receipt.id) == "");
    BOOST_TEST(to_text(returns::find_received(database, receipt.id)->verdict) == "unsigned");
    // It has figures and no learners: nobody is opened behind one.
    BOOST_TEST(returns::lines_behind(database, receipt.id, "learners").error().code == "return.no-lines");
}

BOOST_AUTO_TEST_CASE(rows_and_columns_are_recognised_in_khmer_and_behind_their_numbers) {
    const auto path = write("khmer.xlsx", {{"១. អ្នកសិក្សាក្នុងខែ", "40", "22", "40", "22"},
                                           {"២. ចូលថ្មីក្នុងខែ", "4", "2", "4", "2"},
                                           {"- ១៥-១៧ ឆ្នាំ", "9", "5", "9", "5"},
                                           {"15-17", "9", "5", "9", "5"},
                                           {"Visits of the inspector", "2", "", "", ""}});
    const auto workbook = returns::open_stranger(bytes_of(path), "khmer.xlsx").value();
    returns::StrangerDraft draft(database, workbook, std::string{district}, month());
    const auto& sheet = draft.sheets().front();
    std::vector<std::string> keys;
    for (const auto& line : sheet.rows)
        keys.push_back(line.decided ? line.key : "?");
    const std::vector<std::string> expected = {"learners", "new", "age:15-17", "?", "?"};
    BOOST_TEST(keys == expected, boost::test_tools::per_element());
    keys.clear();
    for (const auto& line : sheet.columns)
        keys.push_back(line.key);
    const std::vector<std::string> columns = {"literacy.total", "literacy.female", "all.total", "all.female"};
    BOOST_TEST(keys == columns, boost::test_tools::per_element());
    BOOST_TEST(draft.undecided() == 2U);
    BOOST_TEST(code_of(draft.choose(returns::Axis::row, "Visits of the inspector", "")) == "");
    BOOST_TEST(code_of(draft.choose(returns::Axis::row, "15-17", "age:18-24")) == "");
    BOOST_TEST(draft.undecided() == 0U);
    BOOST_TEST(code_of(draft.choose(returns::Axis::row, "15-17", "age:18")) == "stranger.no-key");
    BOOST_TEST(code_of(draft.choose(returns::Axis::row, "Nobody", "learners")) == "stranger.no-label");
    BOOST_TEST(code_of(draft.use_sheet("figures", "January")) == "stranger.no-sheet");
}

BOOST_AUTO_TEST_CASE(an_ethnicity_that_no_list_knows_is_offered_by_its_rows_own_name) {
    auto lines = old_sheet();
    lines.push_back({"6. Kuy", "7", "4", "7", "4"});
    const auto path = write("peoples.xlsx", lines);
    const auto workbook = returns::open_stranger(bytes_of(path), "peoples.xlsx").value();
    returns::StrangerDraft draft(database, workbook, std::string{district}, month());
    const auto& sheet = draft.sheets().front();
    const auto offered = sheet.free_choices(returns::Axis::row, sheet.rows.back());
    const auto kuy = std::find_if(offered.begin(), offered.end(),
                                  [](const auto& one) { return one.key == "ethnicity:Kuy"; });
    BOOST_REQUIRE((kuy != offered.end()));
    BOOST_TEST(kuy->name.en == "Ethnicity: Kuy");
    BOOST_TEST(code_of(draft.choose(returns::Axis::row, "6. Kuy", kuy->key)) == "");
    BOOST_TEST(draft.undecided() == 0U);
    BOOST_TEST(
        code_of(change([&](storage::Transaction& tx) { return returns::save_map(tx, draft.map()); })) == "");
    const auto receipt = take(path);
    BOOST_TEST(figure(receipt.id, "ethnicity:Kuy", "all.total") == "7");
    // A column of all together is of no ethnicity.
    for (const auto& one : sheet.free_choices(returns::Axis::column, sheet.columns.back()))
        BOOST_TEST(!one.key.starts_with("ethnicity:"));
}

BOOST_AUTO_TEST_CASE(more_at_the_start_than_there_were_at_the_end_is_to_be_explained) {
    const auto old = write("old.xlsx", old_sheet());
    map(old);
    const auto first = take(old); // 37 at the end
    BOOST_TEST(!says(first, "explain figures.last-period D6"));
    auto lines = old_sheet();
    lines[1][3] = "38";
    lines[1][1] = "38";
    lines[0] = {"Learners in the month", "42", "22", "42", "22"};
    lines[4] = {"At the end of the month", "39", "21", "39", "21"};
    const auto january = take(write("january.xlsx", lines), std::nullopt);
    BOOST_TEST(january.period == "2026-01");
    BOOST_TEST(says(january, "explain figures.last-period D6"));
    BOOST_TEST(returns::find_received(database, january.id)->unexplained == 1);
    for (const auto& placed : january.findings)
        if (placed.finding.what.code == "figures.last-period") {
            BOOST_TEST(placed.finding.what.fact("was") == "37");
            BOOST_TEST(placed.finding.what.fact("is") == "38");
            BOOST_TEST(placed.finding.what.fact("period") == "2025-12");
        }
}

BOOST_AUTO_TEST_CASE(the_next_month_needs_no_mapping) {
    const auto old = write("old.xlsx", old_sheet());
    map(old);
    take(old);
    // Its sheet has another name, a row has moved and nobody says which month it is.
    auto lines = old_sheet();
    std::swap(lines[1], lines[2]);
    const auto next = take(write("next.xlsx", lines, "January 2026"), std::nullopt);
    BOOST_TEST(next.period == "2026-01");
    BOOST_TEST(figure(next.id, "at-start", "all.total") == "36");
    BOOST_TEST(said(next) == std::vector<std::string>{}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_new_row_is_named_and_stands_in_the_way) {
    const auto old = write("old.xlsx", old_sheet());
    map(old);
    auto lines = old_sheet();
    lines.push_back({"Poor level two", "6", "2", "6", "2"});
    const auto receipt = take(write("new.xlsx", lines));
    BOOST_TEST(says(receipt, "block stranger.new A11"));
    BOOST_TEST(accept(receipt.id) == "return.blocked");
    // Said what it is, the same file is read again and waits as the same version.
    const auto workbook =
        returns::open_stranger(returns::stranger_bytes(database, receipt.id).value(), "new").value();
    returns::StrangerDraft draft(database, workbook, std::string{district}, month());
    BOOST_TEST(code_of(draft.choose(returns::Axis::row, "Poor level two", "equity:2")) == "");
    BOOST_TEST(
        code_of(change([&](storage::Transaction& tx) { return returns::save_map(tx, draft.map()); })) == "");
    const auto again = take(folder / "new.xlsx");
    BOOST_TEST((again.id == receipt.id));
    BOOST_TEST(again.version == 1);
    BOOST_TEST(last_audit().verb == "return.read-as");
    BOOST_TEST(figure(again.id, "equity:2", "all.total") == "6");
    BOOST_TEST(accept(again.id) == "");
}

BOOST_AUTO_TEST_CASE(a_row_that_is_gone_is_named_and_not_counted_as_nothing) {
    map(write("old.xlsx", old_sheet()));
    auto lines = old_sheet();
    lines.pop_back();
    const auto receipt = take(write("gone.xlsx", lines));
    BOOST_TEST(says(receipt, "explain stranger.gone "));
    BOOST_TEST(figure(receipt.id, "equity:1", "all.total") == "");
    BOOST_TEST(returns::find_received(database, receipt.id)->unexplained == 1);
}

BOOST_AUTO_TEST_CASE(what_is_no_number_is_refused_by_its_cell) {
    auto lines = old_sheet();
    map(write("old.xlsx", lines));
    lines[1][3] = "about 36";
    lines[2][4] = "2.5";
    lines[3][1] = "";
    const auto receipt = take(write("texts.xlsx", lines));
    BOOST_TEST(says(receipt, "block number.unreadable D6"));
    BOOST_TEST(says(receipt, "block number.unreadable E7"));
    BOOST_TEST(says(receipt, "hint stranger.not-told "));
    BOOST_TEST(figure(receipt.id, "left", "literacy.total") == "");
    BOOST_TEST(accept(receipt.id) == "return.blocked");
}

BOOST_AUTO_TEST_CASE(the_same_sums_hold_as_in_a_signed_return) {
    auto lines = old_sheet();
    map(write("old.xlsx", lines));
    lines[4][3] = "36"; // of all at the end; 40 less 3 that left are 37
    lines[2][2] = "5";  // more women than people
    const auto receipt = take(write("wrong.xlsx", lines));
    BOOST_TEST(says(receipt, "block figures.sum D5"));
    BOOST_TEST(says(receipt, "block figures.sum B7"));
}

// The district's sheet has no row for ages that are not known.
BOOST_AUTO_TEST_CASE(parts_that_the_sheet_has_no_place_for_are_to_be_explained) {
    auto lines = old_sheet();
    lines.push_back({"15-17", "10", "6", "10", "6"});
    lines.push_back({"18-24", "28", "16", "30", "16"});
    const auto path = write("ages.xlsx", lines);
    map(path);
    const auto receipt = take(path);
    BOOST_TEST(says(receipt, "explain figures.sum B5")); // 38 of 40
    BOOST_TEST(!says(receipt, "explain figures.sum D5"));
    BOOST_TEST(!says(receipt, "block figures.sum D5"));
    BOOST_TEST(returns::find_received(database, receipt.id)->unexplained == 1);
    lines.back()[3] = "31";
    BOOST_TEST(says(take(write("more.xlsx", lines)), "block figures.sum D5"));
}

BOOST_AUTO_TEST_CASE(the_same_bytes_twice_change_nothing_and_another_file_is_the_next_version) {
    const auto old = write("old.xlsx", old_sheet());
    map(old);
    const auto first = take(old);
    const auto rows = storage::audit_entries(database, 1000).size();
    const auto same = take(old);
    BOOST_TEST((same.id == first.id));
    BOOST_TEST(to_text(same.order.value()) == "same");
    BOOST_TEST(storage::audit_entries(database, 1000).size() == rows);
    auto lines = old_sheet();
    lines[5][1] = "6";
    const auto second = take(write("second.xlsx", lines));
    BOOST_TEST(second.version == 2);
    BOOST_TEST(to_text(second.order.value()) == "next");
    BOOST_TEST(accept(second.id) == "");
    BOOST_TEST(state(first.id) == "replaced");
    BOOST_TEST(accept(first.id) == "return.older");
}

BOOST_AUTO_TEST_CASE(an_unsigned_return_never_takes_a_signed_ones_place) {
    const auto old = write("old.xlsx", old_sheet());
    map(old);
    const auto stranger = take(old);
    BOOST_TEST(accept(stranger.id) == "");
    // The office has Srok now: its signed version 1 takes the place of what was read by a map.
    const ReceivedId vouched = receive(signed_return());
    BOOST_TEST(accept(vouched) == "");
    BOOST_TEST(state(stranger.id) == "replaced");
    auto lines = old_sheet();
    lines[5][1] = "6";
    const auto later = take(write("later.xlsx", lines));
    BOOST_TEST(state(later.id) == "replaced");
    BOOST_TEST(accept(later.id) == "return.signed-counts");
    BOOST_TEST(state(vouched) == "accepted");
}

BOOST_AUTO_TEST_CASE(in_any_order_the_signed_one_counts) {
    const auto old = write("old.xlsx", old_sheet());
    map(old);
    const ReceivedId vouched = receive(signed_return());
    const auto stranger = take(old);
    BOOST_TEST(accept(stranger.id) == ""); // nothing signed counts yet
    BOOST_TEST(accept(vouched) == "");
    BOOST_TEST(state(stranger.id) == "replaced");
    BOOST_TEST(state(vouched) == "accepted");
}

BOOST_AUTO_TEST_CASE(a_file_whose_columns_are_only_of_programmes_is_added_up) {
    auto lines = old_sheet();
    for (Line& line : lines)
        line.resize(3);
    const auto path = write("literacy.xlsx", lines);
    auto known = map_of(path);
    std::erase_if(known.sheets.front().columns, [](const auto& one) { return one.key.starts_with("all."); });
    BOOST_TEST(code_of(change([&](storage::Transaction& tx) { return returns::save_map(tx, known); })) == "");
    const auto receipt = take(path);
    BOOST_TEST(figure(receipt.id, "learners", "all.total") == "40");
    BOOST_TEST(says(receipt, "hint stranger.added-up "));
}

BOOST_AUTO_TEST_CASE(what_nobody_mapped_is_kept_and_cannot_be_accepted) {
    const auto old = write("old.xlsx", old_sheet());
    const ReceivedId id = receive(old);
    BOOST_TEST(accept(id) == "return.not-acceptable");
    BOOST_TEST(code_of(try_take(old)) == "stranger.no-map");
    map(old);
    BOOST_TEST(code_of(try_take(old, std::nullopt)) == "stranger.no-period");
    BOOST_TEST(code_of(try_take(old, december, "0301")) == "return.not-ours");
    const auto read = take(old);
    BOOST_TEST((read.id == id));
    BOOST_TEST(accept(id) == "");
    auto mended = map_of(old);
    std::erase_if(mended.sheets.front().rows, [](const auto& one) { return one.key == "equity:1"; });
    mended.sheets.front().rows.push_back({"Poor level 1", ""});
    BOOST_TEST(code_of(change([&](storage::Transaction& tx) { return returns::save_map(tx, mended); })) ==
               "");
    BOOST_TEST(code_of(try_take(old)) == "stranger.decided");
    BOOST_TEST(reject(id, "read wrongly") == "");
    BOOST_TEST(state(take(old).id) == "received");
}

BOOST_AUTO_TEST_CASE(a_map_is_of_a_district_of_the_province_and_says_something) {
    auto known = map_of(write("old.xlsx", old_sheet()));
    const auto save = [&] {
        return code_of(change([&](storage::Transaction& tx) { return returns::save_map(tx, known); }));
    };
    known.office = "0301";
    BOOST_TEST(save() == "return.unknown-district");
    known.office = district;
    BOOST_TEST(save() == "");
    BOOST_TEST((returns::find_map(database, district, "month")->sheets.size() == 1U));
    known.sheets.front().rows.clear();
    BOOST_TEST(save() == "stranger.empty-map");
}

BOOST_AUTO_TEST_SUITE_END()
