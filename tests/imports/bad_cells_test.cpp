// SPDX-License-Identifier: GPL-3.0-or-later
// What must become of every bad cell a learners' list can hold: its verdict, its code, its cell; and that
// judging it leaves the office file as it was, byte for byte.
#include "file_bytes.hpp"
#include "imports/thma_koul.hpp"
#include "imports/written_list.hpp"

#include <boost/test/unit_test.hpp>

using test::said;
using test::Written;

namespace {

// Columns: A the row's number, B Khmer name, C Latin name, D sex, E birth, F village, G phone, H note.
const test::WrittenRow headings = {"ល.រ",          "ឈ្មោះ", "អក្សរឡាតាំង", "ភេទ",
                                   "ថ្ងៃខែឆ្នាំកំណើត", "ភូមិ",   "លេខទូរសព្ទ",  "ផ្សេងៗ"};

// An honest row with one cell put in its place.
test::WrittenRow row_with(std::size_t column, const Written& cell) {
    test::WrittenRow row = {Written::number("1"), "សុខ ធារី", "SOK THEARY", "ស",
                            "7/3/1990",           "ព្រៃលាវ", "012345678",  ""};
    row[column] = cell;
    return row;
}

struct Case {
    const char* what;
    std::size_t column;
    Written cell;
    const char* said; // "verdict code cell" of row 2
};

using test::bytes_of;

struct OfficeOnDisk : test::World {
    OfficeOnDisk() {
        clock.set(core::Day{std::chrono::year{2026} / 3 / 2});
        office::create_office(file, environment, {.area_code = "0202"}).value();
    }
    test::Folder folder;
    std::filesystem::path file = folder / "office.srok";
    core::NoProgress silent;

