// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/hints.hpp"
#include "assessment/sample_pack.hpp"

#include <boost/test/unit_test.hpp>

using assessment::ClassResults;
using assessment::Hint;
using assessment::hints_of;
using assessment::Score;
using assessment::Scores;
using test::marks;

namespace {

// Five subjects, and a period before.
programmes::Pack pack() {
    programmes::Pack pack = test::sample_pack();
    pack.subjects.push_back({"e", {"ង", "E"}});
    pack.periods = {
        {"S1", {"ឆមាសទី១", "Semester 1"}}, {"S2", {"ឆមាសទី២", "Semester 2"}}, {"YEAR", {}, {"S1", "S2"}}};
    return pack;
}

ClassResults of(const std::vector<Scores>& learners, const std::string& period = "S1") {
    ClassResults results{pack(), period, {}};
    for (const Scores& scores : learners)
        results.rows.push_back({{}, scores, {}});
    return results;
}

std::vector<std::string> codes(const std::vector<Hint>& hints) {
    std::vector<std::string> found;
    for (const Hint& hint : hints)
        found.push_back(hint.what.code);
    return found;
}

using Codes = std::vector<std::string>;

} // namespace

BOOST_AUTO_TEST_SUITE(hints)

BOOST_AUTO_TEST_CASE(a_mark_far_from_the_learners_others_is_named_with_them) {
    const auto hints = hints_of(of({marks(pack(), {700, 650, 750, 700, 75})}));
    BOOST_REQUIRE(hints.size() == 1U);
    BOOST_TEST(hints[0].what.code == "hint.mark-far");
    BOOST_TEST(hints[0].what.fact("mark") == "0.75");
    BOOST_TEST(hints[0].what.fact("others") == "7.00");
    BOOST_TEST(hints[0].subject == "e");
    BOOST_TEST((hints[0].row == 0U));
}

BOOST_AUTO_TEST_CASE(two_fifths_of_the_maximum_is_far_and_less_is_not) {
    BOOST_TEST(hints_of(of({marks(pack(), {700, 700, 650, 700, 301})})).empty());
    BOOST_TEST(hints_of(of({marks(pack(), {700, 700, 650, 700, 300})})).size() == 1U);
}

BOOST_AUTO_TEST_CASE(marks_are_compared_as_shares_of_their_maxima) {
    ClassResults results = of({marks(pack(), {700, 650, 750, 700, 3500})});
    results.pack.subjects[4].maximum = 5000;
    BOOST_TEST(hints_of(results).empty());
}

BOOST_AUTO_TEST_CASE(one_mark_in_every_subject_and_one_for_everyone_are_named) {
    BOOST_TEST(codes(hints_of(of({marks(pack(), {700, 700, 700, 700, 700})}))) == Codes{"hint.all-equal"},
               boost::test_tools::per_element());
    std::vector<Scores> five;
    for (int at = 0; at < 5; ++at)
        five.push_back(marks(pack(), {600 + at * 25, 650, 700 - at * 25, 600, 800}));
    const auto hints = hints_of(of(five));
    BOOST_TEST(codes(hints) == (Codes{"hint.same-for-all", "hint.same-for-all", "hint.same-for-all"}),
               boost::test_tools::per_element());
    five.pop_back();
    BOOST_TEST(hints_of(of(five)).empty()); // four are too few to say so
}

BOOST_AUTO_TEST_CASE(a_class_far_from_the_period_before_is_named_once) {
    std::vector<Scores> learners;
    for (int at = 0; at < 6; ++at) {
        Scores scores = marks(pack(), {700 + at, 650, 720, 700, 690 + at});
        scores.merge(marks(pack(), {400 + at, 450, 420, 410, 430 + at}, "S2"));
        learners.push_back(scores);
    }
    const auto hints = hints_of(of(learners, "S2"));
    BOOST_REQUIRE(!hints.empty());
    BOOST_TEST(hints[0].what.code == "hint.class-far");
    // (7.00 + 6.50 + 7.20 + 7.00 + 6.90) / 5 = 6.92, a little more for the later ones
    BOOST_TEST(hints[0].what.fact("was") == "6.93");
    BOOST_TEST(hints[0].what.fact("before") == "ឆមាសទី១");
    BOOST_TEST(!hints[0].row.has_value());
    BOOST_TEST(hints_of(of(learners, "S1"))[0].what.code != "hint.class-far"); // nothing before it
}

BOOST_AUTO_TEST_CASE(a_computed_period_and_missing_marks_give_no_hint) {
    BOOST_TEST(hints_of(of({marks(pack(), {700, 700, 700, 700, 700})}, "YEAR")).empty());
    BOOST_TEST(hints_of(of({{}, {}, {}, {}, {}, {}})).empty());
}

BOOST_AUTO_TEST_SUITE_END()
