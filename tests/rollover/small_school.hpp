// SPDX-License-Identifier: GPL-3.0-or-later
// A primary school whose year ends: a first, a second and a sixth grade, and beside them a literacy class of
// a pagoda, all from November 2025 to February 2026 with every school day taken; today is 1 September 2026.
#pragma once

#include "assessment/score_store.hpp"
#include "attendance/mark_store.hpp"
#include "certificates/eligibility.hpp"
#include "rollover/rollover_store.hpp"
#include "storage/office_world.hpp"

namespace test {

struct SmallSchool : OfficeWorld {
    SmallSchool();

    classes::ClassId first_grade{};
    classes::ClassId second_grade{};
    classes::ClassId sixth_grade{};
    classes::ClassId literacy{};
    institutions::InstitutionId school{};
    institutions::InstitutionId pagoda{};
    staff::EducatorId teacher{};

    classes::ClassId open(const std::string& name_km, const std::string& name, std::string_view programme,
                          std::optional<std::string> level, institutions::InstitutionId at);
    // A woman of that name in a class, with one mark in every subject and period; none: no marks.
    classes::EnrolmentId add(classes::ClassId in, const std::string& name,
                             std::optional<int> hundredths = 800);
    classes::EnrolmentId enrol(classes::ClassId in, learners::LearnerId learner,
                               std::optional<int> hundredths = 800);
    learners::LearnerId learner_of(classes::EnrolmentId enrolment) const;
    // Without permission, in December and January.
    void absent_two_months(classes::EnrolmentId enrolment);
    void leave(classes::EnrolmentId enrolment, classes::LeavingReason reason);
    void close(classes::ClassId id);

    rollover::Scope scope() const;
    rollover::YearEnd end();
    rollover::Plan plan(const rollover::Choices& choices = {});
    core::Expected<rollover::Done> roll_over(const rollover::Choices& choices = {});
    core::Expected<rollover::Done> roll_over(const rollover::Scope& scope, const rollover::Choices& choices);
    core::Expected<void> undo(rollover::RolloverId id);

    // "Decision into CLASS" of a learner by Latin name; several lines apart by "; ".
    std::string fate(const std::string& name, const rollover::Choices& choices = {});
    // The Latin names of the next year's classes in the file, in order, with their learners' names.
    std::string next_year() const;
};

} // namespace test
