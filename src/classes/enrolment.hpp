// SPDX-License-Identifier: GPL-3.0-or-later
// One learner in one class from a day to a day, and the rules of joining and leaving.
#pragma once

#include "classes/class.hpp"
#include "core/expected.hpp"
#include "learners/learner.hpp"

#include <span>

namespace classes {

enum class EnrolmentId : std::int64_t {};

// Why a learner left before the class ended.
enum class LeavingReason {
    dropped_out,
    moved,
    transferred,
    work,
    illness,
    marriage,
    died,
    entered_by_mistake,
    other
};
std::string_view to_text(LeavingReason reason);
std::optional<LeavingReason> leaving_reason_from_text(std::string_view text);

struct Enrolment {
    EnrolmentId id{};
    core::Uid uid{};
    learners::LearnerId learner{};
    ClassId in{};
    core::Day first_day{};
    // Both nothing: still in the class, or in it when it closed.
    std::optional<core::Day> last_day{};
    std::optional<LeavingReason> reason{};

    bool open() const { return !last_day; }
    // Whether the learner belongs to the class on that day.
    bool covers(core::Day day) const { return first_day <= day && (!last_day || day <= *last_day); }
    friend bool operator==(const Enrolment&, const Enrolment&) = default;
};

// Whether a learner may join a class from a day. `earlier` are this learner's enrolments in this class,
// `present` those who are in it now. Errors:
//   class.not-open             {status}
//   enrolment.outside-class    {day, first, last}
//   class.entry-over           {day, first} no entry after the first day
//   enrolment.open             {since} already in it
//   enrolment.overlaps         {day, until} was in it on that day
//   class.full                 {capacity}
core::Expected<void> may_enrol(const Class& in, core::Day from, std::span<const Enrolment> earlier,
                               std::int64_t present);

// Whether an enrolment may end on a day, the last one in the class. Errors: class.not-open {status};
// enrolment.left {until}; enrolment.outside-class {day, first, last}.
core::Expected<void> may_leave(const Class& in, const Enrolment& enrolment, core::Day last_day);

// A learner younger or older than the programme is meant for: hint enrolment.age {age, from, to}, never a
// refusal.
std::optional<core::Error> age_hint(const programmes::AgeRange& meant,
                                    const std::optional<core::PartialDate>& born, core::Day on);

} // namespace classes
