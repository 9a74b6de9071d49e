// SPDX-License-Identifier: GPL-3.0-or-later
// What the registers know of a period, before anything of it is counted: its classes, who was in them, who
// taught them.
#pragma once

#include "assessment/results.hpp"
#include "classes/class_store.hpp"
#include "classes/enrolment.hpp"
#include "returns/layout.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace returns {

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

// A class that runs on a day of the period.
struct ClassFacts {
    std::string programme; // the pack's key
    Wording programme_name;
    std::string level; // the pack's key, or empty
    Wording level_name;
    std::size_t level_place = 0; // among the pack's
    std::string institution;     // its uid
    Wording institution_name;
    institutions::Kind kind = institutions::Kind::clc;
    std::optional<institutions::Site> site{};
    LearnerDays days;
    LearnerDays days_female;
};

// One learner's time in one class within the period, with what the figures are broken down by.
struct Stint {
    learners::LearnerId learner{};
    classes::EnrolmentId enrolment{};
    std::uint32_t class_at = 0; // in Facts::classes
    core::Day first_day{};
    std::optional<core::Day> last_day{};
    std::optional<classes::LeavingReason> reason{};
    core::Sex sex = core::Sex::female;
    std::optional<std::uint32_t> age_band{};  // in Layout::bands
    std::optional<std::uint32_t> ethnicity{}; // in Facts::ethnicities
    std::optional<bool> disability{};
    std::optional<learners::EquityLevel> equity{};
    // Of a class that ended in the period, for who was in it to the end.
    std::optional<assessment::Verdict> verdict{};
    assessment::Standing standing = assessment::Standing::none;
    std::optional<std::uint32_t> grade{}; // in Facts::letters
    core::Day ended{};                    // the class; for the latest result
    bool awarded = false;                 // a certificate of this enrolment is dated within the period
};

struct EducatorFacts {
    core::Sex sex = core::Sex::female;
    staff::Contract contract = staff::Contract::contract;
    std::vector<std::uint32_t> classes; // in Facts::classes, at least one
};

struct Facts {
    ReturnPeriod period;
    Layout layout;
    std::vector<ClassFacts> classes; // in the order of names
    std::vector<Stint> stints{};
    std::vector<EducatorFacts> educators{};
    std::vector<std::string> ethnicities{};
    std::vector<std::string> letters{}; // of all grades, best first
};

} // namespace returns
