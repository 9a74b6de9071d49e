// SPDX-License-Identifier: GPL-3.0-or-later
// A school year's classes as they stand at its end: who is in them with which result, and what is not done
// yet. Read once; plans are made from it.
#pragma once

#include "certificates/eligibility.hpp"
#include "classes/class_store.hpp"
#include "core/progress.hpp"
#include "core/school_year.hpp"
#include "programmes/pack.hpp"

#include <set>
#include <vector>

namespace rollover {

struct Scope {
    core::SchoolYear year;
    std::optional<institutions::InstitutionId> institution{}; // nothing: the whole office
};

struct YearClass {
    classes::Class taught;
    std::string programme{}; // the pack's key
    std::string institution_km{};
    std::string institution_name{};
    std::vector<programmes::Level> levels{}; // of its pack
    // Whom the year's end asks about, in the order of names: who is in it, and who left for no other class.
    std::vector<certificates::Candidate> learners{};
    // What is not done yet, nothing of which stands in the way:
    //   rollover.class-open        its results are those of today
    //   class.days-not-recorded, class.days-to-come   as certificates::findings_of
    //   rollover.marks-missing     {learners, who} cannot get an average
    //   rollover.retests-open      {learners, who} may sit the retest
    //   rollover.awards-unissued   {learners, who} may be awarded and have no certificate
    //   rollover.level-missing     where the programme has several levels and the class none
    std::vector<core::Error> findings{};
};

// Of next year, opened before: learners go into it rather than into another of its kind.
struct OpenedClass {
    classes::Class taught;
    std::string programme{};
    std::set<learners::LearnerId> learners{}; // who are in it already
};

struct YearEnd {
    Scope scope;
    core::Day today{};
    std::vector<YearClass> classes{}; // in the order of their names
    // The Khmer names of those that were rolled over before.
    std::vector<std::string> done{};
    std::vector<OpenedClass> opened{};
};

// The classes that began in the year and were not rolled over. Reports classes done; throws WorldFailure
// "cancelled".
YearEnd gather(const storage::Database& database, const Scope& scope, core::Progress& progress);

// The years in which classes began, newest first.
std::vector<core::SchoolYear> years_with_classes(const storage::Database& database);
// The one whose end is worked at on a day: until four months into the next it is still the last.
core::SchoolYear usual_year(const storage::Database& database, core::Day today);

} // namespace rollover
