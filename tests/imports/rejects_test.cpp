// SPDX-License-Identifier: GPL-3.0-or-later
// The full circle of refused rows: out as a workbook with the reason beside each, mended there, and in again.
#include "imports/rejects.hpp"
#include "imports/thma_koul.hpp"
#include "imports/written_list.hpp"
#include "spreadsheet/reader.hpp"

#include <boost/test/unit_test.hpp>

#include <map>

using imports::Kind;
using imports::Outcome;
using test::said;

namespace {

struct Circle : test::ThmaKoul {
    test::Folder folder;

    imports::Request of(const std::string& bytes, const std::string& name, Kind kind = Kind::learners) {
        std::ofstream(folder / name, std::ios::binary) << bytes;
        imports::Request asked;
        asked.kind = kind;
        asked.file = folder / name;
        return asked;
    }
    // The refused rows, with these cells of them mended as a person would in Excel.
    imports::Request mended(const Outcome& outcome, const std::map<std::string, std::string>& mends) {
        imports::write_rejects(folder / "refused.xlsx", outcome,
                               {"មូលហេតុ", [](const core::Error& e) { return "ព្រោះ " + e.code; }}, clock.now());
        auto workbook = spreadsheet::open_workbook(folder / "refused.xlsx").value();
        const auto table = workbook.load(0).value();
        return rewritten(table, workbook.date_system(), mends);
    }
    imports::Request rewritten(const spreadsheet::Table& table, spreadsheet::DateSystem dates,
                               const std::map<std::string, std::string>& mends) {
        test::WrittenSheet sheet;
        for (std::uint32_t row = 0; row < table.facts().rows; ++row) {
            test::WrittenRow cells;
            for (std::uint32_t column = 0; column < table.facts().columns; ++column) {
                const auto mend = mends.find(spreadsheet::cell_name(row, column));
                const spreadsheet::Cell* cell = table.find(row, column);
                const std::string text{cell == nullptr ? "" : cell->text};
                if (mend != mends.end())
                    cells.emplace_back(mend->second.c_str());
                else if (cell != nullptr && cell->kind == spreadsheet::CellKind::number)
                    cells.push_back(cell->date ? test::Written::date(text) : test::Written::number(text));
                else
                    cells.emplace_back(text.c_str());
            }
            sheet.rows.push_back(std::move(cells));
        }
        if (!table.facts().merged.empty())
            sheet.merged = spreadsheet::range_name(table.facts().merged.front());
        BOOST_TEST((dates == spreadsheet::DateSystem::from_1900));
        return of(test::workbook_of(sheet), "mended.xlsx");
    }
    spreadsheet::Table refused_table() {
        return spreadsheet::open_workbook(folder / "refused.xlsx").value().load(0).value();
    }
    std::string column_of(const std::string& column) const {
        return database
            .value<std::string>("SELECT group_concat(v, '|') FROM (SELECT coalesce(" + column +
                                ", '') AS v FROM learner ORDER BY id)")
            .value_or("");
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(rejects, Circle)

BOOST_AUTO_TEST_CASE(the_centres_refused_rows_keep_every_column_and_come_in_once_mended) {
    const Outcome outcome = import(request(Kind::learners, "register-clc.xlsx"));
    BOOST_TEST(outcome.counts.refused == 7);
    const auto back = mended(outcome, {});
    const auto table = refused_table();
    const auto original =
        spreadsheet::open_workbook(request(Kind::learners, "register-clc.xlsx").file).value().load(0).value();
    // The lines above, the headings and every cell of the refused rows stand one column to the right.
    for (std::uint32_t row = 0; row < outcome.head.layout.first_row; ++row)
        for (std::uint32_t column = 0; column < original.facts().columns; ++column)
            BOOST_TEST(table.text(row, column + 1) == original.text(row, column));
    std::uint32_t at = outcome.head.layout.first_row;
    for (const auto& row : outcome.rows) {
        if (row.verdict != imports::Verdict::refuse) continue;
        BOOST_TEST(table.text(at, 0) == "ព្រោះ " + row.reason.code);
        for (std::uint32_t column = 0; column < original.facts().columns; ++column)
            BOOST_TEST((table.find(at, column + 1) == nullptr) ==
                       (original.find(row.row - 1, column) == nullptr));
        ++at;
    }
    BOOST_TEST(at == table.facts().rows);
    const Outcome again = imports::preview(database, back, silent).value();
    BOOST_TEST(again.rows.size() == 7U);
    BOOST_TEST(again.counts.accepted == 0);
    for (const core::Error& finding : again.file_findings)
        BOOST_TEST(finding.code != "column.ignored");
}

BOOST_AUTO_TEST_CASE(a_mended_row_is_accepted_and_what_was_good_in_it_is_as_it_was) {
    const auto asked = of(
        test::workbook_of({{{"បញ្ជីរាយនាមអ្នកសិក្សា"},
                            {"ល.រ", "ឈ្មោះ", "ភេទ", "ថ្ងៃខែឆ្នាំកំណើត", "លេខទូរសព្ទ", "ភូមិ", "ផ្សេងៗ"},
                            {test::Written::number("1"), "សុខ ធារី", "", test::Written::date("32939"),
                             test::Written::number("1.2345678E7"), "ព្រៃលាវ", "0012"},
                            {test::Written::number("2"), "ចាន់ ដារ៉ា", "ប", "04/25/2003", "", "ព្រៃលាវ", ""}}}),
        "list.xlsx");
    const Outcome outcome = import(asked);
    BOOST_TEST(outcome.counts.refused == 2);
    const auto back = mended(outcome, {{"D3", "ស"}, {"E4", "25/04/2003"}});
    const Outcome again = import(back);
    BOOST_TEST(again.counts.accepted == 2);
    BOOST_TEST(column_of("name_km") == "សុខ ធារី|ចាន់ ដារ៉ា");
    BOOST_TEST(column_of("born") == "1990-03-07|2003-04-25");
    BOOST_TEST(column_of("phone") == "012345678|");
    BOOST_TEST(column_of("village_code").substr(0, 4) == "0202");
    BOOST_TEST(column_of("note") == "0012|");
}

BOOST_AUTO_TEST_CASE(headings_over_two_rows_with_merged_cells_are_read_again) {
    test::WrittenSheet sheet{{{"ល.រ", "ឈ្មោះ", "", "ភេទ", "ថ្ងៃខែឆ្នាំកំណើត", "", ""},
                              {"", "ខ្មែរ", "ឡាតាំង", "", "ថ្ងៃ", "ខែ", "ឆ្នាំ"},
                              {"1", "សុខ ធារី", "SOK THEARY", "", "7", "3", "1990"},
                              {"2", "ចាន់ ដារ៉ា", "CHAN DARA", "ប", "31", "2", "1991"}}};
    sheet.merged = "E1:G1";
    const Outcome outcome = import(of(test::workbook_of(sheet), "two.xlsx"));
    BOOST_TEST(outcome.counts.refused == 2);
    const Outcome again = import(mended(outcome, {{"E3", "ស"}, {"F4", "28"}}));
    BOOST_TEST(again.counts.accepted == 2);
    BOOST_TEST(column_of("born") == "1990-03-07|1991-02-28");
    BOOST_TEST(column_of("name") == "SOK THEARY|CHAN DARA");
}

BOOST_AUTO_TEST_CASE(a_list_without_headings_gets_some_and_is_read_as_it_was) {
    const Outcome outcome = import(
        of("សុខ ធារី,ស,7/3/1990\nចាន់ ដារ៉ា,ប,31/2/1991\nកែវ មុំ,ស,5/6/1992\nលី ណា,ស,6/6/1992\n", "bare.csv"));
    BOOST_TEST(outcome.header_row == 0U);
    BOOST_TEST(outcome.counts.refused == 1);
    const Outcome again = import(mended(outcome, {{"D2", "28/2/1991"}}));
    BOOST_TEST(again.counts.accepted == 1);
    BOOST_TEST(column_of("born") == "1990-03-07|1992-06-05|1992-06-06|1991-02-28");
}

BOOST_AUTO_TEST_CASE(a_registers_refused_row_comes_back_under_its_class_and_month) {
    open_class("អក្ខរកម្ម ក");
    import_csv("ឈ្មោះ,ភេទ,ឆ្នាំកំណើត,ថ្នាក់\nសុខ ធារី,ស,1990,អក្ខរកម្ម ក\nចាន់ ដារ៉ា,ប,1991,អក្ខរកម្ម ក\n");
    std::string csv = "ថ្នាក់ អក្ខរកម្ម ក\nខែធ្នូ ឆ្នាំ២០២៥\nល.រ,ឈ្មោះ,ភេទ";
    for (int day = 1; day <= 31; ++day)
        csv += "," + std::to_string(day);
    const auto asked = of(csv + "\n1,សុខ ធារី,ស,,,ឃ\n2,ចាន់ ដារ៉ា,ប,,,អ\n", "month.csv", Kind::attendance);
    const Outcome outcome = import(asked);
    BOOST_TEST(said(outcome.rows[0]) == "refuse attendance.unknown-letter F4");
    auto back = mended(outcome, {{"G4", "ច"}});
    back.kind = Kind::attendance;
    // The month was taken with the first file: without a mark she counted as present, and that changes.
    back.update = true;
    const Outcome again = import(back);
    BOOST_TEST(again.counts.updated == 1);
    BOOST_TEST(again.written.changed == 1);
    BOOST_TEST(database.value<std::int64_t>("SELECT count(*) FROM attendance_month").value() == 2);
}

BOOST_AUTO_TEST_CASE(a_corrected_layout_holds_for_its_refused_rows_too) {
    auto asked = of("ល.រ,ឈ្មោះ,ភេទ,ឆ្នាំកំណើត,លេខ ក\n1,សុខ ធារី,,1990,លី សុខ\n", "own.csv");
    asked.correction.sheet = "";
    asked.correction.columns[4] = imports::Meaning{imports::Field::guardian, 0};
    const Outcome outcome = import(asked);
    const Outcome again = import(mended(outcome, {{"D2", "ស"}}));
    BOOST_TEST(again.remembered);
    BOOST_TEST(again.counts.accepted == 1);
    BOOST_TEST(column_of("guardian") == "លី សុខ");
}

BOOST_AUTO_TEST_CASE(the_history_gives_the_refused_rows_again_with_the_same_words) {
    const Outcome outcome = import(request(Kind::learners, "register-clc.xlsx"));
    const Outcome kept = imports::load_kept(database, *outcome.import).value();
    const auto why = [](const core::Error& e) { return e.code + std::string{e.fact("text")}; };
    imports::write_rejects(folder / "now.xlsx", outcome, {"មូលហេតុ", why}, clock.now());
    imports::write_rejects(folder / "later.xlsx", kept, {"មូលហេតុ", why}, clock.now());
    const auto bytes = [&](const char* name) {
        std::ifstream file(folder / name, std::ios::binary);
        return std::string{std::istreambuf_iterator<char>{file}, {}};
    };
    BOOST_TEST((bytes("now.xlsx") == bytes("later.xlsx")));
}

BOOST_AUTO_TEST_CASE(a_name_that_looks_like_a_formula_goes_out_as_text) {
    const Outcome outcome = import(of("ឈ្មោះ,ភេទ,ឆ្នាំកំណើត\n=1+1,ស,1990\n", "formula.csv"));
    BOOST_TEST(outcome.counts.refused == 1);
    mended(outcome, {});
    const auto table = refused_table();
    BOOST_TEST(table.text(1, 1) == "=1+1");
    BOOST_TEST(!table.find(1, 1)->formula);
}

BOOST_AUTO_TEST_SUITE_END()
