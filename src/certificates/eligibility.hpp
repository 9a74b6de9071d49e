// SPDX-License-Identifier: GPL-3.0-or-later
// Who of a class may be awarded, and for everyone else each reason why not, with what it has and what it
// needs.
#pragma once

#include "assessment/score_store.hpp"
#include "attendance/rate_store.hpp"
#include "certificates/award_units.hpp"
#include "programmes/pack.hpp"

#include <vector>

namespace certificates {

// The award rule of the pack over the units a learner earned: in this class, by its register and marks, and
// `elsewhere`: in other classes, years and offices or by recognition. What was earned elsewhere is not asked
// again; where that is all of it, neither is the register. Every reason stands on its own; an empty list
// means eligible. Percentages, averages and hours as "72.50":
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
//   unit.not-earned           {unit} without an average
std::vector<core::Error> reasons_against(const programmes::Pack& pack, const classes::Enrolment& enrolment,
                                         const attendance::Attendance& attendance,
                                         const assessment::Scores& scores, const assessment::Result& result,
                                         const std::vector<units::EarnedUnit>& elsewhere = {});

struct Candidate {
    classes::ClassLearner learner;
    assessment::Result result;
    std::optional<core::Ratio> rate;
    std::vector<core::Error> reasons;
    // The serial of the certificate this enrolment has already earned.
    std::optional<std::string> serial;
    // What the award rests on, or would rest on.
    std::vector<AwardUnit> units;
    // A part of the award was earned elsewhere: the result of this class is not that of the award.
    bool rests_elsewhere() const;
    bool eligible() const { return reasons.empty(); }
};

// Everyone who was in the class, in the order of names, but those entered by mistake. The class must exist.
std::vector<Candidate> load_candidates(const storage::Database& database, classes::ClassId class_id);
// The same if the whole programme had other rules. Nothing is kept.
std::vector<Candidate> load_candidates(const storage::Database& database, classes::ClassId class_id,
                                       const programmes::Pack& rules);

} // namespace certificates
