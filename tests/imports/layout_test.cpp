// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/layout.hpp"
#include "imports/lines.hpp"

#include <boost/test/unit_test.hpp>

using imports::Field;
using imports::Kind;
using imports::LineKind;

namespace {

struct Sheet {
    explicit Sheet(std::string csv)
        : table(spreadsheet::open_workbook(std::move(csv), "list.csv").value().load(0).value()) {}
    core::Expected<imports::Layout> layout(Kind kind = Kind::learners,
                                           const std::vector<imports::SubjectHeadings>& subjects = {}) const {
        return imports::find_layout(table, kind, vocabulary, subjects);
    }
    LineKind line(std::uint32_t row) const {
        const auto found = layout().value();
        imports::Lines lines(table, found, vocabulary);
        for (std::size_t i = 0; i < table.size(); ++i) {
            if (table.row(i).index < found.first_row) continue;
            const LineKind kind = lines.next(table.row(i));
            if (table.row(i).index == row) return kind;
        }
        return LineKind::blank;
    }
    imports::Vocabulary vocabulary;
    spreadsheet::Table table;
};

std::int64_t column_of(const imports::Layout& layout, Field field) {
    const auto column = layout.find(field);
    return column ? static_cast<std::int64_t>(*column) : -1;
}

} // namespace

BOOST_AUTO_TEST_SUITE(layout)

BOOST_AUTO_TEST_CASE(headings_are_found_below_titles_whatever_their_spacing) {
    const Sheet sheet("ព្រះរាជាណាចក្រកម្ពុជា\n\nបញ្ជីរាយនាមអ្នកសិក្សា\nល.រ,គោត្តនាម  និងនាម,ភេទ,ថ្ងៃ ខែ ឆ្នាំ កំណើត,ភូមិ\n"
                      "1,សុខ ធារី,ស,1/2/1990,ថ្មី\n");
    const auto layout = sheet.layout();
    BOOST_REQUIRE(layout.has_value());
    BOOST_TEST(layout->header_row.value() == 3U);
    BOOST_TEST(column_of(*layout, Field::name_km) == 1);
    BOOST_TEST(column_of(*layout, Field::sex) == 2);
    BOOST_TEST(column_of(*layout, Field::born) == 3);
    BOOST_TEST(column_of(*layout, Field::village) == 4);
}

BOOST_AUTO_TEST_CASE(a_heading_over_two_rows_is_read_as_one) {
    const Sheet sheet("ល.រ,ឈ្មោះ,,ភេទ,ថ្ងៃខែឆ្នាំកំណើត,,,ទីកន្លែងកំណើត\n,ខ្មែរ,ឡាតាំង,,ថ្ងៃ,ខែ,ឆ្នាំ,ភូមិ\n"
                      "1,សុខ ធារី,SOK THEARY,ស,1,2,1990,ថ្មី\n2,ចាន់ ដារ៉ា,CHAN DARA,ប,3,4,1991,ចាស់\n");
    const auto layout = sheet.layout();
    BOOST_REQUIRE(layout.has_value());
    BOOST_TEST(layout->first_row == 2U);
    BOOST_TEST(column_of(*layout, Field::born_day) == 4);
    BOOST_TEST(column_of(*layout, Field::born_month) == 5);
    BOOST_TEST(column_of(*layout, Field::born_year) == 6);
    // The village below "place of birth" is not where the learner lives.
    BOOST_TEST(column_of(*layout, Field::village) == -1);
    BOOST_TEST(column_of(*layout, Field::birthplace) == 7);
    BOOST_TEST(column_of(*layout, Field::name) == 2);
}

BOOST_AUTO_TEST_CASE(a_khmer_name_headed_name_is_taken_for_what_it_holds) {
    const Sheet sheet("No,Name,Gender,DOB\n1,សុខ ធារី,F,1990-02-01\n2,ចាន់ ដារ៉ា,M,1991-02-01\n");
    const auto layout = sheet.layout();
    BOOST_REQUIRE(layout.has_value());
    BOOST_TEST(column_of(*layout, Field::name_km) == 1);
}

