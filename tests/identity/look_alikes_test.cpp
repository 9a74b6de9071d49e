// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/look_alikes.hpp"
#include "identity/other_person.hpp"
#include "identity/person_source.hpp"
#include "identity/two_records.hpp"
#include "storage/audit.hpp"

#include <boost/test/unit_test.hpp>

#include <set>

using identity::LookAlike;
using learners::Learner;
using learners::LearnerId;

namespace {

class Cancelled final : public core::Progress {
  public:
    void report(std::int64_t, std::int64_t) override {}
    bool cancelled() const override { return true; }
};

struct Finding : test::TwoRecords {
    core::NoProgress unseen;

    std::vector<LookAlike> found() { return identity::find_look_alikes(database, unseen).pairs; }
    void decide(LearnerId a, LearnerId b) {
        change([&](storage::Transaction& tx) { return identity::decide_other_person(tx, a, b).has_value(); });
    }

    // Many people of few names, some of them twice with something changed.
    void fill(int people) {
        const std::vector<std::string> family = {"សុខ", "ចាន់", "កែវ", "លី", "ហេង", "ជា", "ម៉ៅ", "យឹម"};
        const std::vector<std::string> given = {"សុភា",   "ដារ៉ា", "វណ្ណា", "មុំ",   "ពិសិដ្ឋ",
                                                "ស្រីនាង", "បូរ៉ា",  "រតនា", "សុជាតិ"};
        core::SeededRandom chance{7};
        change([&](storage::Transaction& tx) {
            for (int i = 0; i < people; ++i) {
                Learner one;
                one.name_km = family[chance.below(family.size())] + " " + given[chance.below(given.size())];
                one.sex = chance.below(2) == 0 ? core::Sex::female : core::Sex::male;
                one.born = core::PartialDate{
                    core::Day{std::chrono::year{1990 + static_cast<int>(chance.below(30))} /
                              std::chrono::month{1 + static_cast<unsigned>(chance.below(12))} /
                              std::chrono::day{1 + static_cast<unsigned>(chance.below(28))}}};
                one.village_code = chance.below(2) == 0 ? "02020101" : "02020102";
                learners::register_in_bulk(tx, one).value();
                if (i % 50 != 0) continue;
                one.born->precision = core::Precision::year;
                one.born->day = one.born->day.year() / 1 / 1;
                learners::register_in_bulk(tx, one).value();
            }
            tx.audit("test", "learner", std::nullopt, "{}");
            return true;
        });
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(look_alikes, Finding)

BOOST_AUTO_TEST_CASE(look_alikes_are_found_with_the_likeliest_first) {
    const auto a = add("សុខ សុភា", "SOK SOPHEA");
    const auto b = add("សុខ សុភា", "SOK SOPHA");
    add("ចាន់ ដារ៉ា", "CHAN DARA");
    const auto c = add("សុខ សុភា", "", "2008");
    const auto pairs = found();
    BOOST_REQUIRE(pairs.size() == 3U);
    BOOST_TEST((pairs[0].a == a));
    BOOST_TEST((pairs[0].b == b));
    BOOST_TEST(pairs[0].score >= pairs[1].score);
    BOOST_TEST((pairs[2].b == c));
}

BOOST_AUTO_TEST_CASE(a_pair_decided_to_be_two_people_is_never_shown_again) {
    const auto a = add("សុខ សុភា");
    const auto b = add("សុខ សុភា");
    BOOST_TEST(found().size() == 1U);
    decide(b, a);
    BOOST_TEST(found().empty());
    // Told twice it is still one decision, and one row of the audit.
    const auto before = storage::audit_entries(database, 1).at(0).seq;
    decide(a, b);
    BOOST_TEST(storage::audit_entries(database, 1).at(0).seq == before);
    BOOST_TEST(identity::load_other_persons(database).size() == 1U);
}

BOOST_AUTO_TEST_CASE(the_decision_holds_for_the_record_a_merged_one_became) {
    const auto a = add("សុខ សុភា");
    const auto b = add("សុខ សុភា");
    const auto kept = add("សុខ សោភា");
    decide(a, b);
    const auto merged = merge(kept, b);
    BOOST_REQUIRE(merged.has_value());
    BOOST_TEST(found().empty());
    BOOST_REQUIRE(undo(merged->id).has_value());
    BOOST_TEST(found().size() == 2U);
}

BOOST_AUTO_TEST_CASE(the_same_person_in_each_script_is_found) {
    add("កែវ ពិសិដ្ឋ", "", "2004-03-12");
    add("", "KEO PISETH", "2004-12-03");
    BOOST_TEST(found().size() == 1U);
}

// The keys may lose a pair that looks alike; how few is measured against comparing everyone with everyone.
BOOST_AUTO_TEST_CASE(what_comparing_everyone_finds_is_found) {
    fill(600);
    std::vector<std::pair<LearnerId, identity::Person>> all;
    identity::NameCounts counts;
    identity::read_persons(database, unseen, [&](LearnerId id, const identity::Person& person) {
        counts.add(person);
        all.emplace_back(id, person);
    });
    std::set<std::pair<LearnerId, LearnerId>> wanted;
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = i + 1; j < all.size(); ++j)
            if (identity::score(all[i].second, all[j].second, counts) >= identity::look_alike_score)
                wanted.emplace(all[i].first, all[j].first);
    std::set<std::pair<LearnerId, LearnerId>> pairs;
    for (const LookAlike& one : found())
        pairs.emplace(one.a, one.b);
    BOOST_TEST(wanted.size() >= 12U);
    BOOST_TEST(pairs == wanted);
}

BOOST_AUTO_TEST_CASE(the_work_for_each_learner_is_bounded_however_many_share_a_name) {
    fill(4000);
    // Everyone with everyone would be 2,000 for each.
    constexpr std::int64_t for_each = 40;
    BOOST_TEST(identity::find_look_alikes(database, unseen).compared <= 4080 * for_each);
}

BOOST_AUTO_TEST_CASE(it_can_be_cancelled) {
    add("សុខ សុភា");
    Cancelled cancelled;
    BOOST_CHECK_THROW(identity::find_look_alikes(database, cancelled), core::WorldFailure);
}

BOOST_AUTO_TEST_SUITE_END()
