// SPDX-License-Identifier: GPL-3.0-or-later
// Lists as centres really send them: what must come out of each, and what must hold of a hundred nobody
// wrote.
#include "imports/thma_koul.hpp"
#include "office/digest.hpp"
#include "rounds.hpp"

#include <boost/test/unit_test.hpp>

#include <random>

using imports::Kind;
using imports::Outcome;
using imports::Verdict;
using test::said;

namespace {

struct MessyLists : test::ThmaKoul {
    // Everything that stands in the tables an import writes.
    std::string written() const {
        std::string all;
        for (const char* rows :
             {"SELECT uid || name_km || name || sex || coalesce(born, '') || coalesce(village_code, '') || "
              "coalesce(village_text, '') || coalesce(phone, '') || coalesce(class_text, '') FROM learner "
              "ORDER BY id",
              "SELECT uid || class_id || learner_id || first_day FROM enrolment ORDER BY id",
              "SELECT enrolment_id || month || marks FROM attendance_month ORDER BY 1"}) {
            storage::Statement row = database.query(rows);
            while (row.step())
                all += row.get<std::string>(0) + "\n";
        }
        return office::to_text(office::digest(all));
    }
    std::string first_said(const std::string& csv, Kind kind = Kind::learners) {
        return said(import_csv(csv, kind).rows.front());
    }
    void enrol_three() {
        open_class("អក្ខរកម្ម ក");
        import_csv("ឈ្មោះ,ភេទ,ឆ្នាំកំណើត,ថ្នាក់\nសុខ ធារី,ស,1990,អក្ខរកម្ម ក\nចាន់ ដារ៉ា,ប,1991,ថ្នាក់អក្ខរកម្ម ក\n"
                   "កែវ មុំ,ស,1992,អក្ខរកម្ម ក\n");
    }
    // A register of December 2025; each row is the name, the sex and the marks of the first days.
    Outcome register_of(const std::string& rows, const std::string& margins = "", bool take = false) {
        std::string csv = "ថ្នាក់ អក្ខរកម្ម ក\nខែធ្នូ ឆ្នាំ២០២៥\nល.រ,ឈ្មោះ,ភេទ";
        for (int day = 1; day <= 31; ++day)
            csv += "," + std::to_string(day);
        return import_csv(csv + margins + "\n" + rows, Kind::attendance, false, take);
    }
};

const std::string head = "ល.រ,ឈ្មោះ,អក្សរឡាតាំង,ភេទ,ថ្ងៃខែឆ្នាំកំណើត,ភូមិ,លេខទូរសព្ទ\n";

// One list of learners with faults of every kind, another for every seed.
class Muddle {
  public:
    explicit Muddle(unsigned seed)
        : m_random(seed) {}

    std::string list() {
        std::string csv = one_of({"", "បញ្ជីរាយនាម\n\n", "a\nb\nc\n"}) + head;
        for (std::uint64_t row = 1, rows = 3 + m_random() % 12; row <= rows; ++row) {
            csv += std::to_string(row) + "," +
                   one_of({"សុខ ធារី", "សុ\u200bខ ធារី", "ចាន់ ដារ៉ា", "កែវ មុំ", "?????", "=A1", "", "suPa RsI"}) +
                   "," + one_of({"SOK THEARY", "SOK TEARY", "", "CHAN DARA"}) + "," +
                   one_of({"ស", "ប", "F", "ប្រុស", "", "1", "x"}) + "," +
                   one_of({"7/3/1990", "3/7/1990", "1990", "07-03-1990", "", "31/2/1990", "05/25/1990",
                           "1/1/2999", "១២ ឧសភា ១៩៩០", "ព.ស.២៥៣៣", "-"}) +
                   "," + one_of({"ព្រៃលាវ", "02020105", "2020105", "គ្មានភូមិនេះ", "ថ្មី", ""}) + "," +
                   one_of({"012345678", "12345678", "+855 12 345 678", "5", "", "012345678/099888777"}) +
                   "\n";
            if (m_random() % 6 == 0) csv += one_of({head, "\n", "សរុប,9 នាក់\n", "ថ្នាក់ទី២\n", "99,,,,,,\n"});
        }
        return csv + one_of({"", "បញ្ឈប់ត្រឹមចំនួន ៣ នាក់\n", ",អ្នកធ្វើតារាង\n,លី សុខ\n"});
    }

