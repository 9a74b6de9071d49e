// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/missing_marks.hpp"
#include "assessment/score_store.hpp"
#include "attendance/sample_class.hpp"
#include "programmes/pack_store.hpp"

#include <boost/test/unit_test.hpp>

using storage::Transaction;
using namespace std::chrono_literals;

namespace {

// A grade of primary school, whose months take marks, at the end of January.
struct Fixture : test::SampleClass {
    Fixture() {
        change([&](Transaction& tx) {
            tx.run("UPDATE class SET pack_id = ?1", programmes::use_pack(tx, "primary").value());
            tx.audit("test.pack", "class", std::nullopt, "{}");
            return core::Expected<void>{};
        });
        clock.set(core::Day{2026y / 1 / 15});
    }
    std::vector<assessment::MissingMarks> missing() {
        core::NoProgress nobody;
        return assessment::find_missing_marks(database, nobody);
    }
    void mark(std::size_t learner, const std::string& period) {
        change([&](Transaction& tx) {
            const auto pack = assessment::load_results(database, class_id).value().pack;
            for (const auto& subject : pack.subjects)
                assessment::write_score(tx, enrolments[learner], {period, subject.key},
                                        assessment::Score::of(700));
            tx.audit("test.marks", "score", std::nullopt, "{}");
            return core::Expected<void>{};
        });
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(missing_marks, Fixture)

BOOST_AUTO_TEST_CASE(marks_of_months_that_are_over_are_waited_for_and_those_ahead_are_not) {
    const auto first = missing();
    BOOST_REQUIRE(first.size() == 1U);
    BOOST_TEST(first[0].learners.total == 3);
    BOOST_TEST(first[0].learners.female == 2);
    BOOST_TEST(first[0].period == "NOV");
    for (std::size_t learner = 0; learner < 3; ++learner)
        mark(learner, "NOV");
    const auto second = missing();
    BOOST_REQUIRE(second.size() == 1U);
    BOOST_TEST(second[0].period == "DEC");
    for (std::size_t learner = 0; learner < 3; ++learner)
        mark(learner, "DEC");
    BOOST_TEST(missing().empty());
}

BOOST_AUTO_TEST_CASE(who_left_and_who_came_later_is_not_waited_for) {
    leave(enrolments[0], 2025y / 12 / 5, "moved");
    enrolments.push_back(enrol("រ៉ា មុំ", 2026y / 1 / 5));
    const auto waited_for = missing();
    BOOST_REQUIRE(waited_for.size() == 1U);
    BOOST_TEST(waited_for[0].learners.total == 2);
}

BOOST_AUTO_TEST_CASE(a_closed_class_lacks_nothing_more) {
    set_status("closed");
    BOOST_TEST(missing().empty());
}

BOOST_AUTO_TEST_SUITE_END()