    core::Expected<imports::Outcome> judge(const std::string& bytes, const std::string& name) {
        std::ofstream(folder / name, std::ios::binary) << bytes;
        imports::Request asked;
        asked.file = folder / name;
        const std::string before = bytes_of(file);
        const storage::Database database =
            storage::Database::open(file, storage::Access::read_only, environment);
        auto outcome = imports::preview(database, asked, silent);
        BOOST_REQUIRE(!before.empty());
        BOOST_TEST((bytes_of(file) == before), name << ": the office file changed");
        const auto log = file.parent_path() / "office.srok-wal";
        BOOST_TEST((!std::filesystem::exists(log) || std::filesystem::file_size(log) == 0));
        return outcome;
    }
};

const std::vector<Case>& cases() {
    static const std::vector<Case> all = {
        // Names
        {"letters lost to question marks", 1, "????? ????", "refuse text.lost B2"},
        {"letters lost to U+FFFD", 1, "សុខ \xEF\xBF\xBD\xEF\xBF\xBD", "refuse text.lost B2"},
        {"keys of the Limon font", 1, "suPa RsI", "refuse text.legacy-font B2"},
        {"lost letters in the Latin name", 2, "??? ????", "refuse text.lost C2"},
        {"a formula for a name", 1, Written::formula("សុខ ធារី"), "refuse cell.formula B2"},
        {"a formula as text", 1, "=1+1", "refuse cell.formula B2"},
        {"an error value for a name", 1, Written::error("#REF!"), "refuse cell.error B2"},
        {"only digits for a name", 1, "១២៣", "accept  "}, // the Latin name stands beside it
        {"only signs for a name and nothing beside", 1, "***", "accept  "},
        {"zero-width spaces and no-break spaces", 1, "\u200bសុខ\u00a0\u200bធារី\u200b", "accept  "},
        // Sex
        {"no sex", 3, "", "refuse sex.missing D2"},
        {"a dash for the sex", 3, "-", "refuse sex.missing D2"},
        {"a word that is no sex", 3, "បាទ", "refuse sex.unknown D2"},
        {"a number for the sex", 3, Written::number("3"), "refuse sex.unknown D2"},
        {"TRUE for the sex", 3, Written::boolean("1"), "refuse sex.unknown D2"},
        {"a formula for the sex", 3, Written::formula("ស"), "refuse cell.formula D2"},
        {"an error value for the sex", 3, Written::error("#N/A"), "refuse cell.error D2"},
        // Dates as typed
        {"month first", 4, "04/25/2003", "refuse date.month-first E2"},
        {"month first with dashes", 4, "04-25-2003", "refuse date.month-first E2"},
        {"a day that is not", 4, "31/02/1990", "refuse date.impossible E2"},
        {"a 29 February of no leap year", 4, "29/02/2001", "refuse date.impossible E2"},
        {"a month 13 either way", 4, "13/13/1990", "refuse date.impossible E2"},
        {"still to come", 4, "1/1/2999", "refuse date.future E2"},
        {"before anybody living", 4, "1/1/1850", "refuse date.too-old E2"},
        {"words", 4, "មិនចាំ", "refuse date.unreadable E2"},
        {"two dates", 4, "1/2/1990 ឬ 1/3/1990", "refuse date.unreadable E2"},
        {"a formula that gave a date", 4, Written::formula("32933"), "refuse cell.formula E2"},
        {"an error value for a date", 4, Written::error("#VALUE!"), "refuse cell.error E2"},
        {"a Buddhist year alone", 4, "ព.ស.២៥៣៣", "accept date.buddhist-year E2"},
        {"a Buddhist year with its day", 4, "06/10/2542", "accept  "},
        {"a year of two digits", 4, "7/3/90", "accept  "},
        {"a year of two digits alone", 4, "90", "refuse date.unreadable E2"},
        {"full-width digits", 4, "０７/０３/１９９０", "accept  "},
        {"Khmer digits", 4, "៧/៣/១៩៩០", "accept  "},
        // Dates as numbers
        {"serial 60, a day that never was", 4, Written::date("60"), "refuse date.impossible E2"},
        {"a serial before the first day", 4, Written::date("-5"), "refuse date.unreadable E2"},
        {"a serial still to come", 4, Written::date("99999"), "refuse date.future E2"},
        {"a serial with its time of day", 4, Written::date("32939.75"), "accept  "},
        {"a year as a number", 4, Written::number("1990"), "accept  "},
        {"an exponent", 4, Written::number("1.2E+11"), "refuse date.unreadable E2"},
        {"TRUE for a date", 4, Written::boolean("1"), "refuse date.unreadable E2"},
        // Villages
        {"no such village", 5, "គ្មានភូមិនេះ", "review village.unknown F2"},
        {"a code of another length", 5, "0202", "review village.unknown F2"},
        {"a formula for the village", 5, Written::formula("ព្រៃលាវ"), "refuse cell.formula F2"},
        // Phones
        {"its leading zero lost", 6, Written::number("12345678"), "accept phone.zero-restored G2"},
        {"with an exponent", 6, Written::number("1.2345678E7"), "accept phone.zero-restored G2"},
        {"more than 15 digits", 6, Written::number("1.2345678901234567E16"), "accept phone.length G2"},
        {"too short", 6, "12345", "accept phone.length G2"},
        {"a word", 6, "គ្មានទេ", "accept phone.unreadable G2"},
        {"two of them", 6, "012 345 678 / 097 888 7766", "accept phone.first-of-several G2"},
        {"Khmer digits with dashes", 6, "០១២-៣៤៥-៦៧៨", "accept  "},
        {"full-width digits", 6, "０１２３４５６７８", "accept  "},
        {"an error value for the phone", 6, Written::error("#NUM!"), "refuse cell.error G2"},
        {"a formula for the phone", 6, Written::formula("012345678"), "refuse cell.formula G2"},
        // Where nobody looks
        {"a formula in the remarks", 7, Written::formula("សម្គាល់"), "refuse cell.formula H2"},
        {"an error value in the remarks", 7, Written::error("#DIV/0!"), "refuse cell.error H2"},
    };
    return all;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(bad_cells, OfficeOnDisk)

BOOST_AUTO_TEST_CASE(every_bad_cell_has_its_verdict_its_code_and_its_place_and_judging_writes_nothing) {
    for (const Case& one : cases()) {
        const auto outcome =
            judge(test::workbook_of({{headings, row_with(one.column, one.cell)}}), "list.xlsx");
        BOOST_REQUIRE_MESSAGE(outcome.has_value(), one.what << ": " << outcome.error().code);
        BOOST_REQUIRE_MESSAGE(outcome->rows.size() == 1U, one.what);
        BOOST_TEST(said(outcome->rows[0]) == one.said, one.what << ": " << said(outcome->rows[0]));
    }
}

BOOST_AUTO_TEST_CASE(a_refused_row_is_never_written_whatever_is_asked_for) {
    storage::Database database = storage::Database::open(file, storage::Access::read_write, environment);
    std::size_t refused = 0;
    for (const Case& one : cases()) {
        if (!std::string{one.said}.starts_with("refuse")) continue;
        std::ofstream(folder / "list.xlsx", std::ios::binary)
            << test::workbook_of({{headings, row_with(one.column, one.cell)}});
        imports::Request asked;
        asked.file = folder / "list.xlsx";
        asked.update = true;
        asked.take_review = true;
        asked.decisions[2] = {imports::Decision::Take::as_it_stands, {}};
        const auto outcome = imports::import_file(database, {}, asked, silent).value();
        BOOST_TEST(outcome.written.added + outcome.written.changed == 0, one.what);
        BOOST_TEST(learners::count_learners(database) == 0, one.what);
        ++refused;
    }
    BOOST_TEST(refused > 25U);
}

BOOST_AUTO_TEST_CASE(days_of_a_workbook_that_counts_from_1904_are_right) {
    test::WrittenSheet sheet{{headings, row_with(4, Written::date("31477"))}};
    sheet.from_1904 = true;
    const std::string bytes = test::workbook_of(sheet);
    std::ofstream(folder / "mac.xlsx", std::ios::binary) << bytes;
    storage::Database database = storage::Database::open(file, storage::Access::read_write, environment);
    imports::Request asked;
    asked.file = folder / "mac.xlsx";
    BOOST_TEST(imports::import_file(database, {}, asked, silent).value().counts.accepted == 1);
    BOOST_TEST(database.value<std::string>("SELECT born FROM learner").value() == "1990-03-07");
}

BOOST_AUTO_TEST_CASE(one_word_typed_in_two_orders_is_one_person) {
    // The same name with its signs in another order, as two keyboards make it: ស្រី់ would differ, កែវ does not.
    const std::string one = "ស្រ៊ី មុំ";
    const std::string other = "ស្រី៊ មុំ";
    const auto outcome = judge(
        test::workbook_of({{headings, row_with(1, one.c_str()), row_with(1, other.c_str())}}), "orders.xlsx");
    BOOST_TEST(said(outcome->rows[0]) == "accept  ");
    BOOST_TEST(said(outcome->rows[1]) == "refuse learner.repeated B3");
}

BOOST_AUTO_TEST_CASE(a_second_column_of_the_same_heading_is_named_and_the_first_one_counts) {
    test::WrittenRow twice = headings;
    twice[7] = "ភេទ";
    auto row = row_with(7, "ប");
    const auto outcome = judge(test::workbook_of({{twice, row}}), "twice.xlsx");
    BOOST_TEST(said(outcome->rows[0]) == "accept  ");
    const auto& findings = outcome->file_findings;
    const auto ignored = std::find_if(findings.begin(), findings.end(),
                                      [](const core::Error& f) { return f.code == "column.ignored"; });
    BOOST_REQUIRE((ignored != findings.end()));
    BOOST_TEST(ignored->place.cell == "H1");
}

BOOST_AUTO_TEST_CASE(hidden_rows_are_peoples_rows_and_headings_printed_again_are_not) {
    test::WrittenSheet sheet{{headings, row_with(1, "កែវ ដារ៉ា"), headings, row_with(1, "សុខ មុំ")}};
    sheet.hidden_rows = {1};
    const auto outcome = judge(test::workbook_of(sheet), "pages.xlsx");
    BOOST_REQUIRE(outcome->rows.size() == 2U);
    BOOST_TEST(outcome->rows[0].row == 2U);
    BOOST_TEST(outcome->rows[1].row == 4U);
}

BOOST_AUTO_TEST_CASE(a_closing_line_that_counts_otherwise_is_named) {
    const auto outcome = judge(
        test::workbook_of({{headings, row_with(0, Written::number("1")), {"បញ្ឈប់ត្រឹមចំនួន ៥ នាក់ ស្រី ១ នាក់"}}}),
        "closing.xlsx");
    BOOST_REQUIRE(outcome->file_findings.size() == 1U);
    BOOST_TEST(outcome->file_findings[0].code == "closing-line");
    BOOST_TEST(outcome->file_findings[0].place.cell == "A3");
    BOOST_TEST(outcome->file_findings[0].fact("says") == "5");
    BOOST_TEST(outcome->file_findings[0].fact("counted") == "1");
}

BOOST_AUTO_TEST_CASE(a_list_that_cannot_be_read_is_refused_whole_with_its_code_and_nothing_is_written) {
    const std::string sheet = test::workbook_of({{headings, row_with(1, "កែវ ដារ៉ា")}});
    const std::string old_excel = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0');
    struct File {
        const char* name;
        std::string bytes;
        const char* code;
    };
    const std::vector<File> files = {
        {"empty.xlsx", "", "file.empty"},
        {"cut.xlsx", sheet.substr(0, sheet.size() / 2), "file.damaged"},
        {"old.xlsx", old_excel, "file.xls"},
        {"page.xlsx", "<html><body><table></table></body></html>", "file.html"},
        {"text.xlsx", "ឈ្មោះ,ភេទ\nសុខ,ស\n", "file.csv"},
        {"picture.xlsx", "\x89PNG\r\n\x1a\n" + std::string(64, 'x'), "file.not-a-spreadsheet"},
        {"no-headings.csv", "1,2\n3,4\n", "header.missing"},
        {"latin1.csv", "nom,sexe\n\xE9t\xE9,F\n", "file.encoding"},
    };
    for (const File& one : files) {
        const auto outcome = judge(one.bytes, one.name);
        BOOST_REQUIRE_MESSAGE(!outcome.has_value(), one.name);
        BOOST_TEST(outcome.error().code == one.code, one.name << ": " << outcome.error().code);
        BOOST_TEST(outcome.error().place.file == one.name);
    }
}

BOOST_AUTO_TEST_SUITE_END()