BOOST_AUTO_TEST_CASE(columns_without_headings_are_known_by_their_content) {
    const Sheet sheet("ល.រ,ឈ្មោះ,?,??,???\n1,សុខ ធារី,ស,1/2/1990,012345678\n2,ចាន់ ដារ៉ា,ប,3/4/1991,012345679\n"
                      "3,កែវ មុំ,ស,5/6/1992,012345670\n");
    const auto layout = sheet.layout();
    BOOST_REQUIRE(layout.has_value());
    BOOST_TEST(column_of(*layout, Field::sex) == 2);
    BOOST_TEST(column_of(*layout, Field::born) == 3);
    BOOST_TEST(column_of(*layout, Field::phone) == 4);
}

BOOST_AUTO_TEST_CASE(days_of_a_register_are_read_in_khmer_digits) {
    std::string csv = "ល.រ,ឈ្មោះ,ភេទ";
    for (const char* day : {"១", "២", "៣", "៤", "៥", "៦", "៧", "៨", "៩", "១០"})
        csv.append(",").append(day);
    const Sheet sheet(csv + ",ច្បាប់,អត់ច្បាប់\n1,សុខ ធារី,ស,ច\n");
    const auto layout = sheet.layout(Kind::attendance);
    BOOST_REQUIRE(layout.has_value());
    BOOST_TEST(layout->all(Field::day).size() == 10U);
    BOOST_TEST(column_of(*layout, Field::with_permission) == 13);
    BOOST_TEST(column_of(*layout, Field::without_permission) == 14);
}

BOOST_AUTO_TEST_CASE(a_sheet_without_names_is_refused_as_having_no_headings) {
    const Sheet sheet("ខែ,ចំនួន\nមករា,12\nកុម្ភៈ,13\n");
    const auto layout = sheet.layout();
    BOOST_REQUIRE(!layout.has_value());
    BOOST_TEST(layout.error().code == "header.missing");
}

BOOST_AUTO_TEST_CASE(nobodys_rows_are_told_from_learners) {
    const Sheet sheet("ល.រ,ឈ្មោះ,ភេទ,ថ្ងៃខែឆ្នាំកំណើត\n1,សុខ ធារី,ស,1/2/1990\nល.រ,ឈ្មោះ,ភេទ,ថ្ងៃខែឆ្នាំកំណើត\n"
                      "2,,ប,3/4/1991\n3,,,\nបញ្ឈប់ត្រឹមចំនួន ២ នាក់,,,\n,អ្នកធ្វើតារាង,,នាយកសាលា\n");
    BOOST_TEST((sheet.line(1) == LineKind::learner));
    BOOST_TEST((sheet.line(2) == LineKind::heading_again));
    BOOST_TEST((sheet.line(3) == LineKind::learner)); // somebody whose name is missing
    BOOST_TEST((sheet.line(4) == LineKind::blank));   // the form's next empty line
    BOOST_TEST((sheet.line(5) == LineKind::closing));
    BOOST_TEST((sheet.line(6) == LineKind::other));
}

BOOST_AUTO_TEST_CASE(closing_lines_say_how_many_in_one_cell_or_in_several) {
    const imports::Vocabulary vocabulary;
    const auto read = [&](const std::string& csv) {
        const auto table = spreadsheet::open_workbook(csv, "list.csv").value().load(0).value();
        return imports::read_closing(table.row(0), {}, vocabulary);
    };
    const auto one = read("បញ្ឈប់ត្រឹមចំនួន ១៨១ នាក់ ស្រី ៨៩ នាក់\n");
    BOOST_TEST(one.total.value_or(-1) == 181);
    BOOST_TEST(one.female.value_or(-1) == 89);
    const auto several = read("សរុប,,30,ស្រី,14\n");
    BOOST_TEST(several.total.value_or(-1) == 30);
    BOOST_TEST(several.female.value_or(-1) == 14);
    BOOST_TEST(!read("សរុប,,,\n").total.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
