// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/score_store.hpp"
#include "attendance/mark_store.hpp"
#include "attendance/sample_class.hpp"
#include "classes/class_store.hpp"
#include "programmes/pack_store.hpp"
#include "storage/audit.hpp"

#include <boost/test/unit_test.hpp>

using assessment::Cell;
using assessment::correct_score;
using assessment::lock_period;
using assessment::Score;
using assessment::ScoreChange;
using assessment::ScoreWriter;
using assessment::set_score;
using assessment::unlock_period;
using storage::Transaction;
using test::code_of;
using namespace std::chrono_literals;

namespace {

// A grade of primary school with months, semesters and a retest.
struct Fixture : test::SampleClass {
    Fixture() {
        change([&](Transaction& tx) {
            tx.run("UPDATE class SET pack_id = ?1", programmes::use_pack(tx, "primary").value());
            tx.audit("test.pack", "class", std::nullopt, "{}");
            return core::Expected<void>{};
        });
    }
    auto set(const Cell& cell, std::optional<Score> score, std::size_t learner = 0) {
        return change([&](Transaction& tx) { return set_score(tx, enrolments[learner], cell, score); });
    }
    auto correct(const Cell& cell, Score score, const std::string& reason) {
        return change([&](Transaction& tx) { return correct_score(tx, enrolments[0], cell, score, reason); });
    }
    auto lock(const std::string& period) {
        return change([&](Transaction& tx) { return lock_period(tx, class_id, period); });
    }
    auto unlock(const std::string& period, const std::string& reason) {
        return change([&](Transaction& tx) { return unlock_period(tx, class_id, period, reason); });
    }
    std::vector<assessment::PeriodLock> locks() { return assessment::load_locks(database, class_id); }
    void mark_year(std::size_t learner, assessment::Hundredths mark) {
        change([&](Transaction& tx) {
            const auto pack = assessment::load_results(database, class_id).value().pack;
            for (const auto& period : pack.periods)
                for (const auto& subject : pack.subjects)
                    if (period.takes_marks() && period.key != "RETEST")
                        assessment::write_score(tx, enrolments[learner], {period.key, subject.key},
                                                Score::of(mark));
            tx.audit("test.year", "score", std::nullopt, "{}");
            return core::Expected<void>{};
        });
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(lock_store, Fixture)

BOOST_AUTO_TEST_CASE(a_locked_period_takes_only_corrections_with_a_reason_and_keeps_both_marks) {
    const Cell cell{"NOV", "reading"};
    BOOST_REQUIRE(set(cell, Score::of(450)));
    BOOST_TEST(code_of(correct(cell, Score::of(540), "slip")) == "score.not-locked");
    BOOST_REQUIRE(lock("NOV"));
    const auto refused = set(cell, Score::of(540));
    BOOST_TEST(code_of(refused) == "period.locked");
    BOOST_TEST(refused.error().fact("name") == "ខែវិច្ឆិកា");
    BOOST_TEST(code_of(correct(cell, Score::of(540), "")) == "score.no-reason");
    BOOST_TEST(code_of(correct(cell, Score::of(540), "typed the wrong way round")) == "");
    const auto entry = storage::audit_entries(database, 1).front();
    BOOST_TEST(entry.verb == "score.correct");
    BOOST_TEST(entry.change.value_or("") ==
               R"({"NOV/reading":["4.50","5.40"],"reason":[null,"typed the wrong way round"]})");
    BOOST_TEST(code_of(set({"DEC", "reading"}, Score::of(500))) == ""); // the next month is open
}

BOOST_AUTO_TEST_CASE(locking_a_semester_holds_its_months_and_examination) {
    BOOST_REQUIRE(lock("S1"));
    BOOST_TEST(code_of(set({"FEB", "reading"}, Score::of(500))) == "period.locked");
    BOOST_TEST(code_of(set({"S1-EXAM", "reading"}, Score::of(500))) == "period.locked");
    BOOST_TEST(code_of(set({"APR", "reading"}, Score::of(500))) == "");
    BOOST_TEST(code_of(lock("FEB")) == "period.locked");
    const auto with = unlock("FEB", "one month is wrong");
    BOOST_TEST(code_of(with) == "period.locked-with");
    BOOST_TEST(with.error().fact("with") == "ឆមាសទី១");
}

BOOST_AUTO_TEST_CASE(unlocking_asks_for_a_reason_and_keeps_it) {
    BOOST_TEST(code_of(unlock("NOV", "why not")) == "period.not-locked");
    BOOST_REQUIRE(lock("NOV"));
    BOOST_REQUIRE(locks().size() == 1U);
    BOOST_TEST(locks()[0].actor == "sokha");
    BOOST_TEST(code_of(unlock("NOV", "")) == "period.no-reason");
    BOOST_TEST(code_of(unlock("NOV", "the sheets came late")) == "");
    BOOST_TEST(storage::audit_entries(database, 1).front().change.value_or("") ==
               R"({"NOV":["locked",null],"reason":[null,"the sheets came late"]})");
    BOOST_TEST(locks().empty());
    BOOST_TEST(code_of(set({"NOV", "reading"}, Score::of(500))) == "");
}

BOOST_AUTO_TEST_CASE(only_an_open_class_and_a_known_period_are_locked) {
    BOOST_TEST(code_of(lock("MARCH")) == "period.unknown");
    set_status("closed");
    BOOST_TEST(code_of(lock("NOV")) == "class.not-open");
}

BOOST_AUTO_TEST_CASE(many_marks_are_written_at_once_and_taken_back_unless_changed_since) {
    const Cell reading{"NOV", "reading"};
    const Cell dictation{"NOV", "dictation"};
    BOOST_REQUIRE(set(reading, Score::of(300)));
    std::vector<ScoreChange> done;
    change([&](Transaction& tx) -> core::Expected<void> {
        ScoreWriter writer(tx, class_id);
        for (const Cell& cell : {reading, dictation})
            done.push_back(writer.set(enrolments[0], cell, Score::of(725)).value());
        BOOST_TEST(code_of(writer.set(enrolments[0], {"NOV", "science"}, Score::of(1025))) ==
                   "mark.over-maximum");
        return {};
    });
    BOOST_TEST((done[0].was == Score::of(300)));
    const auto take_back = [&](const ScoreChange& one) {
        return change([&](Transaction& tx) { return ScoreWriter(tx, class_id).take_back(one); });
    };
    BOOST_TEST(code_of(take_back(done[0])) == "");
    BOOST_TEST((assessment::load_scores(database, enrolments[0]).at(reading) == Score::of(300)));
    BOOST_REQUIRE(set(dictation, Score::of(800)));
    BOOST_TEST(code_of(take_back(done[1])) == "score.changed-since");
    BOOST_TEST((assessment::load_scores(database, enrolments[0]).at(dictation) == Score::of(800)));
}

BOOST_AUTO_TEST_CASE(a_month_that_was_not_examined_is_exempt_for_everyone_and_leaves_the_mean) {
    mark_year(0, 600);
    BOOST_REQUIRE(set({"DEC", "reading"}, Score::of(0)));
    const auto before = assessment::load_results(database, class_id, "JAN").value();
    const auto cells = change([&](Transaction& tx) { return assessment::exempt_rest(tx, class_id, "JAN"); });
    BOOST_TEST(cells.value() == 22); // the two learners without marks, eleven subjects each
    const auto after = assessment::load_results(database, class_id, "JAN").value();
    BOOST_TEST((before.rows[0].result.average == after.rows[0].result.average));
    BOOST_TEST(!after.rows[1].result.average.has_value());
    BOOST_TEST(
        change([&](Transaction& tx) { return assessment::exempt_rest(tx, class_id, "JAN"); }).value() == 0);
}

BOOST_AUTO_TEST_CASE(the_retest_is_open_to_who_failed_by_little_and_to_nobody_else) {
    mark_year(0, 450);
    mark_year(1, 390);
    const Cell cell{"RETEST", "reading"};
    BOOST_TEST(code_of(set(cell, Score::of(600), 1)) == "retest.not-open");
    BOOST_TEST(code_of(set(cell, Score::of(600), 2)) == "retest.not-open"); // no year's average yet
    BOOST_TEST(code_of(set(cell, Score::of(600), 0)) == "");
    const auto results = assessment::load_results(database, class_id).value();
    BOOST_TEST((results.rows[0].result.standing == assessment::Standing::passed_by_retest));
    BOOST_TEST((results.rows[1].result.standing == assessment::Standing::repeats));
}

BOOST_AUTO_TEST_CASE(the_years_result_counts_the_registers_days_of_absence) {
    mark_year(0, 800);
    change([&](Transaction& tx) {
        return attendance::set_marks(tx, enrolments[0], {2025y / 11 / 3, 2025y / 12 / 12},
                                     attendance::Mark::absent);
    });
    const auto result = assessment::load_results(database, class_id).value().rows[0].result;
    BOOST_TEST(result.average.value_or(0) == 800);
    BOOST_TEST((result.standing == assessment::Standing::repeats_for_absence));
    BOOST_TEST((result.verdict == assessment::Verdict::fail));
}

BOOST_AUTO_TEST_SUITE_END()
