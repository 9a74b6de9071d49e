// SPDX-License-Identifier: GPL-3.0-or-later
// Rolling a school year over into the next, in one transaction; what was rolled over; and taking it back
// until somebody writes a mark in one of the new classes.
#pragma once

#include "rollover/plan.hpp"
#include "storage/transaction.hpp"

namespace rollover {

enum class RolloverId : std::int64_t {};

struct Done {
    RolloverId id{};
    std::vector<classes::ClassId> opened{};
    std::int64_t enrolled = 0;
    std::vector<learners::LearnerId> learners{}; // who were enrolled
    YearEnd end;
    Plan plan{};
};

// What make_plan says of the year as it stands now, audited as "rollover.apply", with the changeset that
// takes it back. The old classes stay as they are. Errors: those of make_plan; rollover.done-already {year,
// classes} where every class of the year was rolled over before, rollover.nothing {year} where there is none;
// those of may_enrol {class, learner}. WorldFailure "cancelled".
core::Expected<Done> roll_over(storage::Transaction& tx, const Scope& scope, const Choices& choices,
                               core::Progress& progress);

struct Summary {
    RolloverId id{};
    std::string year{};           // "2025-2026"
    std::string institution_km{}; // empty: the whole office
    std::string institution_name{};
    std::int64_t opened = 0;
    std::int64_t enrolled = 0;
    std::int64_t by_rule = 0; // learners of whom the rules were followed
    std::int64_t otherwise = 0;
    std::string actor{};
    core::Moment at{};
    std::optional<core::Moment> undone_at{};
};
// Newest first.
std::vector<Summary> list_rollovers(const storage::Database& database);

// Whom taking it back touches.
std::vector<learners::LearnerId> enrolled_by(const storage::Database& database, RolloverId id);

// Audited as "rollover.undo". Errors: rollover.unknown {id}, rollover.undone-already {id}; rollover.marked
// {classes}, in which days were taken or marks and scores written; rollover.depended-on {who, count}, new
// classes or learners that other work stands on or changed.
core::Expected<void> undo_rollover(storage::Transaction& tx, RolloverId id);

} // namespace rollover
