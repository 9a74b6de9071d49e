// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/rate_store.hpp"
#include "certificates/blank_numbers.hpp"
#include "certificates/issue.hpp"
#include "certificates/verify.hpp"
#include "identity/record_store.hpp"
#include "identity/transfer_gather.hpp"
#include "identity/transfer_offices.hpp"
#include "learners/learner_store.hpp"
#include "office/key_store.hpp"
#include "office/office_store.hpp"
#include "office/pinned_key.hpp"
#include "storage/audit.hpp"

#include <boost/test/unit_test.hpp>

using identity::Novelty;
using identity::Signer;
using test::day;

namespace {

struct Moving : test::TransferOffices {
    std::int64_t count(const storage::Database& at, const std::string& table) {
        return at.value<std::int64_t>("SELECT count(*) FROM " + table).value();
    }
    void change_phone(storage::Database& at, learners::LearnerId id, const std::string& phone) {
        storage::Transaction tx(at, {"sokha"});
        auto learner = learners::load_learner(at, id);
        learner.phone = phone;
        learners::update_learner(tx, learner).value();
        tx.commit();
    }
    std::string phone(const storage::Database& at, learners::LearnerId id) {
        return learners::load_learner(at, id).phone.value_or("");
    }
    std::string record_text(const storage::Database& at, learners::LearnerId id) {
        return identity::text_of(identity::load_record(at, id));
    }
    // Closes the class with all its days taken and issues its certificates; the serial of the only one.
    std::string issue(storage::Database& at, classes::ClassId in) {
        clock.set(day(2026, 3, 2));
        test::take(at, in, {day(2025, 11, 1), day(2026, 2, 28)});
        storage::Transaction tx(at, {"sokha"});
        BOOST_REQUIRE(classes::close_class(tx, in, day(2026, 3, 2)));
        core::NoProgress silent;
        const auto fonts = documents::Fonts::load(documents::font_folders({}));
        const auto issued =
            certificates::issue_class(tx, in, office::open_signing_key(at).value(), fonts, silent).value();
        BOOST_REQUIRE(issued.issued.size() == 1U);
        tx.commit();
        return issued.issued.front().serial;
    }
    std::string verdict(const storage::Database& at, const std::string& code) {
        return std::string{certificates::to_text(certificates::verify_code(code, &at).value().verdict)};
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(transfer, Moving)

BOOST_AUTO_TEST_CASE(she_moves_in_the_middle_of_the_year_and_her_rate_and_marks_agree_to_the_last_hundredth) {
    const auto before = attendance::load_attendance(thma_koul, enrolled);
    const auto bytes = send(thma_koul, mom, day(2026, 1, 9));
    const auto left = classes::load_enrolment(thma_koul, enrolled);
    BOOST_TEST((left.reason == classes::LeavingReason::transferred));
    BOOST_TEST((left.last_day == day(2026, 1, 9)));

    const auto taken = take_in(battambang, bytes);
    BOOST_TEST(taken.created);
    const auto past = identity::load_past(battambang, taken.learner);
    BOOST_REQUIRE(past.size() == 1U);
    BOOST_REQUIRE(past[0].chapter.enrolments.size() == 1U);
    const identity::PastEnrolment& there = past[0].chapter.enrolments[0];
    BOOST_REQUIRE(there.figures.rate.has_value());
    BOOST_TEST((there.figures.rate == before.rate));
    BOOST_TEST((there.figures.hours == before.hours));
    BOOST_TEST((there.figures.tally == before.tally));
    BOOST_TEST(core::format_percent(*there.figures.rate) == core::format_percent(*before.rate));
    BOOST_TEST((there.scores == assessment::load_scores(thma_koul, enrolled)));
    // Both offices say the same of her, word for word.
    BOOST_TEST(record_text(battambang, taken.learner) == record_text(thma_koul, mom));
    const auto record = identity::load_record(battambang, taken.learner);
    BOOST_REQUIRE(record.units.size() == 1U);
    BOOST_REQUIRE(record.units[0].marks.has_value());
    BOOST_TEST(record.units[0].marks->average_text == "6.97");
    BOOST_TEST(record.units[0].taught->class_km == "អក្ខរកម្ម ក");
}

BOOST_AUTO_TEST_CASE(she_keeps_her_number_and_all_that_is_known_of_her) {
    const auto taken = take_in(battambang, send(thma_koul, mom));
    auto there = learners::load_learner(battambang, taken.learner);
    auto here = learners::load_learner(thma_koul, mom);
    BOOST_TEST(there.number == here.number);
    BOOST_TEST((there.uid == here.uid));
    here.id = there.id;
    here.registered_at = there.registered_at;
    BOOST_TEST((there == here));
    BOOST_TEST(record_text(battambang, taken.learner).find("KEO MOM") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_was_learnt_elsewhere_opens_no_class_here_and_enrols_nobody) {
    take_in(battambang, send(thma_koul, mom));
    BOOST_TEST(count(battambang, "class") == 0);
    BOOST_TEST(count(battambang, "enrolment") == 0);
    BOOST_TEST(count(battambang, "institution") == 0);
    BOOST_TEST(count(battambang, "certificate") == 0);
    BOOST_TEST(count(battambang, "past_enrolment") == 1);
}

BOOST_AUTO_TEST_CASE(the_photo_travels_with_her) {
    // The least a JPEG is known by; the picture itself is the form's business.
    const std::string jpeg = "\xFF\xD8\xFF\xE0"
                             "a face" +
                             std::string("\xFF\xD9");
    {
        storage::Transaction tx(thma_koul, {"sokha"});
        learners::set_photo(tx, mom, jpeg);
        tx.commit();
    }
    const auto taken = take_in(battambang, send(thma_koul, mom));
    BOOST_TEST((learners::find_photo(battambang, taken.learner) == jpeg));
}

BOOST_AUTO_TEST_CASE(the_same_file_twice_changes_nothing) {
    const auto bytes = send(thma_koul, mom);
    take_in(battambang, bytes);
    const auto before = test::rows_of_people(battambang);
    const auto audit = count(battambang, "audit");
    const auto again = take_in(battambang, bytes);
    BOOST_TEST(!again.id.has_value());
    BOOST_TEST(test::rows_of_people(battambang) == before);
    BOOST_TEST(count(battambang, "audit") == audit);
}

BOOST_AUTO_TEST_CASE(a_newer_file_brings_what_is_new_and_leaves_what_was_changed_here) {
    const auto taken = take_in(battambang, send(thma_koul, mom));
    change_phone(thma_koul, mom, "099111222");
    test::take(thma_koul, class_there, {day(2026, 1, 10), day(2026, 1, 16)});
    const auto newer = send(thma_koul, mom);
    const auto before = plan(battambang, newer);
    BOOST_TEST((before.chapters[0].novelty == Novelty::newer));
    BOOST_TEST((before.chapters[0].enrolments[0] == Novelty::newer));
    BOOST_REQUIRE(before.changes.size() == 1U);
    BOOST_TEST(before.changes[0].field == "phone");
    BOOST_TEST(!before.changes[0].ours);
    take_in(battambang, newer);
    BOOST_TEST(phone(battambang, taken.learner) == "099111222");
    BOOST_TEST(record_text(battambang, taken.learner) == record_text(thma_koul, mom));

    // Changed at both: ours stays until somebody says otherwise.
    change_phone(battambang, taken.learner, "088777666");
    change_phone(thma_koul, mom, "011000111");
    const auto third = send(thma_koul, mom);
    BOOST_TEST(plan(battambang, third).changes.at(0).ours);
    take_in(battambang, third);
    BOOST_TEST(phone(battambang, taken.learner) == "088777666");
    take_in(battambang, third, {.update = true});
    BOOST_TEST(phone(battambang, taken.learner) == "011000111");
}

BOOST_AUTO_TEST_CASE(an_older_file_never_replaces_a_newer_one) {
    const auto older = send(thma_koul, mom);
    test::take(thma_koul, class_there, {day(2026, 1, 10), day(2026, 1, 16)});
    take_in(battambang, send(thma_koul, mom));
    const auto before = test::rows_of_people(battambang);
    BOOST_TEST((plan(battambang, older).chapters[0].novelty == Novelty::older));
    BOOST_TEST(!take_in(battambang, older).id.has_value());
    BOOST_TEST(test::rows_of_people(battambang) == before);
}

BOOST_AUTO_TEST_CASE(she_comes_back_and_both_districts_have_her_whole_year) {
    const auto there = take_in(battambang, send(thma_koul, mom, day(2026, 1, 9))).learner;
    const auto second = test::open_literacy(battambang, "អក្ខរកម្ម ខ");
    const auto enrolled_there = test::enrol(battambang, second, there, day(2026, 1, 12));
    clock.set(day(2026, 2, 6));
    test::mark(battambang, enrolled_there, day(2026, 1, 20), attendance::Mark::absent);
    test::take(battambang, second, {day(2026, 1, 12), day(2026, 2, 6)});
    change_phone(battambang, there, "077123123");
    const auto home = send(battambang, there, day(2026, 2, 6));

    const auto coming = plan(thma_koul, home);
    BOOST_REQUIRE(coming.chapters.size() == 2U);
    BOOST_TEST((coming.chapters[0].novelty == Novelty::fresh));
    BOOST_TEST((coming.chapters[1].novelty == Novelty::own));
    BOOST_TEST((coming.chapters[1].signer == Signer::own));
    BOOST_TEST((coming.learner == mom));
    const auto taken = take_in(thma_koul, home);
    BOOST_TEST(!taken.created);
    BOOST_TEST((taken.learner == mom));
    // Nobody had touched her phone here, so the new one is taken.
    BOOST_TEST(phone(thma_koul, mom) == "077123123");
    BOOST_TEST(count(thma_koul, "enrolment") == 1);
    const auto record = identity::load_record(thma_koul, mom);
    BOOST_REQUIRE(record.classes.size() == 2U);
    BOOST_TEST(record.classes[0].office.code == "0202");
    BOOST_TEST(record.classes[1].office.code == "0203");
    BOOST_TEST(record_text(thma_koul, mom) == record_text(battambang, there));
    const auto at_b = attendance::load_attendance(battambang, enrolled_there);
    BOOST_TEST((record.classes[1].rate == at_b.rate));

    // And once more there: her own past at Battambang comes back to it as its own.
    const auto again = plan(battambang, send(thma_koul, mom));
    BOOST_TEST((again.chapters[1].signer == Signer::own));
    BOOST_TEST((again.learner == there));
}

BOOST_AUTO_TEST_CASE(a_third_office_checks_each_offices_own_signature) {
    const auto there = take_in(battambang, send(thma_koul, mom)).learner;
    auto moung = test::new_office(environment, "0206");
    const auto coming = plan(moung, send(battambang, there));
    BOOST_REQUIRE(coming.chapters.size() == 2U);
    BOOST_TEST(coming.file.chapters[1].chapter.office.code == "0202");
    BOOST_TEST((coming.file.chapters[1].chapter.key == office::current_key(thma_koul).public_key));
}

BOOST_AUTO_TEST_CASE(somebody_who_looks_like_her_is_asked_about) {
    const auto second = test::open_literacy(battambang, "អក្ខរកម្ម ខ");
    learners::Learner other;
    other.name_km = "កែវ មុំ";
    other.sex = core::Sex::female;
    other.born = core::partial_date_from_text("1995");
    const auto known = test::add_learner(battambang, other, second, day(2025, 11, 3));
    const auto bytes = send(thma_koul, mom);
    const auto coming = plan(battambang, bytes);
    BOOST_TEST(!coming.learner.has_value());
    BOOST_REQUIRE(coming.look_alikes.size() == 1U);
    BOOST_TEST((coming.look_alikes[0].id == known));
    const auto before = test::rows_of_people(battambang);
    {
        storage::Transaction tx(battambang, {"dara"});
        const auto refused = identity::take_transfer(tx, coming, {}, "mom.srokt");
        BOOST_REQUIRE(!refused);
        BOOST_TEST(refused.error().code == "transfer.look-alike");
    }
    BOOST_TEST(test::rows_of_people(battambang) == before);
    const auto same = take_in(battambang, bytes, {.same_as = known});
    BOOST_TEST((same.learner == known));
    // Her own number stays the one she bears here; the empty fields are filled.
    BOOST_TEST(learners::load_learner(battambang, known).number.starts_with("0203-"));
    BOOST_TEST(phone(battambang, known) == "012345678");
    // From now on her uid there leads to her here.
    BOOST_TEST((plan(battambang, send(thma_koul, mom)).learner == known));
}

BOOST_AUTO_TEST_CASE(another_person_of_the_same_name_becomes_a_learner_of_her_own) {
    const auto second = test::open_literacy(battambang, "អក្ខរកម្ម ខ");
    learners::Learner other;
    other.name_km = "កែវ មុំ";
    other.sex = core::Sex::female;
    other.born = core::partial_date_from_text("1995");
    const auto known = test::add_learner(battambang, other, second, day(2025, 11, 3));
    const auto taken = take_in(battambang, send(thma_koul, mom), {.another_person = true});
    BOOST_TEST(taken.created);
    BOOST_TEST((taken.learner != known));
}

BOOST_AUTO_TEST_CASE(the_first_key_of_an_office_is_pinned_and_another_one_is_refused) {
    const auto bytes = send(thma_koul, mom);
    BOOST_TEST((plan(battambang, bytes).chapters[0].signer == Signer::fresh));
    take_in(battambang, bytes);
    BOOST_TEST((office::pinned_key(battambang, "0202") == office::current_key(thma_koul).public_key));
    test::take(thma_koul, class_there, {day(2026, 1, 10), day(2026, 1, 16)});
    BOOST_TEST((plan(battambang, send(thma_koul, mom)).chapters[0].signer == Signer::known));

    // Somebody else who calls himself Thma Koul.
    auto forger = office::create_office_in_memory(environment, {.area_code = "0202"}).value();
    const auto in = test::open_literacy(forger, "អក្ខរកម្ម គ");
    const auto made_up =
        test::add_learner(forger, learners::load_learner(thma_koul, mom), in, day(2025, 11, 3));
    const auto refused =
        identity::plan_transfer(battambang, identity::read_transfer(send(forger, made_up)).value());
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().code == "transfer.wrong-key");
    BOOST_TEST(refused.error().fact("office") == "0202");
}

BOOST_AUTO_TEST_CASE(a_samples_file_is_marked_never_pinned_and_refused_once_the_office_is_past_set_up) {
    auto sample = office::create_office_in_memory(environment, {.area_code = "0202", .sample = true}).value();
    const auto in = test::open_literacy(sample, "គំរូ");
    auto learner = learners::load_learner(thma_koul, mom);
    learner.uid = {};
    learner.number.clear();
    const auto bytes = send(sample, test::add_learner(sample, learner, in, day(2025, 11, 3)));
    BOOST_TEST(plan(battambang, bytes).sample());
    const auto taken = take_in(battambang, bytes);
    BOOST_TEST(identity::load_record(battambang, taken.learner).sample);
    BOOST_TEST(!office::pinned_key(battambang, "0202").has_value());
    {
        storage::Transaction tx(battambang, {"dara"});
        tx.run("UPDATE office SET set_up_ended_at = ?1", tx.now());
        tx.audit("test.set-up", "office", std::nullopt, "{}");
        tx.commit();
    }
    const auto refused = identity::plan_transfer(battambang, identity::read_transfer(bytes).value());
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().code == "transfer.sample");
}

BOOST_AUTO_TEST_CASE(taking_a_transfer_back_leaves_everything_as_it_was) {
    const auto second = test::open_literacy(battambang, "អក្ខរកម្ម ខ");
    const auto before = test::rows_of_people(battambang);
    const auto taken = take_in(battambang, send(thma_koul, mom));
    const auto undo = [&](identity::TransferId id) {
        storage::Transaction tx(battambang, {"dara"});
        auto done = identity::undo_transfer(tx, id);
        if (done) tx.commit();
        return done;
    };
    test::enrol(battambang, second, taken.learner, day(2026, 1, 12));
    const auto refused = undo(*taken.id);
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().code == "transfer.depended-on");
    BOOST_TEST(refused.error().fact("who") == "អក្ខរកម្ម ខ");
    {
        storage::Transaction tx(battambang, {"dara"});
        tx.run("DELETE FROM enrolment");
        tx.audit("test.empty", "enrolment", std::nullopt, "{}");
        tx.commit();
    }
    BOOST_REQUIRE(undo(*taken.id));
    BOOST_TEST(test::rows_of_people(battambang) == before);
    BOOST_TEST(undo(*taken.id).error().code == "transfer.undone-already");
    BOOST_TEST(identity::list_transfers(battambang).at(0).undone_at.has_value());
    // And the file may come again.
    BOOST_TEST(take_in(battambang, send(thma_koul, mom)).created);
}

BOOST_AUTO_TEST_CASE(her_certificate_comes_with_its_bytes_and_becomes_void_here_when_it_does_there) {
    const auto serial = issue(thma_koul, class_there);
    const auto learner = take_in(battambang, send(thma_koul, mom)).learner;
    const auto past = identity::load_past(battambang, learner);
    BOOST_REQUIRE(past[0].chapter.certificates.size() == 1U);
    const identity::PastCertificate& certificate = past[0].chapter.certificates[0];
    BOOST_TEST(certificate.serial == serial);
    {
        storage::Transaction tx(thma_koul, {"sokha"});
        BOOST_TEST((certificate.documents.at(0).pdf == certificates::reprint(tx, serial, "ផ្ទេរ").value()));
        BOOST_REQUIRE(certificates::make_void(tx, serial, "ឈ្មោះខុស"));
        tx.commit();
    }
    BOOST_TEST(verdict(battambang, certificate.code) == "genuine");
    BOOST_TEST(!identity::load_record(battambang, learner).nearest.has_value());
    take_in(battambang, send(thma_koul, mom));
    BOOST_TEST(verdict(battambang, certificate.code) == "void");
    BOOST_TEST(identity::load_record(battambang, learner).certificates.at(0).state == "void");
}

BOOST_AUTO_TEST_CASE(a_learner_with_a_past_elsewhere_is_not_deleted_as_a_mistake) {
    const auto taken = take_in(battambang, send(thma_koul, mom));
    storage::Transaction tx(battambang, {"dara"});
    const auto refused = learners::delete_learner(tx, taken.learner);
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().code == "learner.has-history");
}

