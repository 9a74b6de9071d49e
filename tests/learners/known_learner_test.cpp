// SPDX-License-Identifier: GPL-3.0-or-later
#include "institutions/small_office.hpp"
#include "learners/known_learner.hpp"
#include "learners/learner_store.hpp"
#include "storage/audit.hpp"

#include <boost/test/unit_test.hpp>

using namespace learners;
using storage::Transaction;

namespace {

struct Fixture : test::SmallOffice {
    LearnerId registered(Learner learner) {
        learner.sex = core::Sex::female;
        return change([&](Transaction& tx) { return register_learner(tx, learner); }).value();
    }
    void photograph(LearnerId id, const std::optional<std::string>& jpeg) {
        change([&](Transaction& tx) { set_photo(tx, id, jpeg); });
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(known_learner, Fixture)

BOOST_AUTO_TEST_CASE(a_photo_is_kept_replaced_and_taken_away_and_the_chain_tells_them_apart) {
    const LearnerId id = registered({.name_km = "ស្រីពៅ"});
    BOOST_TEST(!find_photo(database, id).has_value());
    const std::string one("\xFF\xD8\0one", 6), two("\xFF\xD8\0two", 6);
    photograph(id, one);
    BOOST_TEST((find_photo(database, id) == one));
    const auto first = last_audit();
    BOOST_TEST(first.verb == "learner.photo");
    BOOST_TEST((first.uid == load_learner(database, id).uid));
    BOOST_TEST(first.change.value().starts_with(R"({"photo":[null,")"));
    // The picture itself is in no audit row.
    BOOST_TEST(first.change.value().find("one") == std::string::npos);

    photograph(id, one);
    BOOST_TEST(last_audit().seq == first.seq);
    photograph(id, two);
    BOOST_TEST(last_audit().change.value() != first.change.value());
    photograph(id, std::nullopt);
    BOOST_TEST(!find_photo(database, id).has_value());
    BOOST_TEST(!storage::audit_damage(database).has_value());
}

BOOST_AUTO_TEST_CASE(who_is_shown_beside_the_form_has_class_and_photo) {
    const LearnerId id = registered({.name_km = "ស្រីពៅ", .class_text = "អក្ខរកម្ម ក"});
    photograph(id, "jpeg");
    const auto known = find_known(database, id);
    BOOST_REQUIRE(known.has_value());
    BOOST_TEST(known->learner.name_km == "ស្រីពៅ");
    BOOST_TEST(known->photo.value() == "jpeg");
    BOOST_TEST(known->classes == std::vector<std::string>{"អក្ខរកម្ម ក"}, boost::test_tools::per_element());
    BOOST_TEST(!find_known(database, LearnerId{999}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
