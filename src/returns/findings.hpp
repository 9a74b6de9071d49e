// SPDX-License-Identifier: GPL-3.0-or-later
// What a return's figures give rise to ask: each finding with its weight, and the cell it is about.
#pragma once

#include "core/date.hpp"
#include "core/error.hpp"
#include "returns/canonical.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace returns {

struct ReturnContent;

// A return with a blocking finding is not built, and not accepted.
enum class Weight { block, explain, hint };
std::string_view to_text(Weight weight);
std::optional<Weight> weight_from_text(std::string_view text);

struct Finding {
    Weight weight = Weight::hint;
    core::Error what; // code and facts
    ValueKey about;   // the key of the cell
    // What the office wrote about it.
    std::string explanation{};
};

// Names a finding of a period for ever, whatever its numbers become: its code and the row it is about.
// "register.not-recorded/0192f0c1-7a3e-7c11-b1a2-0123456789ab"
std::string finding_key(const Finding& finding);

// Those that must be explained and are not.
std::int64_t unexplained(const std::vector<Finding>& findings);

// Of the figures, the classes and the results:
//   figures.sum            as the layout says  {figure} parts and whole disagree
//   register.not-recorded  explain  {class, days} past school days without a register
//   results.missing        explain  {class} ended, and has no results
//   results.incomplete     hint     {class, learners} ended, and some have no result
//   class.empty            hint     {class} nobody in it in the period
//   figures.nobody         hint     nobody learned in the period
//   period.not-over        hint     {last} the period was not over on `today`
// And of what was declared (gather):
//   declared.not-in-layout     block {figure} the layout has no such figure: it would not be told
//   declared.beside-registers  hint  {institution} has learners in registers and declared ones without names
std::vector<Finding> findings_of(const ReturnContent& content, core::Day today);

// A learner's age at the period's end that hardly anybody has: hint age.unlikely {number, age}.
std::optional<Finding> age_finding(std::string_view row_key, std::string_view number, int age);

// Whether any of them stands in the way.
bool blocked(const std::vector<Finding>& findings);

} // namespace returns