BOOST_AUTO_TEST_CASE(both_sides_are_audited) {
    const auto bytes = send(thma_koul, mom);
    take_in(battambang, bytes);
    BOOST_TEST(storage::audit_entries(thma_koul, 1).at(0).verb == "transfer.out");
    BOOST_TEST(storage::audit_entries(battambang, 1).at(0).verb == "transfer.in");
    BOOST_TEST(!storage::audit_damage(battambang).has_value());
    BOOST_TEST(identity::list_transfers(thma_koul).at(0).in == false);
    BOOST_TEST(identity::list_transfers(battambang).at(0).office_code == "0202");
}

BOOST_AUTO_TEST_CASE(a_merge_takes_the_past_along) {
    const auto second = test::open_literacy(battambang, "អក្ខរកម្ម ខ");
    learners::Learner other;
    other.name_km = "កែវ មុំ";
    other.sex = core::Sex::female;
    const auto kept = test::add_learner(battambang, other, second, day(2025, 11, 3));
    const auto taken = take_in(battambang, send(thma_koul, mom));
    storage::Transaction tx(battambang, {"dara"});
    identity::repoint_past(tx, taken.learner, kept);
    BOOST_TEST(identity::load_past(battambang, taken.learner).empty());
    BOOST_TEST(identity::load_past(battambang, kept).size() == 1U);
}

