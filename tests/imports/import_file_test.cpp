// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/rejects.hpp"
#include "imports/thma_koul.hpp"
#include "learners/learner_store.hpp"
#include "samples.hpp"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include <fstream>

using imports::Kind;
using imports::Outcome;
using nlohmann::json;
using test::said;

namespace {

json expected(const char* file) {
    std::ifstream in(test::samples() / "expected.json");
    return json::parse(in)[file];
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(import_file, test::ThmaKoul)

BOOST_AUTO_TEST_CASE(the_centres_list_gets_the_verdict_code_and_cell_of_each_row) {
    const json wanted = expected("register-clc.xlsx");
    const Outcome outcome = import(request(Kind::learners, "register-clc.xlsx"));
    BOOST_TEST(outcome.header_row == wanted["header_row"].get<std::uint32_t>());
    BOOST_REQUIRE(outcome.rows.size() == wanted["rows"].size());
    for (std::size_t i = 0; i < outcome.rows.size(); ++i) {
        const json& row = wanted["rows"][i];
        BOOST_TEST(outcome.rows[i].row == row["row"].get<std::uint32_t>());
        const std::string all =
            row["verdict"].get<std::string>() + " " + row["code"].get<std::string>() + " ";
        BOOST_TEST(said(outcome.rows[i]).starts_with(all),
                   "row " << outcome.rows[i].row << ": " << said(outcome.rows[i]));
        const auto cell = row["cell"].get<std::string>();
        BOOST_TEST((cell.empty() || outcome.rows[i].reason.place.cell == cell));
    }
    BOOST_TEST(outcome.counts.accepted == 171);
    BOOST_TEST(outcome.counts.review == 2);
    BOOST_TEST(outcome.counts.refused == 7);
    BOOST_TEST(learners() == 171);
    const auto closing = std::find_if(outcome.file_findings.begin(), outcome.file_findings.end(),
                                      [](const core::Error& f) { return f.code == "closing-line"; });
    BOOST_REQUIRE((closing != outcome.file_findings.end()));
    BOOST_TEST(closing->place.cell == "A190");
}

BOOST_AUTO_TEST_CASE(what_was_accepted_is_what_the_list_says) {
    const json wanted = expected("register-clc.xlsx");
    import(request(Kind::learners, "register-clc.xlsx"));
    std::size_t checked = 0;
    for (const json& row : wanted["rows"]) {
        if (row["verdict"] != "accept") continue;
        const std::string name = row["name"];
        const std::string born = row["born"].is_null() ? "" : row["born"];
        storage::Statement found =
            database.query("SELECT id FROM learner WHERE name_km = ?1 AND born LIKE ?2 || '%'", name, born);
        BOOST_REQUIRE_MESSAGE(found.step(), name << " " << born);
        const auto learner = learners::load_learner(database, found.get<learners::LearnerId>(0));
        BOOST_TEST(core::to_text(*learner.sex) == row["sex"].get<std::string>());
        BOOST_TEST(learner.village_code.value_or("") == row["village"].get<std::string>());
        BOOST_TEST(learner.phone.value_or("") == row["phone"].get<std::string>());
        ++checked;
    }
    BOOST_TEST(checked == 171U);
}

BOOST_AUTO_TEST_CASE(a_preview_says_what_the_import_will_say_and_writes_nothing) {
    const auto asked = request(Kind::learners, "register-clc.xlsx");
    const Outcome before = imports::preview(database, asked, silent).value();
    BOOST_TEST(learners() == 0);
    BOOST_TEST(!before.import.has_value());
    const Outcome after = import(asked);
    BOOST_REQUIRE(before.rows.size() == after.rows.size());
    for (std::size_t i = 0; i < before.rows.size(); ++i)
        BOOST_TEST(said(before.rows[i]) == said(after.rows[i]));
}

BOOST_AUTO_TEST_CASE(the_same_list_again_is_all_the_same) {
    import(request(Kind::learners, "register-clc.xlsx"));
    const Outcome again = import(request(Kind::learners, "register-clc.xlsx"));
    BOOST_TEST(again.counts.accepted == 0);
    BOOST_TEST(again.counts.same == 171);
    BOOST_TEST(again.counts.updated == 0);
    BOOST_TEST(learners() == 171);
}

BOOST_AUTO_TEST_CASE(the_districts_file_gives_two_thousand) {
    const Outcome outcome = import(request(Kind::learners, "register-district.csv"));
    for (const auto& row : outcome.rows)
        BOOST_TEST((row.verdict == imports::Verdict::accept), "row " << row.row << ": " << said(row));
    BOOST_TEST(outcome.counts.accepted == 2000);
    BOOST_TEST(learners() == 2000);
}

BOOST_AUTO_TEST_CASE(a_months_register_finds_its_class_learners_days_and_margins) {
    open_class("អក្ខរកម្ម ក");
    import(request(Kind::learners, "register-clc.xlsx"));
    const json wanted = expected("attendance-2025-12.xlsx");
    const Outcome outcome = import(request(Kind::attendance, "attendance-2025-12.xlsx"));
    BOOST_REQUIRE(outcome.rows.size() == wanted["rows"].size());
    for (std::size_t i = 0; i < outcome.rows.size(); ++i) {
        const json& row = wanted["rows"][i];
        const auto& got = outcome.rows[i];
        BOOST_TEST((got.verdict == imports::Verdict::accept), said(got));
        BOOST_REQUIRE(got.attendance.has_value());
        BOOST_TEST(got.attendance->counted.with_permission == row["with_permission"].get<int>());
        BOOST_TEST(got.attendance->counted.without_permission == row["without_permission"].get<int>());
        BOOST_TEST(got.attendance->days == row["days"].get<int>());
        BOOST_REQUIRE(got.attendance->says.has_value());
        BOOST_TEST(got.attendance->says->with_permission == row["margin"][0].get<int>());
        BOOST_TEST(got.attendance->says->without_permission == row["margin"][1].get<int>());
    }
    BOOST_TEST(outcome.rows[7].reason.code == "margin.disagrees");
    BOOST_TEST(outcome.rows[10].reason.code == "day.closed");
    BOOST_TEST(outcome.rows[10].reason.place.cell == "AF14");
    const Outcome again = import(request(Kind::attendance, "attendance-2025-12.xlsx"));
    BOOST_TEST(again.counts.same == 30);
}

BOOST_AUTO_TEST_CASE(a_score_sheet_keeps_its_good_cells_and_names_the_bad_one) {
    open_class("អក្ខរកម្ម ក");
    import(request(Kind::learners, "register-clc.xlsx"));
    const json wanted = expected("scores-semester1.xlsx");
    const Outcome outcome = import(request(Kind::scores, "scores-semester1.xlsx"));
    BOOST_REQUIRE(outcome.rows.size() == wanted["rows"].size());
    for (std::size_t i = 0; i < outcome.rows.size(); ++i) {
        const json& row = wanted["rows"][i];
        const auto& got = outcome.rows[i];
        BOOST_TEST((got.verdict == imports::Verdict::accept), said(got));
        BOOST_TEST(got.reason.code == row["code"].get<std::string>());
        BOOST_REQUIRE(got.scores.has_value());
        BOOST_TEST(got.scores->absent == row["absent"].get<std::vector<std::string>>());
    }
    BOOST_REQUIRE(outcome.rows[5].scores->cells.size() == 1U);
    BOOST_TEST(outcome.rows[5].scores->cells[0].place.cell == "E9");
    BOOST_TEST(outcome.rows[5].scores->marks.size() == 3U);
}

BOOST_AUTO_TEST_CASE(an_undone_import_leaves_nobody_and_its_numbers_are_not_given_again) {
    const Outcome first = import(request(Kind::learners, "register-clc.xlsx"));
    {
        storage::Transaction tx(database, {});
        BOOST_REQUIRE(imports::undo_import(tx, *first.import).has_value());
        tx.commit();
    }
    BOOST_TEST(learners() == 0);
    const Outcome one = import_csv("ឈ្មោះ,ភេទ,ថ្ងៃខែឆ្នាំកំណើត\nសុខ ធារី,ស,1/2/1990\n");
    BOOST_TEST(one.counts.accepted == 1);
    BOOST_TEST(database.value<std::string>("SELECT number FROM learner").value().starts_with("0202-000172-"));
    storage::Transaction tx(database, {});
    BOOST_TEST(imports::undo_import(tx, *first.import).error().code == "import.undone-already");
}

BOOST_AUTO_TEST_CASE(an_import_that_marks_stand_on_is_not_undone_and_names_them) {
    open_class("អក្ខរកម្ម ក");
    const Outcome list = import(request(Kind::learners, "register-clc.xlsx"));
    import(request(Kind::attendance, "attendance-2025-12.xlsx"));
    storage::Transaction tx(database, {});
    const auto undone = imports::undo_import(tx, *list.import);
    BOOST_REQUIRE(!undone.has_value());
    BOOST_TEST(undone.error().code == "import.depended-on");
    // One of the thirty was never absent and has no mark.
    BOOST_TEST(undone.error().fact("count") == "29");
}

BOOST_AUTO_TEST_CASE(a_list_sent_again_with_new_people_and_changed_phones) {
    const std::string head = "ឈ្មោះ,ភេទ,ថ្ងៃខែឆ្នាំកំណើត,ភូមិ,លេខទូរសព្ទ\n";
    import_csv(head + "សុខ ធារី,ស,1/2/1990,ព្រៃលាវ,012345678\nចាន់ ដារ៉ា,ប,3/4/1991,ព្រៃលាវ,012345679\n");
    const std::string again = head + "សុខ ធារី,ស,1/2/1990,ព្រៃលាវ,012999999\nចាន់ "
                                     "ដារ៉ា,ប,3/4/1991,ព្រៃលាវ,012345679\nកែវ មុំ,ស,5/6/1992,ព្រៃលាវ,\n";
    const Outcome plain = import_csv(again);
    BOOST_TEST(plain.counts.accepted == 1);
    BOOST_TEST(plain.counts.updated == 1);
    BOOST_TEST(plain.counts.same == 1);
    BOOST_REQUIRE(plain.rows[0].changes.size() == 1U);
    BOOST_TEST(plain.rows[0].changes[0].field == "phone");
    BOOST_TEST(plain.rows[0].changes[0].was.value_or("") == "012345678");
    const auto phone = [&] {
        return database.value<std::string>("SELECT phone FROM learner WHERE name_km = 'សុខ ធារី'").value_or("");
    };
    BOOST_TEST(phone() == "012345678"); // not without being asked
    import_csv(again, Kind::learners, true);
    BOOST_TEST(phone() == "012999999");
}

BOOST_AUTO_TEST_CASE(rows_held_for_review_are_taken_as_other_people_when_asked) {
    const std::string list = "ឈ្មោះ,ភេទ,ថ្ងៃខែឆ្នាំកំណើត,ភូមិ\nសុខ ធារី,ស,7/3/1990,ព្រៃលាវ\nសុខ ធារី,ស,3/7/1990,ព្រៃលាវ\n"
                             "ចាន់ ដារ៉ា,ប,3/4/1991,ភូមិដែលគ្មាន\n";
    const Outcome held = import_csv(list);
    BOOST_TEST(said(held.rows[1]) == "review learner.look-alike A3");
    BOOST_TEST(said(held.rows[2]) == "review village.unknown D4");
    BOOST_TEST(learners() == 1);
    import_csv(list, Kind::learners, false, true);
    BOOST_TEST(learners() == 3);
    BOOST_TEST(database.value<std::string>("SELECT village_text FROM learner WHERE name_km = 'ចាន់ ដារ៉ា'")
                   .value_or("") == "ភូមិដែលគ្មាន");
}

BOOST_AUTO_TEST_CASE(two_columns_of_ticks_three_of_a_date_and_an_age_alone_are_read) {
    const Outcome outcome = import_csv("ល.រ,ឈ្មោះ,ភេទ,,ថ្ងៃខែឆ្នាំកំណើត,,\n,,ប្រុស,ស្រី,ថ្ងៃ,ខែ,ឆ្នាំ\n"
                                       "1,សុខ ធារី,,✓,1,2,1990\n2,ចាន់ ដារ៉ា,✓,,,,១៩៩១\n3,កែវ មុំ,,,1,1,1990\n");
    BOOST_TEST(outcome.counts.accepted == 2);
    BOOST_TEST(said(outcome.rows[2]) == "refuse sex.missing C5");
    BOOST_TEST(database.value<std::string>("SELECT born FROM learner WHERE sex = 'f'").value() ==
               "1990-02-01");
    BOOST_TEST(database.value<std::string>("SELECT born FROM learner WHERE sex = 'm'").value() == "1991");
}

BOOST_AUTO_TEST_CASE(a_class_column_enrols_where_one_open_class_bears_the_name) {
    const auto literacy = open_class("អក្ខរកម្ម ក");
    const Outcome outcome =
        import_csv("ឈ្មោះ,ភេទ,ឆ្នាំកំណើត,ថ្នាក់\nសុខ "
                   "ធារី,ស,1990,អក្ខរកម្ម​ក\nចាន់ "
                   "ដារ៉ា,ប,1991,ថ្នាក់ទី៩\n");
    BOOST_TEST(outcome.counts.accepted == 2);
    BOOST_TEST(classes::enrolments_in(database, literacy).size() == 1U);
    BOOST_REQUIRE(outcome.file_findings.size() == 1U);
    BOOST_TEST(outcome.file_findings[0].code == "class.unknown");
    BOOST_TEST(outcome.file_findings[0].fact("count") == "1");
}

BOOST_AUTO_TEST_CASE(refused_rows_go_out_to_be_mended_and_come_back) {
    const Outcome outcome = import(request(Kind::learners, "register-clc.xlsx"));
    const test::Folder folder;
    imports::write_rejects(folder / "mend.xlsx", outcome,
                           {"មូលហេតុ", [](const core::Error& e) { return e.code; }}, clock.now());
    imports::Request again;
    again.file = folder / "mend.xlsx";
    const Outcome back = imports::preview(database, again, silent).value();
    BOOST_TEST(back.rows.size() == 7U);
    // Nothing was mended, so nothing is taken; the repeated row's learner is known by now.
    BOOST_TEST(back.counts.refused == 6);
    BOOST_TEST(back.counts.same == 1);
}

BOOST_AUTO_TEST_CASE(a_cancelled_import_writes_nothing) {
    struct Impatient final : core::Progress {
        void report(std::int64_t, std::int64_t) override { ++reports; }
        bool cancelled() const override { return reports > 2; }
        int reports = 0;
    } impatient;
    const auto outcome =
        imports::import_file(database, {}, request(Kind::learners, "register-district.csv"), impatient);
    BOOST_REQUIRE(!outcome.has_value());
    BOOST_TEST(outcome.error().code == "cancelled");
    BOOST_TEST(learners() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
