// SPDX-License-Identifier: GPL-3.0-or-later
// The computer's clock is wrong, or is put right while somebody types: nothing that is kept may hang on it.
#include "institutions/small_office.hpp"
#include "learners/learner_list.hpp"
#include "learners/learner_store.hpp"
#include "storage/audit.hpp"

#include <boost/test/unit_test.hpp>

#include <set>

using namespace learners;
using namespace std::chrono_literals;
using storage::Transaction;

namespace {

struct Clerk : test::SmallOffice {
    LearnerId type(const std::string& name) {
        Learner learner;
        learner.name_km = name;
        learner.sex = core::Sex::female;
        return change([&](Transaction& tx) { return register_learner(tx, learner); }).value();
    }

    // The audit's rows stand in the order in which they were written, each at what its clock said, and the
    // chain holds.
    void audit_holds() const {
        BOOST_TEST(!storage::audit_damage(database).has_value());
        const auto entries = storage::audit_entries(database, 1000);
        for (std::size_t i = 1; i < entries.size(); ++i)
            BOOST_TEST(entries[i].seq + 1 == entries[i - 1].seq);
    }

    std::size_t uids() const {
        std::set<std::string> all;
        storage::Statement row = database.query("SELECT hex(uid) FROM learner");
        while (row.step())
            all.insert(row.get<std::string>(0));
        return all.size();
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(clock_jumps, Clerk)

BOOST_AUTO_TEST_CASE(a_clock_that_was_never_set_keeps_the_order_of_what_was_typed) {
    clock.set(core::Moment{});
    const LearnerId first = type("កែវ មុំ");
    clock.set(core::Day{2025y / 12 / 17});
    const LearnerId second = type("ឃួន វណ្ណា");
    BOOST_TEST((first < second));
    audit_holds();
    BOOST_TEST((storage::audit_entries(database, 1).at(0).at == clock.now()));
    BOOST_TEST((storage::audit_entries(database, 2).at(1).at == core::Moment{}));
}

BOOST_AUTO_TEST_CASE(a_clock_that_jumps_about_gives_nobody_the_id_or_the_number_of_another) {
    core::SeededRandom jumps{7};
    std::set<std::string> numbers;
    constexpr int people = 200;
    for (int person = 0; person < people; ++person) {
        // From 1970 to five years ahead, and every third time the same moment again.
        if (person % 3 != 0)
            clock.set(core::Moment{std::chrono::milliseconds{
                static_cast<std::int64_t>(jumps.below(std::uint64_t{61} * 365 * 24 * 3600 * 1000))}});
        const LearnerId id = type("កែវ ពេជ្រ" + std::to_string(person));
        numbers.insert(load_learner(database, id).number);
    }
    BOOST_TEST(uids() == static_cast<std::size_t>(people));
    BOOST_TEST(numbers.size() == static_cast<std::size_t>(people));
    audit_holds();
}

BOOST_AUTO_TEST_SUITE_END()
