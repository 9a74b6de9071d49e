// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of a return, each total and female: how many learned, came and left in a month, and who they
// are.
#pragma once

#include "assessment/class_results.hpp"
#include "core/ratio.hpp"
#include "returns/age_bands.hpp"
#include "returns/stint.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace returns {

using assessment::Count;

// Learner-days on which the register was taken, and how much of them the learners were present: thousandths
// of a day, since half-days and lateness count as their programme says.
struct LearnerDays {
    std::int64_t taken = 0;
    std::int64_t present_thousandths = 0;

    LearnerDays& operator+=(const LearnerDays& other);
    // "72.50", in percents; empty when no day was taken.
    std::string rate() const;
    friend bool operator==(const LearnerDays&, const LearnerDays&) = default;
};

// Of one programme, or of all together. `counts` holds people, each once however many classes they are in:
//   learners                  in a class on a day of the month; what all the following break down
//   at-start, new, left, at-end          left:moved … by reason
//   age:15-17 …, age:unknown             on the last day of the month
//   disability:yes, disability:not-asked
//   equity:1, equity:2
//   ethnicity:ព្នង …, ethnicity:not-stated
// Keys that count nobody are left out.
struct Figures {
    std::int64_t classes = 0;
    std::map<std::string, Count, std::less<>> counts;
    LearnerDays days;
    LearnerDays days_female;

    Count count(std::string_view key) const;
    Figures& operator+=(const Figures& other);
    friend bool operator==(const Figures&, const Figures&) = default;
};

// What the numbers in a Stint stand for.
struct StintLists {
    std::size_t programmes = 0;
    std::vector<std::string> ethnicities;
    const AgeBands* bands = nullptr;
};

// The people among the stints of a month, by programme and in all: as many as programmes, and one more. A
// person new to one programme may not be new in all. Classes and days are the caller's to add.
std::vector<Figures> figures_of(std::span<const Stint> stints, const StintLists& lists, core::Month month);

// Where a count's sum does not hold: the parts of learners, of left, at-start + new, at-end + left; more
// women than people. The keys at fault.
std::vector<std::string> broken_sums(const Figures& figures);

} // namespace returns
