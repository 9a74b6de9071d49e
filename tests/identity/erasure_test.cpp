// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/merging.hpp"
#include "identity/erasure.hpp"
#include "identity/two_records.hpp"
#include "learners/learner_store.hpp"
#include "office/office_store.hpp"
#include "storage/audit.hpp"
#include "storage/office_world.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>

namespace {

using learners::Learner;
using learners::LearnerId;

// A district's file on disk, for bytes are what is looked at.
struct Register : test::World {
    test::Folder folder;
    std::filesystem::path file = folder / "office.srok";
    storage::Database database = office::create_office(file, environment, {.area_code = "0202"}).value();

    template<typename Work>
    auto change(Work work) {
        storage::Transaction tx(database, {"sokha"});
        auto result = work(tx);
        tx.commit();
        return result;
    }
    static Learner person() {
        Learner one;
        one.name_km = "ឃុន សុវណ្ណរតនៈ";
        one.name = "Khun Sovannratanak";
        one.sex = core::Sex::female;
        one.born = core::partial_date_from_text("2004-03-12");
        one.village_text = "ភូមិដែលគ្មានក្នុងបញ្ជី";
        one.phone = "0967654321";
        one.guardian = "ឃុន ពិសិដ្ឋ";
        one.note = "seen by the nurse";
        one.disability_text = "ពិបាកស្ដាប់";
        one.identities = {{learners::IdentityKind::national_id, "010203040"}};
        return one;
    }
    LearnerId register_person() {
        const auto id = change(
            [&](storage::Transaction& tx) { return learners::register_learner(tx, person()).value(); });
        change([&](storage::Transaction& tx) {
            Learner moved = learners::load_learner(tx.database(), id);
            moved.phone = "0881234567";
            return learners::update_learner(tx, moved).has_value();
        });
        return id;
    }
    std::string bytes() const {
        std::string all;
        for (const char* suffix : {"", "-wal"}) {
            std::filesystem::path one = file;
            one += suffix;
            std::ifstream in(one, std::ios::binary);
            all.append(std::istreambuf_iterator<char>(in), {});
        }
        return all;
    }
    static std::vector<std::string> told() {
        const Learner one = person();
        return {one.name_km,
                one.name,
                one.phone.value(),
                "0881234567",
                one.guardian.value(),
                "seen by the nurse",
                one.disability_text.value(),
                "010203040",
                one.village_text.value()};
    }
    int still_told() const {
        const std::string all = bytes();
        int found = 0;
        for (const std::string& text : told())
            found += all.find(text) != std::string::npos ? 1 : 0;
        return found;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(erasure, Register)

BOOST_AUTO_TEST_CASE(who_was_only_registered_goes_altogether_and_the_bytes_are_gone_too) {
    const LearnerId id = register_person();
    BOOST_TEST(still_told() == 9);
    BOOST_TEST(identity::plan_erasure(database, id)->whole);
    BOOST_TEST(test::code_of(identity::erase_for_good(database, {}, id, " ")) == "erasure.no-reason");
    const auto erased = identity::erase_for_good(database, {"sokha"}, id, "the family asked for it");
    BOOST_REQUIRE(erased.has_value());
    BOOST_TEST(erased->audit_rows == 2);
    BOOST_TEST(still_told() == 0);
    BOOST_TEST(database.value<int>("SELECT count(*) FROM learner").value() == 0);
    BOOST_TEST(!storage::audit_damage(database).has_value());
    BOOST_TEST(database.damage().empty());
    const auto last = storage::audit_entries(database, 1).at(0);
    BOOST_TEST(last.verb == "learner.erase");
    BOOST_TEST(last.change->find("the family asked for it") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(without_overwriting_the_bytes_would_still_be_there) {
    const LearnerId id = register_person();
    change([&](storage::Transaction& tx) {
        tx.run("DELETE FROM identity_number WHERE learner_id = ?1", id);
        tx.run("DELETE FROM audit_change WHERE seq > 1");
        tx.run("DELETE FROM learner WHERE id = ?1", id);
        tx.audit("test", "learner", std::nullopt, "{}");
        return true;
    });
    BOOST_TEST(still_told() > 0);
}

// A name of their own: one suite is one ctest.
BOOST_AUTO_TEST_SUITE(of_who_learned)

BOOST_FIXTURE_TEST_CASE(who_is_in_an_open_class_is_not_erased, test::TwoRecords) {
    const LearnerId dara = add("សុខ ដារ៉ា", "Sok Dara");
    enrol(dara, morning);
    const auto refused = identity::plan_erasure(database, dara);
    BOOST_TEST(test::code_of(refused) == "erasure.in-class");
    BOOST_TEST(!refused.error().fact("class").empty());
}

BOOST_FIXTURE_TEST_CASE(who_learned_keeps_number_sex_year_and_marks_and_loses_everything_told,
                        test::TwoRecords) {
    const LearnerId dara = add(Register::person());
    const auto enrolment = enrol(dara, morning);
    mark(enrolment, 4, attendance::Mark::absent);
    change([&](storage::Transaction& tx) {
        tx.run("UPDATE enrolment SET last_day = '2025-11-28', leaving_reason = 'moved' WHERE learner_id = ?1",
               dara);
        tx.audit("test", "enrolment", std::nullopt, "{}");
        return true;
    });
    const std::string number = load(dara).number;
    BOOST_TEST(
        change([&](storage::Transaction& tx) { return identity::erase(tx, dara, "asked for").has_value(); }));
    const Learner left = load(dara);
    BOOST_TEST(left.number == number);
    BOOST_TEST((left.sex == core::Sex::female));
    BOOST_TEST(core::to_text(left.born.value()) == "2004");
    BOOST_TEST(left.name == "(erased) " + number);
    BOOST_TEST((!left.phone && !left.guardian && !left.note && !left.disability_text && !left.village_text));
    BOOST_TEST(left.identities.empty());
    BOOST_TEST(database.value<int>("SELECT count(*) FROM enrolment WHERE learner_id = ?1", dara).value() ==
               1);
    BOOST_TEST(attendance::load_marked_months(database, enrolment).size() == 1U);
    BOOST_TEST(!storage::audit_damage(database).has_value());
    const auto again = identity::last_seen_before(database, core::Day{std::chrono::year{2030} / 1 / 1});
    BOOST_TEST((std::find(again.begin(), again.end(), dara) == again.end())); // not offered twice
}

BOOST_FIXTURE_TEST_CASE(whose_last_class_ended_long_ago_is_named_first, test::TwoRecords) {
    const LearnerId early = add("កែវ មុំ", "Keo Mum");
    const LearnerId late = add("ចាន់ ធី", "Chan Thy");
    for (const auto& [who, day] : {std::pair{early, "2025-11-10"}, std::pair{late, "2025-11-20"}}) {
        enrol(who, morning);
        change([&, who = who, day = day](storage::Transaction& tx) {
            tx.run("UPDATE enrolment SET last_day = ?2, leaving_reason = 'moved' WHERE learner_id = ?1", who,
                   day);
            tx.audit("test", "enrolment", std::nullopt, "{}");
            return true;
        });
    }
    const auto before = [&](unsigned day) {
        return identity::last_seen_before(database, test::november(day));
    };
    BOOST_TEST((before(21) == std::vector{early, late}));
    BOOST_TEST((before(20) == std::vector{early}));
    BOOST_TEST(before(10).empty());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE_END()
