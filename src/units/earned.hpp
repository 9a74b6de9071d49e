// SPDX-License-Identifier: GPL-3.0-or-later
// A unit that a learner earned, wherever and however; and which units the result of one class earns.
#pragma once

#include "assessment/results.hpp"
#include "attendance/rate_store.hpp"
#include "core/uid.hpp"

#include <optional>
#include <string>
#include <vector>

namespace units {

using programmes::Wording;

// By the result of a class, or by recognition of prior learning.
enum class Way { result, recognition };
std::string_view to_text(Way way);
std::optional<Way> way_from_text(std::string_view text);

// An office other than this one.
struct OtherOffice {
    core::Uid uid{};
    std::string code;
    std::string name_km;
    std::string name;
    friend bool operator==(const OtherOffice&, const OtherOffice&) = default;
};

struct SubjectMark {
    Wording subject;
    std::string mark; // as results print it
    friend bool operator==(const SubjectMark&, const SubjectMark&) = default;
};

// What a result earned.
struct Marks {
    programmes::Hundredths average = 0;
    std::string average_text; // as the programme prints it
    std::string grade;        // a letter of the programme's bands
    std::vector<SubjectMark> subjects;
    friend bool operator==(const Marks&, const Marks&) = default;
};

// Where a result was earned.
struct Taught {
    std::string class_km;
    std::string class_name;
    std::string institution_km;
    std::string institution_name;
    friend bool operator==(const Taught&, const Taught&) = default;
};

struct EarnedUnit {
    std::string programme; // its key
    Wording programme_name;
    std::string level; // a key of the pack's levels, or empty
    std::string unit;  // its key
    Wording name;
    Way way = Way::result;
    core::Uid source{}; // the enrolment's or the recognition's
    core::Day earned_on{};
    std::optional<Marks> marks{};   // none by recognition, and where no marks are given
    std::optional<Taught> taught{}; // none by recognition
    std::optional<OtherOffice> office{};
    std::optional<int> hours{};
    std::optional<programmes::Hundredths> credits{};
    std::optional<int> cqf_level{};
    // Elsewhere: that office has given its certificate of the programme, which is in force.
    bool awarded = false;
    // Earned by staying to the end of a course without marks: of that course alone, not of another in the
    // same programme.
    bool of_course() const { return way == Way::result && !marks; }
    friend bool operator==(const EarnedUnit&, const EarnedUnit&) = default;
};

// One learner in one class, whose marks no longer change: it was closed, or the learner left it.
struct ClassWork {
    core::Uid enrolment{};
    std::string level;
    core::Day last_day{}; // the learner's in it
    bool left = false;    // before its end
    const assessment::Scores& scores;
    const attendance::Attendance& attendance;
    Taught taught;
};

// Whether a unit is the whole programme under another name: then the programme's own result speaks for it.
bool whole_programme(const programmes::Pack& pack, const programmes::Unit& unit);

// The units of the pack, at its level, that the class earned. Its attendance rule must be met; a unit then
// stands on the marks of its subjects, or all of them on a retest that was passed. A unit without subjects
// is earned by staying to the end.
std::vector<EarnedUnit> earned_by(const programmes::Pack& pack, const ClassWork& work);

// A unit of the pack as it is recognised.
EarnedUnit recognised(const programmes::Pack& pack, const std::string& level, const programmes::Unit& unit,
                      const core::Uid& recognition, core::Day on);

// Oldest first, each unit of a programme's level once: as it was earned first. Courses without marks stand
// each for itself.
std::vector<EarnedUnit> first_of_each(std::vector<EarnedUnit> earned);

// Whether a unit earned at one level of a programme counts for a class at another: where the programme has
// one level at most, it always does. That of a course counts for no other class.
bool counts_at(const programmes::Pack& pack, std::string_view class_level, const EarnedUnit& earned);

} // namespace units
