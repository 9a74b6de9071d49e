// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/merging.hpp"
#include "identity/two_records.hpp"
#include "rounds.hpp"

#include <boost/test/unit_test.hpp>

#include <vector>

using attendance::Mark;
using learners::Learner;
using learners::LearnerId;

namespace {

struct Undoing : test::TwoRecords {
    LearnerId kept = add("សុខ សុភា", "SOK SOPHEA");
    LearnerId gone = add("សុខ សោភា", "SOK SOPHA", "2008");

    void update(LearnerId id, const std::function<void(Learner&)>& edit) {
        Learner learner = load(id);
        edit(learner);
        change([&](storage::Transaction& tx) { return learners::update_learner(tx, learner).has_value(); });
    }
    std::string who_depends(identity::MergeId id) {
        const std::string before = test::digest_of(database);
        const auto undone = undo(id);
        BOOST_REQUIRE(!undone.has_value());
        BOOST_TEST(undone.error().code == "merge.depended-on");
        BOOST_TEST(test::digest_of(database) == before);
        return std::string{undone.error().fact("who")};
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(merge_undo, Undoing)

BOOST_AUTO_TEST_CASE(every_row_is_as_it_was) {
    update(gone, [](Learner& l) {
        l.phone = "012345678";
        l.identities = {{learners::IdentityKind::national_id, "1"}, {learners::IdentityKind::other, "2"}};
    });
    update(kept, [](Learner& l) { l.identities = {{learners::IdentityKind::other, "2"}}; });
    const auto first = enrol(kept, morning, 10);
    const auto second = enrol(gone, morning);
    mark(second, 5, Mark::absent);
    score(second, "reading", 700);
    score(first, "dictation", 600);
    enrol(gone, evening);
    const std::string before = test::digest_of(database);
    const auto merged = merge(kept, gone);
    BOOST_REQUIRE(merged.has_value());
    BOOST_TEST(test::digest_of(database) != before);
    BOOST_REQUIRE(undo(merged->id).has_value());
    BOOST_TEST(test::digest_of(database) == before);
    BOOST_TEST(undo(merged->id).error().code == "merge.undone-already");
    BOOST_TEST(undo(identity::MergeId{99}).error().code == "merge.unknown");
}

BOOST_AUTO_TEST_CASE(of_two_photos_the_chosen_one_stays_and_both_come_back) {
    const auto put = [&](LearnerId id, const std::string& photo) {
        change([&](storage::Transaction& tx) {
            learners::set_photo(tx, id, photo);
            return true;
        });
    };
    put(gone, "other");
    const std::string alone = test::digest_of(database);
    const auto only_one = merge(kept, gone).value().id;
    BOOST_TEST(learners::find_photo(database, kept).value() == "other");
    BOOST_REQUIRE(undo(only_one).has_value());
    BOOST_TEST(test::digest_of(database) == alone);

    put(kept, "own");
    const std::string before = test::digest_of(database);
    identity::MergeChoice choice;
    choice.from_gone = identity::FieldChoice{};
    for (const auto* stays : {"own", "other"}) {
        const auto merged = merge(kept, gone, choice);
        BOOST_REQUIRE(merged.has_value());
        BOOST_TEST(learners::find_photo(database, kept).value() == stays);
        BOOST_REQUIRE(undo(merged->id).has_value());
        BOOST_TEST(test::digest_of(database) == before);
        choice.from_gone->emplace(identity::photo_key);
    }
    BOOST_TEST(learners::find_photo(database, gone).value() == "other");
}

BOOST_AUTO_TEST_CASE(what_another_office_signed_follows_and_goes_back) {
    change([&](storage::Transaction& tx) {
        tx.run(R"sql(
INSERT INTO past_chapter (learner_id, office_uid, office_code, office_name_km, office_name, learner_uid, learner_number,
                          written_at, key_id, public_key, sample, digest, content)
VALUES (?1, zeroblob(16), '0203', 'មោងឫស្សី', 'Moung Ruessei', zeroblob(16), '0203-000001-X',
        '2026-03-01T00:00:00.000Z', zeroblob(8), zeroblob(32), 0, zeroblob(32), x'00'))sql",
               gone);
        tx.audit("transfer.in", "learner", std::nullopt, "{}");
        return true;
    });
    const auto whose = [&] {
        return database.value<LearnerId>("SELECT learner_id FROM past_chapter").value();
    };
    const auto merged = merge(kept, gone);
    BOOST_REQUIRE(merged.has_value());
    BOOST_TEST((whose() == kept));
    BOOST_REQUIRE(undo(merged->id).has_value());
    BOOST_TEST((whose() == gone));
}

BOOST_AUTO_TEST_CASE(later_work_on_an_enrolment_goes_back_with_it) {
    const auto hers = enrol(gone, evening);
    const auto merged = merge(kept, gone);
    mark(hers, 12, Mark::late);
    update(kept, [](Learner& l) { l.note = "comes by bicycle"; });
    BOOST_REQUIRE(undo(merged->id).has_value());
    BOOST_TEST((classes::load_enrolment(database, hers).learner == gone));
    BOOST_TEST(attendance::load_marked_months(database, hers).size() == 1U);
    BOOST_TEST(load(kept).note.value() == "comes by bicycle");
}

BOOST_AUTO_TEST_CASE(a_new_learner_never_takes_the_place_of_one_who_may_come_back) {
    const auto merged = merge(kept, gone);
    const auto later = add("ចាន់ ដារ៉ា");
    BOOST_TEST((later != gone));
    BOOST_REQUIRE(undo(merged->id).has_value());
    BOOST_TEST(load(gone).name == "SOK SOPHA");
    BOOST_TEST(load(later).name_km == "ចាន់ ដារ៉ា");
}

BOOST_AUTO_TEST_CASE(a_field_that_was_filled_and_changed_again_stands_in_the_way_and_is_named) {
    update(gone, [](Learner& l) { l.phone = "012345678"; });
    const auto merged = merge(kept, gone);
    update(kept, [](Learner& l) { l.phone = "099888777"; });
    BOOST_TEST(who_depends(merged->id) == load(kept).number + " សុខ សុភា");
}

BOOST_AUTO_TEST_CASE(a_mark_changed_in_a_joined_register_is_named_with_its_class_and_month) {
    enrol(kept, morning);
    const auto second = enrol(gone, morning);
    mark(second, 5, Mark::absent);
    const auto merged = merge(kept, gone);
    const auto joined = classes::find_open_enrolment(database, morning, kept).value();
    mark(joined, 6, Mark::absent);
    BOOST_TEST(who_depends(merged->id) == "អក្ខរកម្ម ព្រឹក 2025-11");
}

BOOST_AUTO_TEST_CASE(of_two_merges_in_a_chain_the_later_is_undone_first) {
    const auto third = add("សុខ សុភាព");
    const std::string before = test::digest_of(database);
    const auto one = merge(kept, gone);
    const auto two = merge(third, kept);
    BOOST_TEST(
        (learners::find_by_number(database, identity::list_merges(database).at(1).gone_number) == third));
    BOOST_TEST(who_depends(one->id).find(" → ") != std::string::npos);
    BOOST_REQUIRE(undo(two->id).has_value());
    BOOST_REQUIRE(undo(one->id).has_value());
    BOOST_TEST(test::digest_of(database) == before);
}

BOOST_AUTO_TEST_CASE(a_learner_into_whom_others_were_merged_is_not_deleted) {
    BOOST_REQUIRE(merge(kept, gone).has_value());
    storage::Transaction tx(database, {"sokha"});
    BOOST_TEST(learners::delete_learner(tx, kept).error().code == "learner.has-merges");
}

namespace {

// A small office at random: learners with and without each field, in none, one or both classes, marked and
// scored.
class RandomOffice {
  public:
    RandomOffice(test::TwoRecords& office, std::uint64_t seed)
        : m_office(office)
        , m_random(seed) {}

