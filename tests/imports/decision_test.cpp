// SPDX-License-Identifier: GPL-3.0-or-later
// What a person decides row by row: the same person with chosen fields, another person, later; and held rows
// taken up later from the history.
#include "attendance/mark_store.hpp"
#include "imports/held.hpp"
#include "imports/thma_koul.hpp"

#include <boost/test/unit_test.hpp>

using imports::Decided;
using imports::Decision;
using imports::Kind;
using imports::Outcome;
using imports::Verdict;
using test::said;
using Take = imports::Decision::Take;

namespace {

const std::string head = "ឈ្មោះ,អក្សរឡាតាំង,ភេទ,ថ្ងៃខែឆ្នាំកំណើត,ភូមិ,លេខទូរសព្ទ,មុខរបរ\n";

struct Decisions : test::ThmaKoul {
    test::Folder folder;

    imports::Request of(const std::string& rows, const std::string& name = "list.csv") {
        std::ofstream(folder / name, std::ios::binary) << rows;
        imports::Request asked;
        asked.file = folder / name;
        return asked;
    }
    std::string field(const std::string& column, const std::string& name_km = "សុខ ធារី") const {
        return database
            .value<std::string>("SELECT group_concat(coalesce(" + column +
                                    ", ''), '|') FROM learner WHERE name_km = ?1",
                                name_km)
            .value_or("");
    }
    std::string decided(imports::ImportId import, int row) const {
        return database
            .value<std::string>("SELECT decided FROM import_row WHERE import_id = ?1 AND row = ?2", import,
                                row)
            .value_or("open");
    }
    void undo(imports::ImportId import) {
        storage::Transaction tx(database, {});
        BOOST_REQUIRE(imports::undo_import(tx, import).has_value());
        tx.commit();
    }
    // Theary is known; the list has her with day and month swapped, another phone and an occupation.
    imports::Request look_alike() {
        import(of(head + "សុខ ធារី,SOK THEARY,ស,7/3/1990,ព្រៃលាវ,012345678,\n", "first.csv"));
        return of(head + "សុខ ធារី,SOK TEARY,ស,3/7/1990,ព្រៃលាវ,012999888,កសិករ\n");
    }
};

const storage::FieldChange* beside(const imports::RowOutcome& row, std::string_view name) {
    for (const storage::FieldChange& field : row.beside)
        if (field.field == name) return &field;
    return nullptr;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(decision, Decisions)

BOOST_AUTO_TEST_CASE(a_look_alike_is_shown_beside_the_learner_field_by_field) {
    const Outcome outcome = imports::preview(database, look_alike(), silent).value();
    BOOST_TEST(said(outcome.rows[0]) == "review learner.look-alike A2");
    const auto* born = beside(outcome.rows[0], "born");
    BOOST_REQUIRE(born != nullptr);
    BOOST_TEST(born->was.value_or("") == "1990-03-07");
    BOOST_TEST(born->is.value_or("") == "1990-07-03");
    BOOST_TEST(beside(outcome.rows[0], "occupation")->was.has_value() == false);
    BOOST_TEST(beside(outcome.rows[0], "name_km")->was.value() == "សុខ ធារី");
    BOOST_TEST(beside(outcome.rows[0], "guardian") == nullptr);
}

BOOST_AUTO_TEST_CASE(the_same_person_takes_the_chosen_fields_and_keeps_the_others) {
    auto asked = look_alike();
    asked.decisions[2] = {Take::same_person, {"phone", "occupation"}};
    const Outcome outcome = import(asked);
    BOOST_TEST(learners() == 1);
    BOOST_TEST(field("phone") == "012999888");
    BOOST_TEST(field("occupation") == "កសិករ");
    BOOST_TEST(field("born") == "1990-03-07");
    BOOST_TEST(field("name") == "SOK THEARY");
    BOOST_TEST(outcome.written.changed == 1);
    BOOST_TEST(outcome.written.added == 0);
    BOOST_TEST(decided(*outcome.import, 2) == "merged");
    undo(*outcome.import);
    BOOST_TEST(field("phone") == "012345678");
    BOOST_TEST(field("occupation") == "");
}

BOOST_AUTO_TEST_CASE(another_person_is_added_and_one_left_is_held) {
    auto asked = look_alike();
    const Outcome left = import(asked);
    BOOST_TEST(learners() == 1);
    BOOST_TEST(imports::find_import(database, *left.import)->held == 1);
    undo(*left.import);
    asked.decisions[2] = {Take::as_it_stands, {}};
    const Outcome added = import(asked);
    BOOST_TEST(learners() == 2);
    BOOST_TEST(decided(*added.import, 2) == "taken");
    BOOST_TEST(imports::find_import(database, *added.import)->held == 0);
}

BOOST_AUTO_TEST_CASE(the_look_alike_of_an_earlier_row_is_put_over_what_that_row_became) {
    auto asked = of(head + "សុខ ធារី,,ស,7/3/1990,ព្រៃលាវ,,\nសុខ ធារី,,ស,3/7/1990,ព្រៃលាវ,012999888,\n");
    const Outcome before = imports::preview(database, asked, silent).value();
    BOOST_TEST(beside(before.rows[1], "phone")->is.value() == "012999888");
    asked.decisions[3] = {Take::same_person, {"phone"}};
    import(asked);
    BOOST_TEST(learners() == 1);
    BOOST_TEST(field("phone") == "012999888");
    BOOST_TEST(field("born") == "1990-03-07");
}

BOOST_AUTO_TEST_CASE(of_an_update_only_the_chosen_fields_are_written_and_an_update_left_is_held) {
    import(of(head + "សុខ ធារី,,ស,7/3/1990,ព្រៃលាវ,012345678,\nចាន់ ដារ៉ា,,ប,3/4/1991,ព្រៃលាវ,012111222,\n"));
    auto asked =
        of(head + "សុខ ធារី,,ស,7/3/1990,ព្រៃលាវ,012999888,កសិករ\nចាន់ ដារ៉ា,,ប,3/4/1991,ព្រៃលាវ,012333444,\n");
    asked.update = true;
    asked.decisions[2] = {Take::same_person, {"occupation"}};
    asked.decisions[3] = {Take::leave, {}};
    const Outcome outcome = import(asked);
    BOOST_TEST(outcome.counts.updated == 2);
    BOOST_TEST(outcome.written.changed == 1);
    BOOST_TEST(field("phone") == "012345678");
    BOOST_TEST(field("occupation") == "កសិករ");
    BOOST_TEST(field("phone", "ចាន់ ដារ៉ា") == "012111222");
    BOOST_TEST(imports::find_import(database, *outcome.import)->held == 1);
}

BOOST_AUTO_TEST_CASE(held_rows_are_taken_up_later_as_an_import_of_their_own) {
    const Outcome first =
        import(of(head + "សុខ ធារី,,ស,7/3/1990,ព្រៃលាវ,,\nសុខ ធារី,,ស,3/7/1990,ព្រៃលាវ,012999888,\n"
                         "ចាន់ ដារ៉ា,,ប,3/4/1991,ភូមិដែលគ្មាន,,\nកែវ មុំ,,,1990,,,\n"));
    BOOST_TEST(learners() == 1);
    const Outcome held = imports::preview_held(database, *first.import, silent).value();
    BOOST_REQUIRE(held.rows.size() == 2U);
    BOOST_TEST(said(held.rows[0]) == "review learner.look-alike A3");
    BOOST_TEST(held.rows[0].known.has_value()); // by now the earlier row is a learner
    BOOST_TEST(said(held.rows[1]) == "review village.unknown E4");

    const Outcome one =
        imports::take_up(database, {}, *first.import, {{3, {Take::same_person, {"phone"}}}}, silent).value();
    BOOST_TEST(one.written.changed == 1);
    BOOST_TEST(field("phone") == "012999888");
    BOOST_TEST(imports::find_import(database, *first.import)->held == 1);
    BOOST_TEST(decided(*first.import, 3) == "merged");
    BOOST_TEST((imports::list_imports(database).front().taken_from == first.import));

    const Outcome two =
        imports::take_up(database, {}, *first.import, {{4, {Take::as_it_stands, {}}}}, silent).value();
    BOOST_TEST(two.written.added == 1);
    BOOST_TEST(learners() == 2);
    BOOST_TEST(field("village_text", "ចាន់ ដារ៉ា") == "ភូមិដែលគ្មាន");
    BOOST_TEST(imports::preview_held(database, *first.import, silent).value().rows.empty());

    // Taking the second back opens its row again; the first stays as it is.
    undo(*two.import);
    BOOST_TEST(learners() == 1);
    BOOST_TEST(decided(*first.import, 4) == "open");
    BOOST_TEST(decided(*first.import, 3) == "merged");
}

BOOST_AUTO_TEST_CASE(a_dropped_row_is_not_asked_for_again) {
    auto asked = look_alike();
    const Outcome held = import(asked);
    imports::take_up(database, {}, *held.import, {{2, {Take::drop, {}}}}, silent).value();
    BOOST_TEST(imports::find_import(database, *held.import)->held == 0);
    BOOST_TEST(learners() == 1);
}

BOOST_AUTO_TEST_CASE(a_held_row_of_a_register_is_written_once_its_learner_is_enrolled) {
    const auto literacy = open_class("អក្ខរកម្ម ក");
    import_csv("ឈ្មោះ,ភេទ,ឆ្នាំកំណើត,ថ្នាក់\nសុខ ធារី,ស,1990,អក្ខរកម្ម ក\n");
    std::string csv = "ថ្នាក់ អក្ខរកម្ម ក\nខែធ្នូ ឆ្នាំ២០២៥\nល.រ,ឈ្មោះ,ភេទ";
    for (int day = 1; day <= 31; ++day)
        csv += "," + std::to_string(day);
    const Outcome month = import_csv(csv + "\n1,សុខ ធារី,ស,,,អ\n2,លី ណា,ស,,,ច\n", Kind::attendance);
    BOOST_TEST(said(month.rows[1]) == "review learner.not-in-class B5");
    import_csv("ឈ្មោះ,ភេទ,ឆ្នាំកំណើត,ថ្នាក់\nលី ណា,ស,1990,អក្ខរកម្ម ក\n");
    const Outcome held = imports::preview_held(database, *month.import, silent).value();
    BOOST_REQUIRE(held.rows.size() == 1U);
    // The month was taken with the list: without a mark she counted as present.
    BOOST_TEST(said(held.rows[0]) == "update  ");
    imports::take_up(database, {}, *month.import, {{5, {Take::as_it_stands, {}}}}, silent).value();
    BOOST_TEST(database.value<std::int64_t>("SELECT count(*) FROM attendance_month").value() == 2);
    BOOST_TEST(imports::find_import(database, *month.import)->held == 0);
    BOOST_TEST(classes::enrolments_in(database, literacy).size() == 2U);
}

BOOST_AUTO_TEST_CASE(of_an_import_that_was_taken_back_nothing_is_held) {
    const Outcome held = import(look_alike());
    undo(*held.import);
    BOOST_TEST(imports::preview_held(database, *held.import, silent).error().code == "import.undone-already");
}

BOOST_AUTO_TEST_CASE(what_an_earlier_program_imported_is_listed_and_its_rows_are_said_not_to_be_kept) {
    const Outcome held = import(look_alike());
    storage::Transaction tx(database, {});
    tx.run("UPDATE import SET head = NULL");
    BOOST_TEST(imports::preview_held(database, *held.import, silent).error().code == "import.rows-not-kept");
    BOOST_TEST(imports::list_imports(database).size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
