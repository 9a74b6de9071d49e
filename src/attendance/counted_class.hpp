// SPDX-License-Identifier: GPL-3.0-or-later
// Many classes of an office, one after the other, each with what its learners are counted by.
#pragma once

#include "attendance/class_days.hpp"
#include "core/progress.hpp"

#include <functional>

namespace attendance {

// Which classes: all those with a day in the period, or one, or those of an institution.
struct Scope {
    Period period;
    std::optional<classes::ClassId> in{};
    std::optional<institutions::InstitutionId> institution{};
    // Leaves out classes that are closed; one that is asked for by `in` never is.
    bool open_only = false;
};

struct CountedClass {
    classes::Class taught;
    std::string programme; // the pack's key
    programmes::AttendanceRule rule;
    std::string institution_km;
    std::string institution_name;
    std::optional<std::string> village_code; // of the institution
    // The days that both the period and the class have.
    Period period;
    ClassDays days;

    Worths worths() const { return {rule.late_present, rule.half_day_present}; }
};

// In the order of their names. Packs and holidays are read once for all. Reports classes done; throws
// WorldFailure "cancelled".
void each_class(const storage::Database& database, const Scope& scope, core::Progress& progress,
                const std::function<void(const CountedClass&)>& look);

} // namespace attendance
