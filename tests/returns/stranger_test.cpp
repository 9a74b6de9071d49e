// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_bytes.hpp"
#include "returns/layout_store.hpp"
#include "returns/month_office.hpp"
#include "returns/province_office.hpp"
#include "returns/province_workbook.hpp"
#include "returns/sent_learners.hpp"
#include "returns/status.hpp"
#include "returns/stranger_draft.hpp"
#include "returns/stranger_store.hpp"
#include "spreadsheet/writer.hpp"
#include "storage/audit.hpp"

#include <boost/test/unit_test.hpp>

using namespace std::chrono_literals;
using returns::ReceivedId;
using returns::ReturnPeriod;
using test::bytes_of;
using test::code_of;

namespace {

constexpr std::string_view district = "0204";
const ReturnPeriod december{test::december};

// The sheet that a district has always sent: a title, two rows of headings, a row for each figure. Texts that
// are no numbers stand as they are; an empty one is an empty cell.
using Line = std::vector<std::string>;
std::vector<Line> old_sheet() {
    return {{"Learners in the month", "40", "22", "៤០", "២២"}, // Khmer digits are numbers too
            {"At the start of the month", "36", "20", "36", "20"},
            {"New in the month", "4", "2", "4", "2"},
            {"Left in the month", "3", "1", "3", "1"},
            {"At the end of the month", "37", "21", "37", "21"},
            {"Poor level 1", "5", "3", "5", "3"}};
}

struct Stranger : test::ProvinceOffice {
    test::Folder folder;

    std::filesystem::path write(const std::string& name, const std::vector<Line>& lines,
                                const std::string& sheet_name = "December 2025") {
        const auto path = folder / name;
        spreadsheet::WorkbookWriter writer(path, {"List", "", clock.now()});
        auto& sheet = writer.add_sheet(sheet_name);
        sheet.text(0, 0, "Monthly list of the district");
        const Line headings = {"Literacy", "", "All", ""};
        for (std::uint32_t column = 0; column < 4; column += 2)
            sheet.text(2, column + 1, headings[column]);
        for (std::uint32_t column = 0; column < 4; ++column)
            sheet.text(3, column + 1, column % 2 == 0 ? "Total" : "Female");
        for (std::uint32_t row = 0; row < lines.size(); ++row) {
            sheet.text(row + 4, 0, lines[row][0]);
            for (std::uint32_t column = 1; column < lines[row].size(); ++column) {
                const std::string& text = lines[row][column];
                if (text.empty()) continue;
                if (text.find_first_not_of("0123456789.") == std::string::npos)
                    sheet.number(row + 4, column, text);
                else
                    sheet.text(row + 4, column, text);
            }
        }
        writer.publish();
        return path;
    }

    returns::Layout month() const { return returns::current_layout(database, "month").value().layout; }

    returns::StrangerMap map_of(const std::filesystem::path& path) {
        const auto workbook = returns::open_stranger(bytes_of(path), "old.xlsx").value();
        return returns::StrangerDraft(database, workbook, std::string{district}, month()).map();
    }
    void map(const std::filesystem::path& path) {
        const auto known = map_of(path);
        BOOST_TEST(code_of(change([&](storage::Transaction& tx) { return returns::save_map(tx, known); })) ==
                   "");
    }
    core::Expected<std::vector<returns::Receipt>> try_take(const std::filesystem::path& path,
                                                           std::optional<ReturnPeriod> period = december,
                                                           std::string_view office = district) {
        clock.step(std::chrono::seconds{1});
        return returns::receive(database, {"province"}, std::vector{path}, progress,
                                returns::StrangerOrder{std::string{office}, period});
    }
    returns::Receipt take(const std::filesystem::path& path, std::optional<ReturnPeriod> period = december) {
        auto taken = try_take(path, period);
        if (!taken) throw std::logic_error(taken.error().code);
        return taken->at(0);
    }
    std::string figure(ReceivedId id, std::string_view row, std::string_view column) const {
        return returns::load_content(database, id)->text_at("figures", row, column);
    }
    std::string state(ReceivedId id) const {
        return std::string{to_text(returns::find_received(database, id).value().state)};
    }
    // "block number.unreadable C6"
    static std::vector<std::string> said(const returns::Receipt& receipt) {
        std::vector<std::string> lines;
        for (const auto& placed : receipt.findings)
            lines.push_back(std::string{to_text(placed.finding.weight)} + ' ' + placed.finding.what.code +
                            ' ' + placed.place.cell);
        return lines;
    }
    static bool says(const returns::Receipt& receipt, const std::string& line) {
        const auto lines = said(receipt);
        return std::find(lines.begin(), lines.end(), line) != lines.end();
    }
    // A signed return of the same district and month.
    std::filesystem::path signed_return() {
        test::MonthOffice office(district, 4);
        office.fill();
        office.build(folder / "signed.xlsx");
        return folder / "signed.xlsx";
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(stranger, Stranger)

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

BOOST_AUTO_TEST_CASE(the_provinces_workbook_says_that_nobody_signed) {
    const auto old = write("old.xlsx", old_sheet());
    map(old);
    BOOST_TEST(accept(take(old).id) == "");
    const auto file = folder / "02.xlsx";
    const auto made =
        returns::consolidate(database, {}, {.period = december, .out = file}, {false, false}, progress);
    BOOST_REQUIRE(made.has_value());
    const auto canonical = returns::check_file(file).value();
    const auto value = [&](std::string_view sheet, std::string_view row, std::string_view column) {
        return canonical.canonical->text_at(sheet, row, column);
    };
    BOOST_TEST(value("districts", "0204", "learners.total") == "40");
    BOOST_TEST(value("districts", "all", "learners.total") == "40");
    BOOST_TEST(value("districts", "0204", "classes") == ""); // not told
    BOOST_TEST(value("districts", "all", "classes") == "0");
    BOOST_TEST(value("districts", "0204", "name").ends_with("(គ្មានហត្ថលេខា)"));
    BOOST_TEST(value("sent", "0204", "state").ends_with("Not signed"));
    BOOST_TEST(value("equity", "0204", "equity:2.total") == "");
    BOOST_TEST(value("indicators", "0204", "women.percent") == "55");
    BOOST_TEST(value("indicators", "0204", "disability.part") == "");
    const auto status = returns::load_status(database);
    const auto& board = status.periods.front().offices;
    const auto one =
        std::find_if(board.begin(), board.end(), [](const auto& of) { return of.code == district; });
    BOOST_TEST(to_text(one->standing) == "accepted");
    BOOST_TEST(to_text(one->newest->verdict) == "unsigned");
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
