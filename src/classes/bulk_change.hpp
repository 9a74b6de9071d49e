// SPDX-License-Identifier: GPL-3.0-or-later
// Many learners enrolled, moved or leaving at once: planned first, so that a person sees of each what will
// happen and why not, written in one transaction, and taken back as a whole.
#pragma once

#include "classes/enrolment_store.hpp"

namespace classes {

enum class BulkKind { enrol, move, leave };
std::string_view to_text(BulkKind kind);
std::optional<BulkKind> bulk_kind_from_text(std::string_view text);

struct BulkRequest {
    BulkKind kind = BulkKind::enrol;
    std::vector<learners::LearnerId> learners{}; // one who stands twice is taken once
    // Whom a move or a leave takes out of which class; nothing: each out of the one class they are in.
    std::optional<ClassId> from{};
    std::optional<ClassId> to{}; // of enrolling and moving
    // The first day in the new class: a move's last day in the old one is the day before. Of a leave, the
    // last day.
    core::Day day{};
    LeavingReason reason = LeavingReason::dropped_out; // of a leave; a move is `transferred`
};

struct BulkLine {
    learners::LearnerId learner{};
    std::string number{};
    std::string name_km{};
    std::string name{};
    // What a move or a leave ends.
    std::optional<Enrolment> ended{};
    // Why nothing happens: the errors of may_enrol and may_leave; learner.unknown; enrolment.none, in no
    // class (of that name) now; enrolment.several {classes}, in more than one.
    std::optional<core::Error> refusal{};
    std::vector<core::Error> hints{};
};

struct BulkPlan {
    std::vector<BulkLine> lines{}; // in the order asked for
    std::int64_t possible() const;
};

// What apply_bulk would do, without writing. The classes must exist.
BulkPlan plan_bulk(const storage::Database& database, const BulkRequest& request);

enum class BulkId : std::int64_t {};

struct BulkDone {
    BulkId id{};
    BulkPlan plan{};
    std::vector<EnrolmentId> enrolled{}; // of those who joined, in the order of the plan's lines
};

// Does what plan_bulk says for those it is possible for, with one audit row "bulk.enrol" (.move, .leave) and
// the changeset that takes it back. Error: bulk.nobody.
core::Expected<BulkDone> apply_bulk(storage::Transaction& tx, const BulkRequest& request);

struct BulkSummary {
    BulkId id{};
    BulkKind kind = BulkKind::enrol;
    std::int64_t learners = 0;
    std::string from_km{}; // empty: each their own
    std::string from{};
    std::string to_km{};
    std::string to{};
    core::Day day{};
    std::optional<LeavingReason> reason{};
    std::string actor{};
    core::Moment at{};
    std::optional<core::Moment> undone_at{};
};

// Newest first.
std::vector<BulkSummary> list_bulk(const storage::Database& database);

// Whom it touched, in no order.
std::vector<learners::LearnerId> touched_by(const storage::Database& database, BulkId id);

// Audited as "bulk.undo". Errors: bulk.unknown, bulk.undone-already {id}; bulk.depended-on {who, count},
// those of whom later work speaks: marks, scores, certificates, an approved list, or a later enrolment;
// class.not-open {status, class}; class.full {capacity, class}, when their places were taken.
core::Expected<void> undo_bulk(storage::Transaction& tx, BulkId id);

} // namespace classes
