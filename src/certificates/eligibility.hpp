// SPDX-License-Identifier: GPL-3.0-or-later
// Who of a class may be awarded, and for everyone else each reason why not, with what it has and what it
// needs.
#pragma once

#include "assessment/score_store.hpp"
#include "attendance/rate_store.hpp"
#include "programmes/pack.hpp"

#include <vector>

namespace certificates {

// The award rule of the pack over one learner's register and marks. Every reason stands on its own; an empty
// list means eligible. Percentages, averages and hours as "72.50":
//   enrolment.left            {until} before the class ended
//   attendance.not-recorded   {days} school days nobody recorded
//   attendance.none           no day was taken
//   attendance.below          {has, needs} of the rate
//   hours.below               {has, needs}
//   scores.missing            {subjects}
//   average.below             {has, needs}
//   absence.over-limit        {without, with, limit_without, limit_with} in days
//   award.none                {programme} gives no certificate
//   unit.missing              {unit, has, needs} for a unit that is not the whole programme
std::vector<core::Error> reasons_against(const programmes::Pack& pack, const classes::Enrolment& enrolment,
                                         const attendance::Attendance& attendance,
                                         const assessment::Scores& scores, const assessment::Result& result);

struct Candidate {
    classes::ClassLearner learner;
    assessment::Result result;
    std::optional<core::Ratio> rate;
    std::vector<core::Error> reasons;
    // The serial of the certificate this enrolment has already earned.
    std::optional<std::string> serial;
    bool eligible() const { return reasons.empty(); }
};

// Everyone who was in the class, in the order of names, but those entered by mistake. The class must exist.
std::vector<Candidate> load_candidates(const storage::Database& database, classes::ClassId class_id);

} // namespace certificates
