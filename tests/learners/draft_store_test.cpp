// SPDX-License-Identifier: GPL-3.0-or-later
#include "institutions/small_office.hpp"
#include "learners/draft_store.hpp"
#include "learners/learner_store.hpp"

#include <boost/test/unit_test.hpp>

using namespace learners;
using storage::Transaction;

namespace {

struct Fixture : test::SmallOffice {
    storage::Actor sokha{"sokha"};
    storage::Actor dara{"dara"};

    LearnerId registered(const std::string& name) {
        Learner learner;
        learner.name_km = name;
        learner.sex = core::Sex::female;
        return change([&](Transaction& tx) { return register_learner(tx, learner); }).value();
    }
    std::int64_t rows(const std::string& table) {
        return database.value<std::int64_t>("SELECT count(*) FROM " + table).value();
    }
};

Draft half_typed() {
    Draft draft;
    draft.typed = {{"name_km", "សុខ ដា"}, {"born", "about 20"}, {"phone", "  012 x"}};
    draft.photo = std::string("\xFF\xD8\xFF\0\x01", 5);
    return draft;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(draft_store, Fixture)

BOOST_AUTO_TEST_CASE(what_was_typed_comes_back_letter_for_letter) {
    const auto audited = last_audit().seq;
    keep_draft(database, sokha, half_typed());
    Draft expected = half_typed();
    expected.kept_at = clock.now();
    BOOST_TEST((find_draft(database, sokha, std::nullopt) == expected));
    BOOST_TEST(last_audit().seq == audited);
}

BOOST_AUTO_TEST_CASE(each_person_has_a_draft_of_their_own_for_each_learner) {
    const Learner known = load_learner(database, registered("ស្រីពៅ"));
    Draft other = half_typed();
    other.learner = known.uid;
    other.typed = {{"phone", "012345678"}};
    keep_draft(database, sokha, half_typed());
    keep_draft(database, sokha, other);
    BOOST_TEST(find_draft(database, sokha, std::nullopt)->typed.size() == 3U);
    BOOST_TEST(find_draft(database, sokha, known.uid)->typed.at("phone") == "012345678");
    BOOST_TEST(!find_draft(database, dara, std::nullopt).has_value());
    // Typing on replaces it: nothing of the older one is left.
    keep_draft(database, sokha, other);
    BOOST_TEST(rows("draft_learner") == 2);
    BOOST_TEST(rows("draft_learner_field") == 4);
}

BOOST_AUTO_TEST_CASE(a_restart_offers_what_was_kept_last) {
    BOOST_TEST(!newest_draft(database, sokha).has_value());
    const Learner known = load_learner(database, registered("ស្រីពៅ"));
    keep_draft(database, sokha, half_typed());
    Draft other = half_typed();
    other.learner = known.uid;
    keep_draft(database, sokha, other);
    BOOST_TEST((newest_draft(database, sokha)->learner == known.uid));
    // A learner who is gone has no form to come back to; the next draft sweeps it out.
    change([&](Transaction& tx) { return delete_learner(tx, known.id).has_value(); });
    BOOST_TEST(!newest_draft(database, sokha)->learner.has_value());
    keep_draft(database, sokha, half_typed());
    BOOST_TEST(rows("draft_learner") == 1);
    BOOST_TEST(rows("draft_learner_field") == 3);
}

BOOST_AUTO_TEST_CASE(saving_removes_the_draft_with_the_same_stroke) {
    keep_draft(database, sokha, half_typed());
    keep_draft(database, dara, half_typed());
    const auto save = [&](bool commit) {
        Learner learner;
        learner.name_km = "សុខ ដារ៉ា";
        learner.sex = core::Sex::male;
        Transaction tx(database, sokha);
        BOOST_TEST(register_learner(tx, learner).has_value());
        remove_draft(tx, std::nullopt);
        if (commit) tx.commit();
    };
    save(false); // the power went
    BOOST_TEST(find_draft(database, sokha, std::nullopt).has_value());
    BOOST_TEST(rows("learner") == 0);
    save(true);
    BOOST_TEST(!find_draft(database, sokha, std::nullopt).has_value());
    BOOST_TEST(rows("learner") == 1);
    BOOST_TEST(find_draft(database, dara, std::nullopt).has_value());
}

BOOST_AUTO_TEST_CASE(a_draft_can_be_thrown_away) {
    keep_draft(database, sokha, half_typed());
    drop_draft(database, sokha, std::nullopt);
    BOOST_TEST(rows("draft_learner") == 0);
    BOOST_TEST(rows("draft_learner_field") == 0);
    drop_draft(database, sokha, std::nullopt);
}

BOOST_AUTO_TEST_SUITE_END()
