// SPDX-License-Identifier: GPL-3.0-or-later
// How good a district's return is as data, out of a hundred, and what to mend next.
#pragma once

#include "returns/findings.hpp"
#include "returns/return_content.hpp"
#include "returns/workbook_check.hpp"

#include <string>
#include <vector>

namespace returns {

// Each part is a share of what could be known, and weighs so much of the hundred. A part of which there is
// nothing to know leaves the hundred.
struct QualityPart {
    enum class What {
        recorded,   // school days recorded, of those that are over            40
        ages,       // learners whose age is known                             20
        disability, // learners who were asked the six questions               15
        ethnicity,  // learners whose ethnicity is stated                      10
        explained   // findings to be explained that are                       15
    } what{};
    int weight = 0;
    std::int64_t has = 0;
    std::int64_t of = 0;
};

struct Quality {
    std::vector<QualityPart> parts;
    // Of a hundred, rounded; nothing where there is nothing to judge.
    std::optional<int> score{};
    // The gravest first, at most ten.
    std::vector<Finding> to_mend{};
};

// From a district's signed text and its content; `answers` are what it typed into the workbook.
Quality quality_of(const Canonical& text, const ReturnContent& content, const std::vector<Answer>& answers);

} // namespace returns