// Thma Koul's computer broke, and the backup that took its place gave the same number to somebody else.
BOOST_AUTO_TEST_CASE(a_serial_that_two_people_have_is_named_where_their_files_meet) {
    storage::Database backup = thma_koul.clone_in_memory(environment);
    const std::string serial = issue(thma_koul, class_there);
    {
        storage::Transaction tx(backup, {"sokha"});
        auto learner = learners::load_learner(backup, mom);
        learner.name_km = "ហេង វណ្ណៈ";
        learners::update_learner(tx, learner).value();
        tx.commit();
    }
    BOOST_TEST(issue(backup, class_there) == serial);
    take_in(battambang, send(thma_koul, mom));
    const auto other = plan(battambang, send(backup, mom));
    BOOST_REQUIRE(other.used_twice.size() == 1U);
    BOOST_TEST(other.used_twice[0].code == "serial.used-twice");
    BOOST_TEST(other.used_twice[0].fact("serial") == serial);
    BOOST_TEST(other.used_twice[0].fact("name") == "ហេង វណ្ណៈ");
    // The same paper again is no second one.
    BOOST_TEST(plan(battambang, send(thma_koul, mom)).used_twice.empty());
    // A block that holds the number is not taken where it is known to be issued.
    storage::Transaction tx(battambang, {"sokha"});
    const auto number = certificates::read_numbers(serial, "").value();
    const auto block = certificates::take_block(
        tx, {certificates::Origin::province, number.office, number.year, number.first, number.first + 9});
    BOOST_REQUIRE(!block.has_value());
    BOOST_TEST(block.error().code == "serial.block-used");
}

BOOST_AUTO_TEST_SUITE_END()