    bool chance(unsigned of_ten) { return m_random.below(10) < of_ten; }
    template<typename T>
    T pick(const std::vector<T>& some) {
        return some[m_random.below(some.size())];
    }

    LearnerId person() {
        Learner learner;
        learner.name_km = pick<std::string>({"សុខ សុភា", "ចាន់ ដារ៉ា", "កែវ មុំ", "លី វណ្ណា"});
        learner.sex = chance(5) ? core::Sex::female : core::Sex::male;
        if (chance(7))
            learner.born = core::partial_date_from_text(pick<std::string>({"2001", "2008-04-12", "~1990"}));
        if (chance(5)) learner.phone = "0123456" + std::to_string(10 + m_random.below(90));
        if (chance(4)) learner.guardian = "សុខ ចាន់";
        if (chance(3)) learner.village_code = "02020101";
        if (chance(4))
            learner.identities.push_back(
                {learners::IdentityKind::student_id, std::to_string(m_random.below(4) + 1)});
        return m_office.add(learner);
    }

    void put_into_classes(LearnerId who) {
        for (const auto in : {m_office.morning, m_office.evening}) {
            if (!chance(6)) continue;
            const auto enrolment = m_office.enrol(who, in, chance(5) ? 3 : 10);
            work_on(enrolment);
        }
    }

