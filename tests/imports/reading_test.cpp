// SPDX-License-Identifier: GPL-3.0-or-later
// How a list was read, set right by a person, and remembered for the next of its layout.
#include "imports/reading.hpp"
#include "imports/thma_koul.hpp"
#include "imports/written_list.hpp"

#include <boost/test/unit_test.hpp>

using imports::Correction;
using imports::Field;
using imports::Kind;
using imports::Meaning;
using imports::Outcome;

namespace {

// Headings of the centre's own invention: nobody can know what "ក" and "ខ" are.
const std::string own_words = "ល.រ,ឈ្មោះ,ភេទ,ឆ្នាំកំណើត,លេខ ក,ទី ខ\n";
const std::string list = own_words + "1,សុខ ធារី,ស,1990,លី សុខ,ស្រែ\n2,ចាន់ ដារ៉ា,ប,1991,ចាន់ ណា,លក់ដូរ\n";

struct Reading : test::ThmaKoul {
    test::Folder folder;

    imports::Request of(const std::string& bytes, const std::string& name = "list.csv") {
        std::ofstream(folder / name, std::ios::binary) << bytes;
        imports::Request asked;
        asked.file = folder / name;
        return asked;
    }
    imports::ListReading read(const imports::Request& asked) {
        return imports::read_list(database, asked, silent).value();
    }
    std::int64_t remembered() const {
        return database.value<std::int64_t>("SELECT count(*) FROM import_layout").value();
    }
    std::string guardian(const std::string& name) const {
        return database.value<std::string>("SELECT guardian FROM learner WHERE name_km = ?1", name)
            .value_or("");
    }
    // The list with its fifth column the guardian's and its sixth the occupation.
    imports::Request corrected(const std::string& bytes) {
        auto asked = of(bytes);
        asked.correction.sheet = "";
        asked.correction.columns[4] = Meaning{Field::guardian};
        asked.correction.columns[5] = Meaning{Field::occupation};
        return asked;
    }
};

std::string meaning_of(const imports::ListReading& reading, std::size_t column) {
    const auto& meaning = reading.columns.at(column).meaning;
    return meaning ? std::string{imports::to_text(meaning->field)} : "";
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(reading, Reading)

BOOST_AUTO_TEST_CASE(the_sheet_the_headings_and_each_columns_meaning_are_shown_with_the_first_rows) {
    imports::Request asked = request(Kind::learners, "register-clc.xlsx");
    const auto reading = read(asked);
    BOOST_TEST(!reading.problem.has_value());
    BOOST_TEST(!reading.remembered);
    BOOST_TEST(reading.header_row.value() == 6U);
    BOOST_TEST(meaning_of(reading, 1) == "number");
    BOOST_TEST(meaning_of(reading, 2) == "name_km");
    BOOST_TEST(reading.columns[2].heading == "គោត្តនាម និងនាម");
    BOOST_REQUIRE(reading.sample.size() > 10U);
    BOOST_TEST(reading.sample.back().row < 25U);
}

BOOST_AUTO_TEST_CASE(a_column_is_given_its_meaning_and_another_is_left_out) {
    auto asked = corrected(list);
    asked.correction.columns[2] = std::nullopt;
    const auto reading = read(asked);
    BOOST_TEST(meaning_of(reading, 4) == "guardian");
    BOOST_TEST(meaning_of(reading, 2) == "");
    const Outcome outcome = imports::preview(database, asked, silent).value();
    // Without its sex nobody is accepted, and the reason stands at a column there is.
    BOOST_TEST(test::said(outcome.rows[0]) == "refuse sex.missing B2");
    BOOST_TEST(outcome.file_findings.empty());
}

BOOST_AUTO_TEST_CASE(a_meaning_moves_from_the_column_that_had_it) {
    auto asked = of("ឈ្មោះ,ឈ្មោះទីពីរ,ភេទ,ឆ្នាំកំណើត\nសុខ ធារី,កែវ មុំ,ស,1990\n");
    asked.correction.sheet = "";
    asked.correction.columns[1] = Meaning{Field::name_km};
    const auto reading = read(asked);
    BOOST_TEST(meaning_of(reading, 0) == "");
    BOOST_TEST(meaning_of(reading, 1) == "name_km");
    import(asked);
    BOOST_TEST(database.value<std::string>("SELECT name_km FROM learner").value() == "កែវ មុំ");
}

BOOST_AUTO_TEST_CASE(headings_nobody_would_know_are_pointed_at) {
    auto asked = of("តារាង\nក,ខ,គ,ឃ\nសុខ ធារី,X,ស,x\nចាន់ ដារ៉ា,Y,ប,y\n");
    asked.kind = Kind::classes;
    BOOST_TEST(read(asked).problem->code == "header.missing");
    asked.correction.sheet = "";
    asked.correction.header_row = std::optional<std::uint32_t>{1};
    asked.correction.columns[0] = Meaning{Field::name_km};
    asked.correction.columns[3] = Meaning{Field::programme};
    const auto reading = read(asked);
    BOOST_TEST(!reading.problem.has_value());
    BOOST_TEST(reading.header_row.value() == 1U);
    BOOST_TEST(reading.columns[0].heading == "ក");
}

BOOST_AUTO_TEST_CASE(a_list_is_said_to_have_no_headings) {
    auto asked = of("សុខ ធារី,ស,7/3/1990\nចាន់ ដារ៉ា,ប,3/4/1991\nកែវ មុំ,ស,5/6/1992\n");
    asked.correction.sheet = "";
    asked.correction.header_row = std::optional<std::uint32_t>{};
    BOOST_TEST(import(asked).counts.accepted == 3);
    // There is nothing to know it by again.
    BOOST_TEST(remembered() == 0);
}

BOOST_AUTO_TEST_CASE(a_corrected_layout_is_remembered_once_the_list_is_imported_and_used_the_next_time) {
    const auto asked = corrected(list);
    imports::preview(database, asked, silent).value();
    BOOST_TEST(remembered() == 0);
    const Outcome first = import(asked);
    BOOST_TEST(!first.remembered);
    BOOST_TEST(remembered() == 1);
    BOOST_TEST(guardian("សុខ ធារី") == "លី សុខ");
    // The next month's list, with other people, another title and a column more at its end.
    const auto next = of("បញ្ជីខែក្រោយ,,,\n" + own_words.substr(0, own_words.size() - 1) +
                             "\n1,កែវ មុំ,ស,1992,កែវ សុខ,ជាងកាត់ដេរ\n",
                         "next.csv");
    BOOST_TEST(read(next).remembered);
    const Outcome second = import(next);
    BOOST_TEST(second.remembered);
    BOOST_TEST(second.file_findings.empty());
    BOOST_TEST(guardian("កែវ មុំ") == "កែវ សុខ");
    // A list with other headings is none of this layout.
    BOOST_TEST(!read(of("ល.រ,ឈ្មោះ,ភេទ,ឆ្នាំកំណើត\n1,លី ណា,ស,1990\n", "other.csv")).remembered);
}

BOOST_AUTO_TEST_CASE(headings_typed_with_other_spaces_and_capitals_are_the_same_layout) {
    import(corrected(list));
    const auto spaced = of("ល.រ,ឈ្មោះ ,ភេទ,ឆ្នាំ "
                           "កំណើត,លេខ​ក,ទីខ\n1,កែវ "
                           "មុំ,ស,1992,កែវ "
                           "សុខ,ស្រែ\n",
                           "spaced.csv");
    BOOST_TEST(read(spaced).remembered);
}

BOOST_AUTO_TEST_CASE(what_was_remembered_is_forgotten_when_a_person_says_so) {
    import(corrected(list));
    auto asked = of(list);
    asked.correction.forget = true;
    BOOST_TEST(!read(asked).remembered);
    BOOST_TEST(meaning_of(read(asked), 4) == "");
    import(asked);
    BOOST_TEST(remembered() == 0);
}

BOOST_AUTO_TEST_CASE(another_column_is_set_right_on_top_of_what_is_remembered) {
    import(corrected(list));
    auto asked = of(list);
    asked.correction.sheet = "";
    asked.correction.columns[5] = std::nullopt;
    const auto reading = read(asked);
    BOOST_TEST(meaning_of(reading, 4) == "guardian");
    BOOST_TEST(meaning_of(reading, 5) == "");
}

BOOST_AUTO_TEST_CASE(of_a_workbook_another_sheet_is_chosen) {
    const test::WrittenRow head = {"ល.រ", "ឈ្មោះ", "ភេទ", "ឆ្នាំកំណើត"};
    const test::WrittenRow row = {"1", "សុខ ធារី", "ស", "1990"};
    auto asked = of(test::workbook_of({{head, row}}), "one.xlsx");
    asked.correction.sheet = "Sheet1";
    BOOST_TEST(read(asked).sheet == "Sheet1");
    asked.correction.sheet = "Sheet2";
    const auto gone = imports::preview(database, asked, silent);
    BOOST_TEST(gone.error().code == "sheet.not-found");
}

BOOST_AUTO_TEST_CASE(a_subject_is_remembered_by_its_name_and_not_by_its_place) {
    open_class("អក្ខរកម្ម ក");
    import(request(Kind::learners, "register-clc.xlsx"));
    const std::string name =
        database
            .value<std::string>("SELECT name_km FROM learner JOIN enrolment e ON e.learner_id = learner.id "
                                "ORDER BY e.id LIMIT 1")
            .value();
    const std::string sheet = "ថ្នាក់ អក្ខរកម្ម ក\nល.រ,ឈ្មោះ,អ,ស ត\n1," + name + ",7,8\n";
    auto asked = of(sheet, "scores.csv");
    asked.kind = Kind::scores;
    asked.correction.sheet = "";
    asked.correction.header_row = std::optional<std::uint32_t>{1};
    asked.correction.columns[2] = Meaning{Field::subject, 2};
    asked.correction.columns[3] = Meaning{Field::subject, 0};
    const Outcome first = import(asked);
    BOOST_REQUIRE(first.rows.size() == 1U);
    BOOST_REQUIRE(first.rows[0].scores->marks.size() == 2U);
    auto again = of(sheet, "scores.csv");
    again.kind = Kind::scores;
    const Outcome second = imports::preview(database, again, silent).value();
    BOOST_TEST(second.remembered);
    BOOST_TEST((second.rows[0].scores->marks == first.rows[0].scores->marks));
}

BOOST_AUTO_TEST_CASE(reading_a_long_list_can_be_stopped) {
    struct Impatient final : core::Progress {
        void report(std::int64_t, std::int64_t) override { stopped = true; }
        bool cancelled() const override { return stopped; }
        bool stopped = false;
    } impatient;
    const auto reading =
        imports::read_list(database, request(Kind::learners, "register-district.csv"), impatient);
    BOOST_REQUIRE(!reading.has_value());
    BOOST_TEST(reading.error().code == "cancelled");
}

BOOST_AUTO_TEST_SUITE_END()
