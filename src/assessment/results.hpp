// SPDX-License-Identifier: GPL-3.0-or-later
// From marks to what a result sheet says, by the rules of a programme's pack. Fractions stay exact; the
// average is rounded once, and rank, grade and pass are those of the rounded average, which is what people
// see.
#pragma once

#include "assessment/score.hpp"
#include "core/ratio.hpp"
#include "programmes/pack.hpp"

#include <map>
#include <span>
#include <vector>

namespace assessment {

// Where a score stands: the keys of the pack's period and subject.
struct Cell {
    std::string period;
    std::string subject;
    friend auto operator<=>(const Cell&, const Cell&) = default;
};

// The scores of one enrolment. A cell that is not there has no mark yet.
using Scores = std::map<Cell, Score>;

enum class Verdict { pass, fail, incomplete };
std::string_view to_text(Verdict verdict);

// What the last period's result means for the learner, where the programme says so.
enum class Standing {
    none,
    promoted,
    passed_by_retest,
    retest,             // may sit the retest; until then it is a fail
    repeats,            // fails and stays in the grade
    repeats_for_absence // was absent too long, whatever the marks
};
// Empty for none.
std::string_view to_text(Standing standing);

// Absence over the whole enrolment, in half days.
struct Absences {
    int with_leave = 0;
    int without_leave = 0;
    friend bool operator==(const Absences&, const Absences&) = default;
};

struct Result {
    // Sum of mark x weight of a period that takes marks, rounded like an average to two decimals. Nothing
    // while a mark is missing, and for a period that is the mean of others.
    std::optional<Hundredths> total{};
    // As the pack rounds it, in hundredths even where it prints one decimal. Nothing while a mark is missing.
    std::optional<Hundredths> average{};
    // From 1, among the learners who have an average.
    std::optional<int> rank{};
    // Letter of the grade band, empty without an average.
    std::string grade{};
    Verdict verdict = Verdict::incomplete;
    // Of the last period, and of a retest's.
    Standing standing = Standing::none;
    friend bool operator==(const Result&, const Result&) = default;
};

// Before rounding and without the penalty for absence; nothing when a mark is missing or the learner was
// absent. An exempt subject leaves sum and divisor (a fixed divisor by its share of the maxima); a period
// from which the learner is wholly exempt leaves the mean; exempt from everything has no average. Of a retest
// only the subjects that were sat count.
std::optional<core::Ratio> average_of(const programmes::Pack& pack, std::string_view period,
                                      const Scores& scores);

// Of one learner, without a rank. `period` is a key of the pack. A passed retest makes the last period's
// result a pass, with its own average where the pack says that it replaces the other.
Result result_of(const programmes::Pack& pack, std::string_view period, const Scores& scores,
                 const Absences& absences = {});

// Whether the learner failed the last period by so little that the retest is open to them, whether or not it
// was sat.
bool may_sit_retest(const programmes::Pack& pack, const Scores& scores, const Absences& absences);

// The subjects that lack a mark in a period that takes marks, but a retest, in the pack's order, each once;
// having been absent is lacking one. They point into `pack`.
std::vector<const programmes::Subject*> subjects_without_mark(const programmes::Pack& pack,
                                                              const Scores& scores);

// Of a class, in the given order, with ranks. `absences` are those of the same learners, or none at all.
std::vector<Result> results_of(const programmes::Pack& pack, std::string_view period,
                               std::span<const Scores> learners, std::span<const Absences> absences = {});

// The last period but a retest, which gives the programme's result.
const std::string& final_period(const programmes::Pack& pack);

// A unit stands on the average of its subjects alone in the final period. The result's rank and grade are
// empty.
Result unit_result(const programmes::Pack& pack, const programmes::Unit& unit, const Scores& scores);

// With the decimals the pack prints: 613 is "6.13", "6.1" or "6".
std::string format_average(const programmes::Pack& pack, Hundredths average);

} // namespace assessment
