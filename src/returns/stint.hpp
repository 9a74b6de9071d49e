// SPDX-License-Identifier: GPL-3.0-or-later
// One learner's time in one class within the month, with what the figures are broken down by.
#pragma once

#include "classes/enrolment.hpp"
#include "learners/learner.hpp"

#include <cstdint>
#include <optional>

namespace returns {

struct Stint {
    learners::LearnerId learner{};
    classes::EnrolmentId enrolment{};
    // The places of the programme and the stated ethnicity in the lists that came with the stints.
    std::uint32_t programme = 0;
    std::optional<std::uint32_t> ethnicity{};
    core::Day first_day{};
    std::optional<core::Day> last_day{};
    std::optional<classes::LeavingReason> reason{};
    core::Sex sex = core::Sex::female;
    std::optional<std::uint32_t> age_band{};
    std::optional<bool> disability{};
    std::optional<learners::EquityLevel> equity{};
};

} // namespace returns