    void work_on(classes::EnrolmentId enrolment) {
        for (unsigned day = 10; day < 15; ++day)
            if (chance(3)) m_office.mark(enrolment, day, chance(5) ? Mark::absent : Mark::permission);
        for (const char* subject : {"reading", "dictation", "mathematics"})
            if (chance(4)) m_office.score(enrolment, subject, static_cast<int>(m_random.below(11)) * 100);
    }

  private:
    test::TwoRecords& m_office;
    core::SeededRandom m_random;
};

} // namespace

BOOST_AUTO_TEST_CASE(any_office_any_merges_and_any_unrelated_work_later_undone_is_the_work_alone) {
    const int rounds = test::rounds(40, 400);
    std::int64_t merges = 0;
    for (std::uint64_t seed = 1; seed <= static_cast<std::uint64_t>(rounds); ++seed) {
        test::TwoRecords office;
        RandomOffice maker(office, seed);
        std::vector<LearnerId> people;
        for (int i = 0; i < 8; ++i)
            maker.put_into_classes(people.emplace_back(maker.person()));

        const auto later_work = [&](test::TwoRecords& where) {
            // The same whatever was drawn before.
            where.random = core::SeededRandom{seed + 1000};
            RandomOffice worker(where, seed + 2000);
            worker.put_into_classes(worker.person());
            Learner untouched = where.load(people[6]);
            untouched.note = "changed later";
            where.change([&](storage::Transaction& tx) {
                return learners::update_learner(tx, untouched).has_value();
            });
            for (const auto& one : classes::enrolments_of(where.database, people[7]))
                worker.work_on(one.enrolment.id);
            worker.put_into_classes(worker.person());
        };

        const std::string before = test::digest_of(office.database);
        std::vector<identity::MergeId> done;
        for (int i = 0; i < 3; ++i) {
            const auto stays = maker.pick(std::vector<LearnerId>(people.begin(), people.begin() + 6));
            const auto goes = maker.pick(std::vector<LearnerId>(people.begin(), people.begin() + 6));
            identity::MergeChoice choice;
            for (const auto in : {office.morning, office.evening})
                if (maker.chance(5))
                    choice.registers[in] = maker.chance(5) ? identity::Whose::kept : identity::Whose::gone;
            if (const auto merged = office.merge(stays, goes, choice)) done.push_back(merged->id);
        }
        merges += static_cast<std::int64_t>(done.size());
        const bool work_first = maker.chance(2);
        if (!work_first) later_work(office);
        for (auto id = done.rbegin(); id != done.rend(); ++id)
            BOOST_REQUIRE_MESSAGE(office.undo(*id).has_value(), "seed " << seed);
        if (work_first) {
            BOOST_TEST(test::digest_of(office.database) == before, "seed " << seed);
            continue;
        }
        const std::string after = test::digest_of(office.database);

        test::TwoRecords alone;
        RandomOffice again(alone, seed);
        for (int i = 0; i < 8; ++i)
            again.put_into_classes(again.person());
        later_work(alone);
        BOOST_TEST(after == test::digest_of(alone.database), "seed " << seed);
    }
    // Or the test would prove nothing.
    BOOST_TEST(merges > rounds);
}

BOOST_AUTO_TEST_SUITE_END()
