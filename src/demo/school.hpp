// SPDX-License-Identifier: GPL-3.0-or-later
// The centres, classes, educators and learners of a plan, written into an office file.
#pragma once

#include "classes/enrolment_store.hpp"
#include "demo/people.hpp"
#include "demo/plan.hpp"

namespace demo {

// What becomes of a learner in the class that shows every reason against an award.
enum class Fate {
    ordinary,
    unrecorded, // was there on the one day nobody recorded
    seldom,     // came too seldom
    weak,       // failed
    unexamined, // was absent from an examination
    one_unit,   // passed one unit of two
    leaver,     // left before the end
    too_late,   // joined on a last day on which the class did not meet
};

// One learner in one class, and how they come and do.
struct Student {
    classes::EnrolmentId enrolment{};
    core::Day first_day{};
    Fate fate = Fate::ordinary;
    // Absences or late arrivals in a thousand days.
    std::uint64_t misses = 50;
    // The mark they are good for, in hundredths of 10.
    int ability = 680;
    bool left = false;
};

struct RunningClass {
    ClassPlan plan;
    classes::Class taught;
    std::vector<Student> students;
};

// Codes of the villages of a district.
std::vector<std::string> district_villages(const storage::Database& database, std::string_view district);

std::vector<institutions::InstitutionId> found_centres(storage::Transaction& tx,
                                                       const std::vector<Centre>& centres);

// Opens the class with an educator of its centre, registers its learners and enrols them, most from its first
// day and some a little later.
RunningClass open_class(storage::Transaction& tx, const ClassPlan& plan,
                        institutions::InstitutionId institution, People& people);

// Takes in those who were enrolled in the class by other means, an import.
void take_in_others(const storage::Database& database, RunningClass& running);

} // namespace demo
