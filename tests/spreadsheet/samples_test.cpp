// SPDX-License-Identifier: GPL-3.0-or-later
// Lists as offices really send them, read cell by cell.
#include "samples.hpp"
#include "spreadsheet/reader.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace spreadsheet;

namespace {

Workbook open_sample(const char* name) {
    auto workbook = open_workbook(test::samples() / name);
    BOOST_REQUIRE_MESSAGE(workbook.has_value(), name);
    return std::move(*workbook);
}

Table load_first(Workbook& workbook) {
    auto table = workbook.load(0);
    BOOST_REQUIRE(table.has_value());
    return std::move(*table);
}

} // namespace

BOOST_AUTO_TEST_SUITE(samples)

BOOST_AUTO_TEST_CASE(a_centres_register_keeps_titles_text_numbers_and_dates_apart) {
    Workbook workbook = open_sample("register-clc.xlsx");
    BOOST_TEST((workbook.kind() == FileKind::xlsx));
    BOOST_TEST((workbook.date_system() == DateSystem::from_1900));
    BOOST_TEST(workbook.sheets().size() == 1u);
    BOOST_TEST(workbook.sheets()[0].name == "បញ្ជីឈ្មោះ");

    const Table table = load_first(workbook);
    BOOST_TEST(table.text(0, 0) == "ព្រះរាជាណាចក្រកម្ពុជា");
    BOOST_TEST(table.text(6, 2) == "គោត្តនាម និងនាម");
    BOOST_TEST(table.text(7, 8) == "0979316610");
    BOOST_TEST(table.text(7, 5) == "០១/០៩/១៩៨១");

    const Cell* number = table.find(9, 0);
    BOOST_REQUIRE(number);
    BOOST_TEST((number->kind == CellKind::number));
    BOOST_TEST(!number->date);
    const Cell* born = table.find(11, 5);
    BOOST_REQUIRE(born);
    BOOST_TEST((born->kind == CellKind::number));
    BOOST_TEST(born->date);
    BOOST_TEST(
        (day_from_serial(born->text, workbook.date_system()) == core::Day{std::chrono::year{1992} / 4 / 18}));

    BOOST_TEST(table.facts().rows == 193u);
    BOOST_TEST(table.facts().columns == 13u);
    BOOST_TEST(table.facts().merged.size() == 5u);
    BOOST_TEST(range_name(table.facts().merged[0]) == "A1:M1");
    BOOST_TEST(table.find(5, 0) == nullptr);
}

BOOST_AUTO_TEST_CASE(a_months_attendance_keeps_its_letters_under_their_days) {
    Workbook workbook = open_sample("attendance-2025-12.xlsx");
    const Table table = load_first(workbook);
    BOOST_TEST(table.text(2, 3) == "១");
    BOOST_TEST(table.text(2, 33) == "៣១");
    BOOST_TEST(table.text(3, 4) == "ច");
    BOOST_TEST(table.text(3, 14) == "អ");
    BOOST_TEST(table.text(3, 34) == "1");
}

BOOST_AUTO_TEST_CASE(scores_come_as_typed_in_either_digits) {
    Workbook workbook = open_sample("scores-semester1.xlsx");
    const Table table = load_first(workbook);
    BOOST_TEST(table.text(3, 4) == "8.25");
    BOOST_TEST((table.find(3, 4)->kind == CellKind::number));
    BOOST_TEST(table.text(3, 5) == "៥,៧៥");
    BOOST_TEST((table.find(3, 5)->kind == CellKind::text));
}

BOOST_AUTO_TEST_CASE(a_districts_csv_is_all_text_and_loses_no_leading_zero) {
    Workbook workbook = open_sample("register-district.csv");
    BOOST_TEST((workbook.kind() == FileKind::csv));
    const Table table = load_first(workbook);
    BOOST_TEST(table.size() == 2001u);
    BOOST_TEST(table.text(0, 0) == "family_name_km");
    BOOST_TEST(table.text(1, 6) == "02020302");
    BOOST_TEST(table.text(1, 7) == "092185191");
    BOOST_TEST(table.find(1, 8) == nullptr);
}

BOOST_AUTO_TEST_CASE(streaming_and_loading_tell_the_same) {
    Workbook workbook = open_sample("register-clc.xlsx");
    const Table table = load_first(workbook);
    std::size_t nth = 0;
    const auto facts = workbook.read(0, [&](const Row& row) {
        const Row kept = table.row(nth++);
        BOOST_TEST(row.index == kept.index);
        BOOST_TEST(std::ranges::equal(row.cells, kept.cells));
        return true;
    });
    BOOST_REQUIRE(facts.has_value());
    BOOST_TEST(nth == table.size());
}

BOOST_AUTO_TEST_CASE(reading_stops_where_the_caller_says) {
    Workbook workbook = open_sample("register-clc.xlsx");
    std::size_t rows = 0;
    BOOST_TEST(workbook.read(0, [&](const Row&) { return ++rows < 3; }).has_value());
    BOOST_TEST(rows == 3u);
}

BOOST_AUTO_TEST_CASE(a_callers_exception_passes_through) {
    Workbook workbook = open_sample("register-clc.xlsx");
    struct Cancelled {};
    BOOST_CHECK_THROW((void)workbook.read(0, [](const Row&) -> bool { throw Cancelled{}; }), Cancelled);
    BOOST_TEST(workbook.load(0).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
