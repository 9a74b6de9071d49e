// SPDX-License-Identifier: GPL-3.0-or-later
// What looks odd in a class's marks and may be a slip of the pen: to be looked at, never in the way of
// anything.
#pragma once

#include "assessment/class_results.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace assessment {

struct Hint {
    // hint.mark-far {subject, mark, others}   far from the learner's other marks (their median), as shares of
    //                                         the maxima: two fifths or more
    // hint.all-equal {mark}                   a learner of one mark in every subject, four at least
    // hint.same-for-all {subject, mark}       everyone has one mark in a subject, five at least
    // hint.class-far {is, before, was}        the class's mean is a fifth of the maximum or more from that of
    //                                         the period before
    core::Error what;
    std::optional<std::size_t> row{}; // of the results; nothing for the class as a whole
    std::string subject{};            // its key, or empty
};

// Of the results' period; a period that is the mean of others has none. First the class, then the subjects,
// then the learners in their order.
std::vector<Hint> hints_of(const ClassResults& results);

} // namespace assessment
