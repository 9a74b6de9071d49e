// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/score_sitting.hpp"
#include "attendance/sample_class.hpp"
#include "storage/audit.hpp"

#include <boost/test/unit_test.hpp>

using assessment::Score;
using assessment::ScoreSitting;
using assessment::TypedMark;
using test::code_of;

namespace {

struct Fixture : test::SampleClass {
    ScoreSitting sitting{class_id, "S1"};
    storage::Actor actor{};

    TypedMark mark(std::size_t learner, const std::string& subject, const std::string& text) {
        return {enrolments[learner], subject, text};
    }
    std::string at(std::size_t learner, const std::string& subject) {
        const auto scores = assessment::load_scores(database, enrolments[learner]);
        const auto found = scores.find({"S1", subject});
        return found == scores.end() ? "" : assessment::format_score(found->second);
    }
    auto type(std::size_t learner, const std::string& subject, const std::string& text) {
        return sitting.type(database, actor, mark(learner, subject, text));
    }
    auto take_back() { return sitting.take_back(database, actor); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(score_sitting, Fixture)

BOOST_AUTO_TEST_CASE(typed_marks_are_taken_back_one_by_one_as_new_writes) {
    BOOST_REQUIRE(type(0, "reading", "៧,៥"));
    BOOST_REQUIRE(type(0, "reading", "8.25"));
    BOOST_TEST(at(0, "reading") == "8.25");
    const auto written = storage::audit_entries(database, 100).size();
    BOOST_TEST(take_back().value() == 1);
    BOOST_TEST(at(0, "reading") == "7.50");
    BOOST_TEST(take_back().value() == 1);
    BOOST_TEST(at(0, "reading") == "");
    BOOST_TEST(!sitting.can_take_back());
    BOOST_TEST(storage::audit_entries(database, 100).size() == written + 2);
}

BOOST_AUTO_TEST_CASE(a_refused_mark_and_one_that_changes_nothing_are_no_steps) {
    BOOST_TEST(code_of(type(0, "reading", "10.25")) == "mark.over-maximum");
    BOOST_REQUIRE(type(0, "reading", ""));
    BOOST_TEST(!sitting.can_take_back());
    BOOST_TEST(take_back().value() == 0);
}

BOOST_AUTO_TEST_CASE(a_block_is_one_step_and_what_is_refused_is_named) {
    BOOST_REQUIRE(type(1, "reading", "4"));
    const std::vector<TypedMark> block = {mark(0, "reading", "7.5"),   mark(0, "dictation", "12"),
                                          mark(1, "reading", ""),      mark(1, "dictation", "អម"),
                                          mark(2, "reading", "seven"), mark(2, "latin", "7")};
    const auto pasted = sitting.paste(database, actor, block);
    BOOST_TEST(pasted.written == 2);
    BOOST_REQUIRE(pasted.refused.size() == 3U);
    BOOST_TEST(pasted.refused[0].why.code == "mark.over-maximum");
    BOOST_TEST((pasted.refused[0].mark.enrolment == enrolments[0]));
    BOOST_TEST(pasted.refused[1].why.code == "mark.unreadable");
    BOOST_TEST(pasted.refused[2].why.code == "subject.unknown");
    BOOST_TEST(at(1, "reading") == "4.00"); // a blank of the block leaves it
    BOOST_TEST(at(1, "dictation") == "អវត្តមាន");
    BOOST_TEST(take_back().value() == 2);
    BOOST_TEST(at(0, "reading") == "");
    BOOST_TEST(at(1, "dictation") == "");
    BOOST_TEST(at(1, "reading") == "4.00");
}

BOOST_AUTO_TEST_CASE(a_step_that_somebody_changed_since_is_not_taken_back_by_halves) {
    const std::vector<TypedMark> block = {mark(0, "reading", "7"), mark(1, "reading", "8")};
    BOOST_TEST(sitting.paste(database, actor, block).written == 2);
    ScoreSitting other{class_id, "S1"};
    BOOST_REQUIRE(other.type(database, actor, mark(0, "reading", "9")));
    BOOST_TEST(code_of(take_back()) == "score.changed-since");
    BOOST_TEST(at(0, "reading") == "9.00");
    BOOST_TEST(at(1, "reading") == "8.00");
    BOOST_TEST(!sitting.can_take_back());
}

BOOST_AUTO_TEST_CASE(what_was_not_examined_becomes_exempt_and_can_be_taken_back) {
    BOOST_REQUIRE(type(0, "reading", "7"));
    BOOST_TEST(sitting.exempt_rest(database, actor).value() == 11); // twelve cells, one of them marked
    BOOST_TEST(at(2, "reading") == "លើកលែង");
    BOOST_TEST(at(0, "reading") == "7.00");
    BOOST_TEST(take_back().value() == 11);
    BOOST_TEST(at(2, "reading") == "");
}

BOOST_AUTO_TEST_CASE(nothing_is_written_in_a_locked_period) {
    change([&](storage::Transaction& tx) { return assessment::lock_period(tx, class_id, "S1"); });
    BOOST_TEST(code_of(type(0, "reading", "7")) == "period.locked");
    const std::vector<TypedMark> block = {mark(0, "reading", "7"), mark(1, "reading", "8")};
    const auto pasted = sitting.paste(database, actor, block);
    BOOST_TEST(pasted.written == 0);
    BOOST_TEST(pasted.refused.size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
