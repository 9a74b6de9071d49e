// SPDX-License-Identifier: GPL-3.0-or-later
#include "classes/merging.hpp"

#include "classes/enrolment_store.hpp"

#include <algorithm>

namespace classes {
namespace {

constexpr std::string_view select_shared = R"sql(
SELECT a.class_id, a.id, b.id
FROM enrolment a
JOIN enrolment b ON b.class_id = a.class_id AND b.learner_id = ?2
    AND (b.last_day IS NULL OR b.last_day >= a.first_day) AND (a.last_day IS NULL OR a.last_day >= b.first_day)
WHERE a.learner_id = ?1 AND coalesce(a.leaving_reason, '') <> 'entered_by_mistake'
    AND coalesce(b.leaving_reason, '') <> 'entered_by_mistake'
ORDER BY a.class_id, a.id, b.id)sql";

constexpr std::string_view change_days = R"sql(
UPDATE enrolment SET first_day = ?2, last_day = ?3, leaving_reason = ?4 WHERE id = ?1)sql";

std::optional<std::string_view> text_of(const std::optional<LeavingReason>& reason) {
    return reason ? std::optional{to_text(*reason)} : std::nullopt;
}

} // namespace

std::vector<SharedEnrolment> shared_enrolments(const storage::Database& database, learners::LearnerId kept,
                                               learners::LearnerId gone) {
    std::vector<SharedEnrolment> shared;
    storage::Statement row = database.query(select_shared, kept, gone);
    while (row.step())
        shared.push_back({row.get<ClassId>(0), row.get<EnrolmentId>(1), row.get<EnrolmentId>(2)});
    return shared;
}

void join_enrolments(storage::Transaction& tx, EnrolmentId kept_id, EnrolmentId gone_id) {
    const Enrolment kept = load_enrolment(tx.database(), kept_id);
    const Enrolment gone = load_enrolment(tx.database(), gone_id);
    const bool ends_as_gone = kept.last_day && (!gone.last_day || *gone.last_day > *kept.last_day);
    const Enrolment& ends = ends_as_gone ? gone : kept;
    // First, so that no moment has two open ones of a learner.
    tx.run(change_days, gone_id, gone.first_day, gone.first_day, to_text(LeavingReason::entered_by_mistake));
    tx.run(change_days, kept_id, std::min(kept.first_day, gone.first_day), ends.last_day,
           text_of(ends.reason));
}

} // namespace classes