  private:
    std::string one_of(std::initializer_list<std::string> choices) {
        return *(choices.begin() + static_cast<std::ptrdiff_t>(m_random() % choices.size()));
    }
    std::minstd_rand m_random;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(messy_lists, MessyLists)

BOOST_AUTO_TEST_CASE(
    of_any_list_the_preview_is_the_import_the_second_time_is_the_same_and_undo_leaves_no_trace) {
    for (unsigned seed = 1, lists = static_cast<unsigned>(test::rounds(100, 5'000)); seed <= lists; ++seed) {
        const test::Folder folder;
        const std::string csv = Muddle(seed).list();
        std::ofstream(folder / "list.csv", std::ios::binary) << csv;
        imports::Request asked;
        asked.file = folder / "list.csv";
        asked.take_review = seed % 3 == 0;
        const std::string before = written();
        const Outcome preview = imports::preview(database, asked, silent).value();
        BOOST_REQUIRE_MESSAGE(written() == before, "seed " << seed);
        const Outcome done = import(asked);
        BOOST_REQUIRE(preview.rows.size() == done.rows.size());
        for (std::size_t i = 0; i < done.rows.size(); ++i)
            BOOST_REQUIRE_MESSAGE(said(preview.rows[i]) == said(done.rows[i]), "seed " << seed);
        const std::int64_t taken = asked.take_review ? done.counts.review : 0;
        BOOST_REQUIRE_MESSAGE(learners() == done.counts.accepted + taken, "seed " << seed << "\n" << csv);
        const Outcome again = imports::preview(database, asked, silent).value();
        BOOST_REQUIRE_MESSAGE(again.counts.accepted == 0, "seed " << seed << "\n" << csv);
        for (std::size_t i = 0; i < done.rows.size(); ++i)
            if (done.rows[i].verdict == Verdict::accept)
                BOOST_REQUIRE_MESSAGE(again.rows[i].verdict == Verdict::same,
                                      "seed " << seed << " " << said(again.rows[i]) << "\n"
                                              << csv);
        storage::Transaction tx(database, {});
        BOOST_REQUIRE(imports::undo_import(tx, *done.import).has_value());
        tx.commit();
        BOOST_REQUIRE_MESSAGE(written() == before, "seed " << seed);
    }
}

BOOST_AUTO_TEST_CASE(undoing_an_update_gives_back_what_stood_before) {
    open_class("អក្ខរកម្ម ក");
    import_csv(head + "1,សុខ ធារី,SOK THEARY,ស,7/3/1990,02020105,012345678\n");
    const std::string before = written();
    const Outcome update = import_csv(
        "ល.រ,ឈ្មោះ,អក្សរឡាតាំង,ភេទ,ថ្ងៃខែឆ្នាំកំណើត,ភូមិ,ថ្នាក់\n1,សុខ ធារី,SOK TEARY,ស,7/3/1990,02020105,អក្ខរកម្ម ក\n",
        Kind::learners, true);
    BOOST_REQUIRE(update.rows[0].changes.size() == 2U);
    BOOST_TEST(update.rows[0].changes[0].was.value_or("") == "SOK THEARY");
    BOOST_TEST(update.rows[0].changes[0].is.value_or("") == "SOK TEARY");
    BOOST_TEST(update.rows[0].changes[1].field == "class");
    BOOST_TEST(written() != before);
    storage::Transaction tx(database, {});
    BOOST_REQUIRE(imports::undo_import(tx, *update.import).has_value());
    BOOST_TEST(written() == before);
}

BOOST_AUTO_TEST_CASE(of_several_faults_the_first_cell_of_the_row_is_named_and_the_others_are_findings) {
    const Outcome outcome = import_csv("ថ្ងៃខែឆ្នាំកំណើត,ភេទ,ឈ្មោះ\n31/2/1990,,?????\n");
    BOOST_TEST(said(outcome.rows[0]) == "refuse date.impossible A2");
    BOOST_REQUIRE(outcome.rows[0].findings.size() == 2U);
    BOOST_TEST(outcome.rows[0].findings[1].code == "sex.missing");
}

BOOST_AUTO_TEST_CASE(a_refusal_goes_before_a_review_and_a_look_alike_keeps_the_unknown_village_as_a_finding) {
    const Outcome outcome =
        import_csv(head + "1,សុខ ធារី,,ស,7/3/1990,គ្មានភូមិនេះ,\n2,សុខ ធារី,,ស,3/7/1990,គ្មានភូមិនេះ,\n"
                          "3,សុខ មុំ,,,3/7/1990,គ្មានភូមិនេះ,\n");
    BOOST_TEST(said(outcome.rows[0]) == "review village.unknown F2");
    BOOST_TEST(said(outcome.rows[1]) == "review learner.look-alike B3");
    BOOST_TEST(outcome.rows[1].findings.back().code == "village.unknown");
    BOOST_TEST(said(outcome.rows[2]) == "refuse sex.missing D4");
}

BOOST_AUTO_TEST_CASE(a_fault_in_a_part_of_a_name_is_named_where_the_part_stands) {
    const std::string parts = "ល.រ,គោត្តនាម,នាម,ភេទ,ថ្ងៃខែឆ្នាំកំណើត\n";
    BOOST_TEST(first_said(parts + "1,សុខ,????,ស,1990\n") == "refuse text.lost C2");
    BOOST_TEST(first_said(parts + "1,ចាន់,suPa,ស,1990\n") == "refuse text.legacy-font C2");
    BOOST_TEST(first_said(parts + "1,សុខ,=A1,ស,1990\n") == "refuse cell.formula C2");
    BOOST_TEST(first_said(parts + "1,,១២,ស,1990\n") == "refuse learner.name-missing B2");
}

BOOST_AUTO_TEST_CASE(a_cell_that_says_that_nothing_is_known_is_blank) {
    BOOST_TEST(first_said(head + "1,សុខ ធារី,,ស,-,គ្មាន,N/A\n") == "accept  ");
    BOOST_TEST(first_said(head + "1,សុខ មុំ,,-,-,,\n") == "refuse sex.missing D2");
}

BOOST_AUTO_TEST_CASE(a_latin_spelling_alone_makes_a_look_alike_of_a_row_not_a_repetition) {
    const Outcome outcome = import_csv(head + "1,សុខ ធារី,SOK THEARY,ស,7/3/1990,02020105,\n"
                                              "2,,SOK THEARY,ស,7/3/1990,02020105,\n");
    BOOST_TEST(said(outcome.rows[1]) == "review learner.look-alike B3");
}

BOOST_AUTO_TEST_CASE(a_number_is_known_unknown_mistyped_or_anothers) {
    import_csv(head + "1,សុខ ធារី,,ស,7/3/1990,,\n");
    const auto number = database.value<std::string>("SELECT number FROM learner").value();
    const std::string numbered = "អត្តលេខ,ឈ្មោះ,ភេទ,ថ្ងៃខែឆ្នាំកំណើត\n";
    BOOST_TEST(first_said(numbered + number + ",សុខ ធារី,ស,7/3/1990\n") == "same  ");
    BOOST_TEST(first_said(numbered + number + ",ចាន់ ដារ៉ា,ប,1/1/1980\n") ==
               "review learner.number-of-another A2");
    BOOST_TEST(first_said(numbered + number + ",ចាន់ មុំ,ស,1/1/1980\n") ==
               "review learner.number-of-another A2");
    std::string wrong = number;
    wrong.back() = wrong.back() == '7' ? '3' : '7';
    BOOST_TEST(first_said(numbered + wrong + ",កែវ មុំ,ស,1/1/1980\n") == "review reference.check A2");
    const Outcome twice =
        import_csv(numbered + number + ",សុខ ធារី,ស,7/3/1990\n" + number + ",សុខ ធារី,ស,7/3/1990\n");
    BOOST_TEST(said(twice.rows[1]) == "refuse learner.repeated A3");
}

BOOST_AUTO_TEST_CASE(subtotals_headings_again_group_names_and_signers_are_nobodys_rows) {
    const Outcome outcome = import_csv("ល.រ,ឈ្មោះ,ភេទ,ថ្ងៃខែឆ្នាំកំណើត\nថ្នាក់អក្ខរកម្ម ក\n1,សុខ ធារី,ស,7/3/1990\n"
                                       "2,ចាន់ ដារ៉ា,ប,ថ្ងៃទី៧ ខែមីនា ឆ្នាំ១៩៩០\nសរុប,2 នាក់,ស្រី 1 នាក់\n"
                                       "ល.រ,ឈ្មោះ,ភេទ,ថ្ងៃខែឆ្នាំកំណើត\n1,កែវ ធារី,ស,7/3/1990\n3,,,\n,សរុប,1,\n"
                                       "បញ្ឈប់បញ្ជីត្រឹមលេខរៀងទី ១ ចំនួន ៣ នាក់ ស្រី ២ នាក់\n,,,\"តាពូង, ថ្ងៃទី១៧ ខែធ្នូ\"\n"
                                       ",បានឃើញ,,អ្នកធ្វើតារាង\n,លី សុខ,,ចាន់ ណា\n");
    BOOST_TEST(outcome.rows.size() == 3U);
    BOOST_TEST(outcome.counts.accepted == 3);
    BOOST_TEST(outcome.file_findings.empty());
}

BOOST_AUTO_TEST_CASE(a_birth_date_that_begins_as_a_day_of_signing_is_still_a_learners) {
    const Outcome outcome =
        import_csv("ឈ្មោះ,ភេទ,ថ្ងៃខែឆ្នាំកំណើត\nសុខ ធារី,ស,ថ្ងៃទី៧ ខែមីនា ឆ្នាំ១៩៩០\nកែវ មុំ,,ថ្ងៃទី៧ ខែមីនា ឆ្នាំ១៩៩០\n");
    BOOST_TEST(outcome.counts.accepted == 1);
    BOOST_TEST(said(outcome.rows.back()) == "refuse sex.missing B3");
}

BOOST_AUTO_TEST_CASE(a_column_that_was_not_understood_is_said_and_a_computed_one_is_not) {
    const Outcome outcome = import_csv("ល.រ,ឈ្មោះ,ភេទ,ឆ្នាំកំណើត,ពណ៌,សត្វ,មធ្យមភាគ\n1,សុខ ធារី,ស,1990,ខៀវ,,8\n");
    BOOST_REQUIRE(outcome.file_findings.size() == 1U);
    BOOST_TEST(outcome.file_findings[0].code == "column.ignored");
    BOOST_TEST(outcome.file_findings[0].place.cell == "E1");
    BOOST_TEST(outcome.file_findings[0].fact("heading") == "ពណ៌");
}

BOOST_AUTO_TEST_CASE(a_list_of_headings_alone_is_said_to_be_empty) {
    const Outcome outcome = import_csv("ល.រ,ឈ្មោះ,ភេទ,ឆ្នាំកំណើត\n");
    BOOST_REQUIRE(outcome.file_findings.size() == 1U);
    BOOST_TEST(outcome.file_findings[0].code == "list.empty");
}

BOOST_AUTO_TEST_CASE(rows_of_a_register_that_are_nobodys_or_twos_are_never_taken) {
    enrol_three();
    const std::string rows = "1,លី ណា,ស,,,អ\n2,សុខ ធារី,ប,,,អ\n3,សុខ ធារី,ស,,,អ\n";
    const Outcome outcome = register_of(rows, "", true);
    BOOST_TEST(said(outcome.rows[0]) == "review learner.not-in-class B4");
    BOOST_TEST(said(outcome.rows[1]) == "review learner.not-in-class B5");
    BOOST_TEST(said(outcome.rows[2]) == "accept  ");
    BOOST_TEST(database.value<std::int64_t>("SELECT count(*) FROM attendance_month").value() == 1);
}

BOOST_AUTO_TEST_CASE(a_refused_row_of_a_register_does_not_stand_in_the_way_of_its_mended_one) {
    enrol_three();
    const Outcome outcome = register_of("1,សុខ ធារី,ស,,,x\n2,សុខ ធារី,ស,,,អ\n3,សុខ ធារី,ស,,,ច\n");
    BOOST_TEST(said(outcome.rows[0]) == "refuse attendance.unknown-letter F4");
    BOOST_TEST(said(outcome.rows[1]) == "accept  ");
    BOOST_TEST(said(outcome.rows[2]) == "refuse learner.repeated B6");
}

BOOST_AUTO_TEST_CASE(margins_are_checked_under_their_own_headings_with_half_days_either_way) {
    enrol_three();
    const std::string none(26, ',');
    const Outcome outcome = register_of("1,សុខ ធារី,ស,,,ច,អ,ច½" + none + ",1,2,3\n2,ចាន់ ដារ៉ា,ប,,,ច,,ច½" + none +
                                            ",0,1.5,1.5\n3,កែវ មុំ,ស,,,ច,," + none + ",0,1,2\n",
                                        ",អត់ច្បាប់,មានច្បាប់,សរុប");
    BOOST_TEST(said(outcome.rows[0]) == "accept  ");
    BOOST_TEST(said(outcome.rows[1]) == "accept  ");
    BOOST_TEST(said(outcome.rows[2]) == "accept margin.disagrees AK6");
    BOOST_TEST(outcome.rows[0].attendance->says->with_permission == 2);
}

BOOST_AUTO_TEST_CASE(a_line_of_weekdays_and_totals_of_days_are_nobodys) {
    enrol_three();
    const Outcome outcome =
        register_of(",,,ច,អ,ព,ព,ស,ស,អ\n1,សុខ ធារី,ស,,,អ\n,សរុបអវត្តមាន,,,,1\n,គ្រូបន្ទុកថ្នាក់\n,លី សុខា\n");
    BOOST_TEST(outcome.rows.size() == 1U);
    BOOST_TEST(outcome.file_findings.empty());
}

BOOST_AUTO_TEST_CASE(subjects_are_known_by_synonym_in_any_order_and_with_their_maximum) {
    enrol_three();
    const Outcome outcome =
        import_csv("អក្ខរកម្ម ក\nល.រ,ឈ្មោះ,ភេទ,គណិត,អាន (១០),Dictation,គីមី\n,,,10,10,10,\n"
                   "1,សុខ ធារី,ស,\"7,5\",៨.២៥,អម,3\n2,ចាន់ ដារ៉ា,ប,2.5.1,-1,abc,\n,មធ្យមភាគ,,7,8,9\n",
                   Kind::scores);
    BOOST_REQUIRE(outcome.rows.size() == 2U);
    BOOST_TEST(outcome.rows[0].scores->marks.size() == 2U);
    BOOST_TEST(outcome.rows[0].scores->absent.size() == 1U);
    BOOST_TEST(said(outcome.rows[1]) == "accept mark.unreadable D5");
    BOOST_TEST(outcome.rows[1].scores->cells.size() == 3U);
    BOOST_REQUIRE(outcome.file_findings.size() == 1U);
    BOOST_TEST(outcome.file_findings[0].fact("heading") == "គីមី");
}

BOOST_AUTO_TEST_CASE(the_second_semester_is_known_by_any_of_its_names) {
    open_class("សមមូល ខ", "primary-equivalency");
    import_csv("ឈ្មោះ,ភេទ,ឆ្នាំកំណើត,ថ្នាក់\nលី ណា,ស,1990,សមមូល ខ\n");
    for (const char* title : {"ឆមាសទី២", "ឆមាសលើកទី ២", "ឆមាស២", "Semester 2", "2nd semester"}) {
        const Outcome outcome = import_csv(
            "សមមូល ខ\n" + std::string{title} + "\nល.រ,ឈ្មោះ,ភេទ,អំណាន,គណិតវិទ្យា\n1,លី ណា,ស,5,6\n", Kind::scores);
        BOOST_TEST(database.value<std::string>("SELECT DISTINCT period FROM score").value_or("") == "S2",
                   title);
        storage::Transaction tx(database, {});
        BOOST_REQUIRE(imports::undo_import(tx, *outcome.import).has_value());
        tx.commit();
    }
}

BOOST_AUTO_TEST_CASE(classes_name_their_centre_shortly_and_their_days_in_words) {
    open_class("អក្ខរកម្ម ក");
    const Outcome outcome = import_csv("ល.រ,ឈ្មោះថ្នាក់,កម្មវិធី,មជ្ឈមណ្ឌល,ថ្ងៃចាប់ផ្តើម,ថ្ងៃបញ្ចប់,ថ្ងៃរៀន,ម៉ោង\n"
                                       "1,អក្ខរកម្ម ឃ,Literacy,តាពូង,03/11/2025,30/04/2026,ចន្ទ-សុក្រ,2.5\n"
                                       "2,អក្ខរកម្ម ង,Literacy,តាពូង,03/11/2025,30/04/2026,\"Mon, Wed\",2\n"
                                       "3,អក្ខរកម្ម ច,Literacy,តាពូង,03/11/2025,30/04/2026,ថ្ងៃ៩,2\n"
                                       "4,អក្ខរកម្ម ឆ,Literacy,តាពូង,30/04/2026,03/11/2025,1,2\n",
                                       Kind::classes);
    BOOST_TEST(outcome.counts.accepted == 2);
    BOOST_TEST(said(outcome.rows[2]) == "refuse class.weekdays-unreadable G4");
    BOOST_TEST(said(outcome.rows[3]) == "refuse class.days-reversed F5");
    BOOST_TEST(
        database.value<std::string>("SELECT group_concat(weekdays, ' ') FROM class WHERE id > 1").value() ==
        "12345 13");
}

BOOST_AUTO_TEST_SUITE_END()
