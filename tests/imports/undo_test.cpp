// SPDX-License-Identifier: GPL-3.0-or-later
// Taking a whole import back: what stands in the way is named with what it is, and nothing else does.
#include "assessment/lock_store.hpp"
#include "imports/held.hpp"
#include "imports/thma_koul.hpp"
#include "learners/learner_store.hpp"
#include "office/digest.hpp"

#include <boost/test/unit_test.hpp>

using imports::Dependant;
using imports::Kind;
using imports::Outcome;

namespace {

struct Undo : test::ThmaKoul {
    const std::string head = "ឈ្មោះ,ភេទ,ថ្ងៃខែឆ្នាំកំណើត,ភូមិ,លេខទូរសព្ទ\n";

    core::Expected<void> undo(const Outcome& outcome) {
        storage::Transaction tx(database, {});
        auto undone = imports::undo_import(tx, *outcome.import);
        if (undone) tx.commit();
        return undone;
    }
    // Who and what, or "done".
    std::string answer(const Outcome& outcome) {
        const auto undone = undo(outcome);
        if (undone) return "done";
        const core::Error& error = undone.error();
        return error.code + " " + std::string{error.fact("what")} + " " + std::string{error.fact("who")};
    }
    learners::LearnerId learner(const std::string& name) const {
        return database.value<learners::LearnerId>("SELECT id FROM learner WHERE name_km = ?1", name).value();
    }
    std::string all_rows() const {
        std::string all;
        for (const char* table : {"learner", "identity_number", "enrolment"}) {
            storage::Statement rows =
                database.query("SELECT * FROM " + std::string{table} + " ORDER BY 1, 2");
            while (rows.step())
                for (int i = 0; i < rows.columns(); ++i)
                    if (!rows.is_null(i)) all += rows.get<std::string>(i) + "\x1f";
        }
        return office::to_text(office::digest(all));
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(undo, Undo)

BOOST_AUTO_TEST_CASE(each_learner_with_later_work_is_named_and_the_work_too) {
    const auto literacy = open_class("អក្ខរកម្ម ក");
    const Outcome list =
        import_csv(head + "សុខ ធារី,ស,1/2/1990,,\nចាន់ ដារ៉ា,ប,3/4/1991,,\nកែវ មុំ,ស,5/6/1992,,\n");
    {
        storage::Transaction tx(database, {});
        classes::Enroller enroller(tx, literacy);
        BOOST_REQUIRE(enroller.enrol(learner("ចាន់ ដារ៉ា"), enroller.target().first_day).has_value());
        tx.audit("test", "test", std::nullopt, "{}");
        tx.commit();
    }
    BOOST_TEST(answer(list) == "import.depended-on enrolment ចាន់ ដារ៉ា");
    const auto found = imports::dependants(database, *list.import);
    BOOST_REQUIRE(found.size() == 1U);
    BOOST_TEST((found[0] == Dependant{"ចាន់ ដារ៉ា", "enrolment"}));
    BOOST_TEST(learners() == 3); // nobody was taken back
}

BOOST_AUTO_TEST_CASE(marks_on_an_enrolment_that_came_with_the_list_are_named) {
    open_class("អក្ខរកម្ម ក");
    const Outcome list =
        import_csv("ឈ្មោះ,ភេទ,ឆ្នាំកំណើត,ថ្នាក់\nសុខ ធារី,ស,1990,អក្ខរកម្ម ក\nចាន់ ដារ៉ា,ប,1991,អក្ខរកម្ម ក\n");
    std::string csv = "ថ្នាក់ អក្ខរកម្ម ក\nខែធ្នូ ឆ្នាំ២០២៥\nល.រ,ឈ្មោះ,ភេទ";
    for (int day = 1; day <= 31; ++day)
        csv += "," + std::to_string(day);
    const Outcome month = import_csv(csv + "\n1,សុខ ធារី,ស,,,អ\n", Kind::attendance);
    BOOST_TEST(answer(list) == "import.depended-on attendance_month សុខ ធារី");
    // Once the month is taken back, the list can be.
    BOOST_TEST(answer(month) == "done");
    BOOST_TEST(answer(list) == "done");
    BOOST_TEST(learners() == 0);
}

BOOST_AUTO_TEST_CASE(a_learner_corrected_since_is_named_as_changed) {
    const Outcome list = import_csv(head + "សុខ ធារី,ស,1/2/1990,,012345678\nចាន់ ដារ៉ា,ប,3/4/1991,,\n");
    {
        storage::Transaction tx(database, {});
        auto known = learners::load_learner(database, learner("សុខ ធារី"));
        known.phone = "012999888";
        BOOST_REQUIRE(learners::update_learner(tx, known).has_value());
        tx.commit();
    }
    BOOST_TEST(answer(list) == "import.depended-on changed សុខ ធារី");
    BOOST_TEST(learners() == 2);
}

BOOST_AUTO_TEST_CASE(one_who_is_gone_since_is_still_named) {
    const Outcome list = import_csv(head + "សុខ ធារី,ស,1/2/1990,,\nចាន់ ដារ៉ា,ប,3/4/1991,,\n");
    {
        storage::Transaction tx(database, {});
        BOOST_REQUIRE(learners::delete_learner(tx, learner("សុខ ធារី")).has_value());
        tx.commit();
    }
    BOOST_TEST(answer(list) == "import.depended-on changed សុខ ធារី");
}

BOOST_AUTO_TEST_CASE(a_number_added_to_a_learner_since_stands_in_the_way) {
    const Outcome list = import_csv("អត្តលេខ,ឈ្មោះ,ភេទ,ឆ្នាំកំណើត\nA-17,សុខ ធារី,ស,1990\nA-18,កែវ មុំ,ស,1991\n");
    BOOST_REQUIRE(database.value<std::int64_t>("SELECT count(*) FROM identity_number").value() == 2);
    {
        storage::Transaction tx(database, {});
        auto known = learners::load_learner(database, learner("សុខ ធារី"));
        known.identities.push_back({learners::IdentityKind::national_id, "020123456"});
        BOOST_REQUIRE(learners::update_learner(tx, known).has_value());
        tx.commit();
    }
    BOOST_TEST(answer(list) == "import.depended-on identity_number សុខ ធារី");
}

BOOST_AUTO_TEST_CASE(classes_and_institutions_are_named_too) {
    const Outcome centres = import_csv("ឈ្មោះ,ប្រភេទ\nមជ្ឈមណ្ឌល អូរធំ,មជ្ឈមណ្ឌល\n", Kind::institutions);
    BOOST_REQUIRE(centres.counts.accepted == 1);
    const Outcome opened = import_csv("ឈ្មោះថ្នាក់,កម្មវិធី,មជ្ឈមណ្ឌល,ថ្ងៃចាប់ផ្តើម,ថ្ងៃបញ្ចប់,ថ្ងៃរៀន,ម៉ោង\n"
                                      "អក្ខរកម្ម ឃ,Literacy,អូរធំ,03/11/2025,30/04/2026,ចន្ទ-សុក្រ,2\n",
                                      Kind::classes);
    BOOST_REQUIRE(opened.counts.accepted == 1);
    const Outcome list = import_csv("ឈ្មោះ,ភេទ,ឆ្នាំកំណើត,ថ្នាក់\nសុខ ធារី,ស,1990,អក្ខរកម្ម ឃ\n");
    BOOST_TEST(answer(centres) == "import.depended-on class មជ្ឈមណ្ឌល អូរធំ");
    BOOST_TEST(answer(opened) == "import.depended-on enrolment អក្ខរកម្ម ឃ");
    BOOST_TEST(answer(list) == "done");
    BOOST_TEST(answer(opened) == "done");
    BOOST_TEST(answer(centres) == "done");
}

BOOST_AUTO_TEST_CASE(work_on_others_stands_in_nobodys_way) {
    const Outcome list = import_csv(head + "សុខ ធារី,ស,1/2/1990,,\n");
    open_class("អក្ខរកម្ម ក");
    import_csv("ឈ្មោះ,ភេទ,ឆ្នាំកំណើត,ថ្នាក់\nកែវ មុំ,ស,1992,អក្ខរកម្ម ក\n");
    BOOST_TEST(answer(list) == "done");
    BOOST_TEST(learners() == 1);
}

BOOST_AUTO_TEST_CASE(undoing_updates_gives_every_field_its_old_value) {
    import_csv(head + "សុខ ធារី,ស,1/2/1990,ព្រៃលាវ,012345678\nចាន់ ដារ៉ា,ប,3/4/1991,ព្រៃលាវ,\n");
    const std::string before = all_rows();
    const Outcome again = import_csv(
        "ឈ្មោះ,អក្សរឡាតាំង,ភេទ,ថ្ងៃខែឆ្នាំកំណើត,ភូមិ,លេខទូរសព្ទ,មុខរបរ\n"
        "សុខ ធារី,SOK THEARY,ស,1/2/1990,ព្រៃលាវ,012999888,កសិករ\nចាន់ ដារ៉ា,,ប,3/4/1991,ព្រៃលាវ,012777666,\n"
        "កែវ មុំ,,ស,5/6/1992,ព្រៃលាវ,,\n",
        Kind::learners, true);
    BOOST_TEST(again.counts.updated == 2);
    BOOST_TEST(again.written.changed == 2);
    BOOST_TEST(all_rows() != before);
    BOOST_TEST(answer(again) == "done");
    BOOST_TEST(all_rows() == before);
}

BOOST_AUTO_TEST_CASE(a_centres_list_sent_again_has_five_new_people_and_three_changed_phones) {
    std::string first = head;
    std::string second = head;
    const std::array<const char*, 20> given = {"សុភា", "មករា", "វិបុល",  "ចន្ថា",  "រតនា",  "សំណាង", "ពិសិដ្ឋ",
                                               "ម៉ាលី", "ស្រីមុំ",  "បុប្ផា", "វាសនា", "ដារ៉ា",  "ភក្តី",  "ឧត្តម",
                                               "ធីតា", "សុវណ្ណ", "ណារី",  "រិទ្ធី",   "កល្យាណ", "សុជាតិ"};
    for (int i = 0; i < 20; ++i) {
        const std::string who = "ឈុន " + std::string{given[static_cast<std::size_t>(i)]} + ",ស," +
                                std::to_string(i + 1) + "/5/1995,ព្រៃលាវ,";
        if (i < 15) first += who + "0123456" + std::to_string(10 + i) + "\n";
        second += who + (i % 5 == 4 && i < 15 ? "0971234" : "0123456") + std::to_string(10 + i) + "\n";
    }
    BOOST_TEST(import_csv(first).counts.accepted == 15);
    BOOST_TEST(import_csv(first).counts.same == 15);
    const Outcome again = import_csv(second, Kind::learners, true);
    BOOST_TEST(again.counts.accepted == 5);
    BOOST_TEST(again.counts.updated == 3);
    BOOST_TEST(again.counts.same == 12);
    BOOST_TEST(learners() == 20);
    const Outcome last = import_csv(second);
    BOOST_TEST(last.counts.same == 20);
}

BOOST_AUTO_TEST_CASE(marks_that_were_locked_since_are_not_taken_back) {
    const auto taught = open_class("អក្ខរកម្ម ក");
    import_csv("ឈ្មោះ,ភេទ,ឆ្នាំកំណើត,ថ្នាក់\nសុខ ធារី,ស,1990,អក្ខរកម្ម ក\n");
    const Outcome scores =
        import_csv("ថ្នាក់ អក្ខរកម្ម ក\nល.រ,ឈ្មោះ,ភេទ,អំណាន,គណិតវិទ្យា\n1,សុខ ធារី,ស,7,8\n", Kind::scores);
    BOOST_REQUIRE(scores.counts.accepted == 1);
    const auto period = database.value<std::string>("SELECT period FROM score").value();
    {
        storage::Transaction tx(database, {});
        BOOST_REQUIRE(assessment::lock_period(tx, taught, period));
        tx.commit();
    }
    const auto refused = undo(scores);
    BOOST_REQUIRE(!refused.has_value());
    BOOST_TEST(refused.error().code == "import.period-locked");
    BOOST_TEST(refused.error().fact("periods").starts_with("អក្ខរកម្ម ក: "));
    BOOST_TEST(database.value<std::int64_t>("SELECT count(*) FROM score").value() == 2);
    {
        storage::Transaction tx(database, {});
        BOOST_REQUIRE(assessment::unlock_period(tx, taught, period, "wrong list"));
        tx.commit();
    }
    BOOST_TEST(answer(scores) == "done");
    BOOST_TEST(database.value<std::int64_t>("SELECT count(*) FROM score").value() == 0);
}

BOOST_AUTO_TEST_CASE(what_a_class_that_was_closed_since_holds_is_not_taken_back) {
    const auto taught = open_class("អក្ខរកម្ម ក");
    const Outcome list = import_csv("ឈ្មោះ,ភេទ,ឆ្នាំកំណើត,ថ្នាក់\nសុខ ធារី,ស,1990,អក្ខរកម្ម ក\n");
    std::string csv = "ថ្នាក់ អក្ខរកម្ម ក\nខែធ្នូ ឆ្នាំ២០២៥\nល.រ,ឈ្មោះ,ភេទ";
    for (int day = 1; day <= 31; ++day)
        csv += "," + std::to_string(day);
    const Outcome month = import_csv(csv + "\n1,សុខ ធារី,ស,,,អ\n", Kind::attendance);
    {
        storage::Transaction tx(database, {});
        BOOST_REQUIRE(classes::close_class(tx, taught, clock.today()));
        tx.commit();
    }
    for (const Outcome& one : {month, list}) {
        const auto refused = undo(one);
        BOOST_REQUIRE(!refused.has_value());
        BOOST_TEST(refused.error().code == "import.class-closed");
        BOOST_TEST(refused.error().fact("classes") == "អក្ខរកម្ម ក");
    }
    BOOST_TEST(database.value<std::int64_t>("SELECT count(*) FROM attendance_month").value() == 1);
    {
        storage::Transaction tx(database, {});
        BOOST_REQUIRE(classes::reopen_class(tx, taught, "closed too early"));
        tx.commit();
    }
    BOOST_TEST(answer(month) == "done");
    BOOST_TEST(answer(list) == "done");
}

BOOST_AUTO_TEST_SUITE_END()
