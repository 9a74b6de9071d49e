// SPDX-License-Identifier: GPL-3.0-or-later
// Making one record of two that are one person, and taking that back: everything that points at either
// follows.
#pragma once

#include "core/expected.hpp"
#include "identity/merge_fields.hpp"
#include "identity/shared_class.hpp"
#include "storage/change.hpp"
#include "storage/transaction.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace identity {

enum class MergeId : std::int64_t {};

struct MergeChoice {
    // Nothing: default_choice().
    std::optional<FieldChoice> from_gone{};
    RegisterChoice registers{};
};

struct Merged {
    MergeId id{};
    // What changed in the kept record.
    std::vector<storage::FieldChange> changes;
};

// `gone` becomes part of `kept`. Enrolments with their marks, scores and certificates, identity numbers,
// photo, former numbers, recognitions and units from elsewhere follow; issued documents stay as they were
// issued. The number of `gone` leads to `kept` from now on. One audit row, "identity.merge". Errors, and then
// the transaction must be given up:
//   learner.unknown {text}, merge.same-record {number}
//   merge.field-unknown {text}
//   merge.class-tangled {class}    one enrolment overlaps two of the other record
//   period.locked {period, by}     both were counted in a period whose return was accepted
//   those of join_class, and of updating a learner
core::Expected<Merged> merge(storage::Transaction& tx, learners::LearnerId kept, learners::LearnerId gone,
                             const MergeChoice& choice = {});

struct MergeSummary {
    MergeId id{};
    std::string kept_number;
    std::string gone_number;
    // What the record that went was called.
    std::string gone_name_km;
    std::string gone_name;
    std::string actor;
    core::Moment at{};
    std::optional<core::Moment> undone_at;
    // The learner the kept record is today; nothing when it is not here any more.
    std::optional<learners::LearnerId> kept;
};

// Newest first.
std::vector<MergeSummary> list_merges(const storage::Database& database);

// Every row as it was before, also after later work that does not touch what the merge changed: that stays
// with the record it was done to. Audited as "identity.unmerge". Errors, and then the transaction must be
// given up: merge.unknown {merge}; merge.undone-already {merge}; merge.depended-on {who, count} names the
// later work that stands on it: another merge, a certificate issued since, a field or a mark that was changed
// again; period.locked {period, by} where both would be counted in a period whose return was accepted.
core::Expected<void> undo_merge(storage::Transaction& tx, MergeId id);

} // namespace identity
