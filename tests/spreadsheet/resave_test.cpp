// SPDX-License-Identifier: GPL-3.0-or-later
// A workbook of ours, opened and saved again by the programs people use, still tells us the same.
#include "core/random.hpp"
#include "spreadsheet/decimal.hpp"
#include "spreadsheet/reader.hpp"
#include "spreadsheet/scratch_folder.hpp"
#include "spreadsheet/writer.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <vector>

using namespace spreadsheet;

namespace {

const std::vector<std::string> texts{"សុខ ចាន់",
                                     "ស្រ្តី ត្រូវ ក្ដី ក្តី",
                                     "=1+1",
                                     "+85512345678",
                                     "-5",
                                     "@x",
                                     "007",
                                     "1.2E+11",
                                     "2025-12-17",
                                     "17/12/2025",
                                     "  spaces  ",
                                     "line\nbreak",
                                     "<&>\"'",
                                     "_x0041_",
                                     "១២៣",
                                     "TRUE",
                                     "#N/A",
                                     "'quoted",
                                     "\u200Bzero\u200Bwidth",
                                     "😀",
                                     "tab\there"};
const std::vector<std::string> numbers{
    "0",     "1",   "-1",  "9.95",  "72.5",    "0.3333",       "0.0001",  "123456789012345", "6.13",
    "99.99", "0.1", "8.3", "-12.5", "1000000", "855012345678", "33.3333", "2.675",           "1.005"};

std::string utf8(const std::filesystem::path& path) {
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

// As long as our longest cells, of letters that do not pack.
std::string signature_like(std::uint64_t seed) {
    core::SeededRandom random{seed};
    std::string text(32'000, ' ');
    for (char& c : text)
        c = static_cast<char>('A' + random.below(26) + (random.below(2) ? 32 : 0));
    return text;
}

void write_original(const std::filesystem::path& path) {
    WorkbookWriter workbook{path, {"បញ្ជី", "០២០២", core::Moment{}}};
    SheetWriter& sheet = workbook.add_sheet("បញ្ជី 2025's");
    sheet.row(0, 0, true);
    sheet.text(0, 0, "hidden key", Style::key);
    sheet.merge({{1, 0}, {1, 5}}, "ចំណងជើង", Style::title);
    sheet.merge({{2, 0}, {3, 0}}, "ពីរជួរ", Style::heading);
    for (std::uint32_t i = 0; i < texts.size(); ++i)
        sheet.text(4 + i, 1, texts[i]);
    for (std::uint32_t i = 0; i < numbers.size(); ++i) {
        const std::uint32_t row = 4 + static_cast<std::uint32_t>(texts.size()) + i;
        sheet.number(row, 2, numbers[i], i % 2 ? Style::decimal2 : Style::number);
        sheet.date(row, 3,
                   core::Day{std::chrono::year{1960} / 1 / 1 + std::chrono::years{static_cast<int>(i) * 3}});
        sheet.number(row, 4, "72.50", Style::percent);
        sheet.blank(row, 5, Style::answer);
    }
    sheet.columns(6, 7, 4, true);
    sheet.freeze(4);
    sheet.print({.landscape = true, .header = {.centre = "ក្រសួង"}});
    sheet.chart({.categories = {"1", "2", "3", "4"}, .series = {{"n", {1, 2, 3, 4}}}},
                {.sheet = "បញ្ជី 2025's",
                 .categories = {{30, 2}, {33, 2}},
                 .values = {{{30, 2}, {33, 2}}},
                 .at = {1, 9}});
    SheetWriter& keys = workbook.add_sheet("_srok");
    for (std::uint32_t row = 0; row < 4; ++row)
        keys.text(row, 0, signature_like(row));
    keys.hide();
    workbook.publish();
}

void compare_cells(const Table& was, const Table& is) {
    BOOST_TEST(is.size() == was.size());
    for (std::size_t nth = 0; nth < was.size(); ++nth) {
        const Row row = was.row(nth);
        for (const Cell& cell : row.cells) {
            const std::string place = cell_name(row.index, cell.column);
            const Cell* again = is.find(row.index, cell.column);
            BOOST_REQUIRE_MESSAGE(again, place);
            BOOST_TEST((again->kind == cell.kind), place);
            BOOST_TEST(again->date == cell.date, place);
            BOOST_TEST(!again->formula, place);
            if (cell.kind == CellKind::number)
                BOOST_TEST(plain_decimal(again->text).value_or("none") ==
                               plain_decimal(cell.text).value_or("?"),
                           place);
            else
                BOOST_TEST(again->text == cell.text, place);
        }
    }
}

void compare(const std::filesystem::path& original, const std::filesystem::path& resaved) {
    auto was = open_workbook(original);
    auto is = open_workbook(resaved);
    BOOST_REQUIRE(was.has_value());
    BOOST_REQUIRE_MESSAGE(is.has_value(), is.error().code);
    BOOST_REQUIRE(is->sheets().size() == was->sheets().size());
    for (std::size_t sheet = 0; sheet < was->sheets().size(); ++sheet) {
        BOOST_TEST(is->sheets()[sheet].name ==
                   was->sheets()[sheet].name); // Gnumeric shows hidden sheets again
        const auto before = was->load(sheet);
        const auto after = is->load(sheet);
        BOOST_REQUIRE(before.has_value());
        BOOST_REQUIRE_MESSAGE(after.has_value(), after.error().code);
        compare_cells(*before, *after);
        BOOST_TEST(after->row(0).hidden == before->row(0).hidden);
        BOOST_TEST(after->facts().column_hidden(6) == before->facts().column_hidden(6));
        BOOST_TEST(after->facts().merged.size() == before->facts().merged.size());
    }
}

// `command` finds the files as IN and OUT in its environment's words, FOLDER is scratch.
void save_again(const std::string& command) {
    const ScratchFolder folder;
    write_original(folder / "original.xlsx");
    std::filesystem::create_directory(folder / "again");
    const std::string shell = "FOLDER='" + utf8(folder.path()) +
                              "'; IN=\"$FOLDER/original.xlsx\"; OUT=\"$FOLDER/again/original.xlsx\"; " +
                              command + " >\"$FOLDER/log\" 2>&1";
    BOOST_REQUIRE_MESSAGE(std::system(shell.c_str()) == 0, read_bytes(folder / "log"));
    compare(folder / "original.xlsx", folder / "again" / "original.xlsx");
}

} // namespace

BOOST_AUTO_TEST_SUITE(resave)

BOOST_AUTO_TEST_CASE(libreoffice_changes_no_value) {
    save_again(
        "soffice --headless -env:UserInstallation=\"file://$FOLDER/profile\" --convert-to xlsx --outdir "
        "\"$FOLDER/again\" \"$IN\"");
}

BOOST_AUTO_TEST_CASE(gnumeric_changes_no_value) {
    save_again("ssconvert --export-type=Gnumeric_Excel:xlsx2 \"$IN\" \"$OUT\"");
}

BOOST_AUTO_TEST_CASE(openpyxl_changes_no_value) {
    save_again("/usr/bin/python3 -c 'import sys, openpyxl; "
               "openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])' \"$IN\" \"$OUT\"");
}

BOOST_AUTO_TEST_SUITE_END()
