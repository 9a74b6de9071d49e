// SPDX-License-Identifier: GPL-3.0-or-later
// What work on many enrolments at once stands on: whether learners may join a class one after another, and
// the writing without a row of the audit chain for each.
#pragma once

#include "classes/enrolment_store.hpp"
#include "office/period_lock.hpp"

namespace classes {

// A plan and the enrolling itself ask the same.
class Joining {
  public:
    // The class must exist.
    Joining(const storage::Database& database, ClassId in);
    // The hints, and the place is taken. Errors: those of may_enrol; learner.unknown;
    // period.locked.
    core::Expected<std::vector<core::Error>> join(learners::LearnerId learner, core::Day from);

  private:
    const storage::Database& m_database;
    Class m_class;
    programmes::AgeRange m_ages;
    std::int64_t m_present;
    office::ShutDays m_shut;
};

// The learner's enrolments that have not ended, in classes that are open or not.
std::vector<Enrolment> open_enrolments_of(const storage::Database& database, learners::LearnerId learner);

// may_leave has been asked; the caller audits.
void leave_in_bulk(storage::Transaction& tx, EnrolmentId id, core::Day last_day, LeavingReason reason);

} // namespace classes
