// SPDX-License-Identifier: GPL-3.0-or-later
// What to follow up: registers nobody wrote, and learners who come too seldom, stay away several days in a
// row or are absent more than their programme allows. Each list is in the order of the classes' and learners'
// names unless it says otherwise.
#pragma once

#include "attendance/absence.hpp"
#include "attendance/counted_class.hpp"
#include "classes/enrolment_store.hpp"

namespace attendance {

// How a list names a class.
struct ClassHeading {
    classes::ClassId id{};
    std::string name_km;
    std::string name;
    institutions::InstitutionId institution{};
    std::string institution_km;
    std::string institution_name;
};

struct NotRecorded {
    ClassHeading in;
    std::vector<core::Day> days; // school days of the period that have come
};
std::vector<NotRecorded> find_not_recorded(const storage::Database& database, const Scope& scope,
                                           core::Progress& progress);

// Whose rate in the period is under the least their programme asks, lowest first.
struct LowRate {
    ClassHeading in;
    classes::ClassLearner learner;
    Tally tally;
    core::Ratio rate;
    core::Ratio minimum;
};
std::vector<LowRate> find_low_rates(const storage::Database& database, const Scope& scope,
                                    core::Progress& progress);

// At least `least` days absent one after the other, of which one lies in the period; the days before and
// after the period that belong to them are counted too. Longest first.
struct LongAbsence {
    ClassHeading in;
    classes::ClassLearner learner;
    AbsenceRun run;
};
inline constexpr int usual_days_in_a_row = 3;
std::vector<LongAbsence> find_long_absences(const storage::Database& database, const Scope& scope, int least,
                                            core::Progress& progress);

// More days absent in the period, which is a school year, than the programme allows. What a learner missed in
// other classes of the programme counts too; the row stands in the newest of them, and is left out where that
// class is not in the scope. Most days first.
struct OverLimit {
    ClassHeading in;
    classes::ClassLearner learner;
    core::Ratio permission; // days absent
    core::Ratio absent;
    std::optional<int> most_permission; // what the programme allows
    std::optional<int> most_absent;
};
std::vector<OverLimit> find_over_limits(const storage::Database& database, const Scope& scope,
                                        core::Progress& progress);

} // namespace attendance
