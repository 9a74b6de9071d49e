// SPDX-License-Identifier: GPL-3.0-or-later
// Who is in which class, since when and until when: the only writer of enrolments.
#pragma once

#include "classes/class_store.hpp"
#include "classes/enrolment.hpp"
#include "office/period_lock.hpp"
#include "storage/transaction.hpp"

namespace classes {

struct Enrolled {
    EnrolmentId id{};
    // Worth saying though it was done: enrolment.age.
    std::vector<core::Error> hints;
};

// Enrols audited as "enrolment.open". Errors: those of may_enrol; learner.unknown, class.unknown {id};
// period.locked where that day or a later one is shut.
core::Expected<Enrolled> enrol(storage::Transaction& tx, ClassId in, learners::LearnerId learner,
                               core::Day from);

// The same for many learners of one class, which the caller audits as one. Within the life of this object
// nobody else enrols in the class.
class Enroller {
  public:
    // The class must exist.
    Enroller(storage::Transaction& tx, ClassId in);
    const Class& target() const { return m_class; }
    core::Expected<Enrolled> enrol(learners::LearnerId learner, core::Day from);

  private:
    storage::Transaction& m_tx;
    Class m_class;
    programmes::AgeRange m_ages;
    std::int64_t m_present;
    office::ShutDays m_shut;
};

// `last_day` is the last one in the class. Audited as "enrolment.leave". Errors: those of may_leave;
// period.locked where that day or a later one is shut.
core::Expected<void> leave(storage::Transaction& tx, EnrolmentId id, core::Day last_day,
                           LeavingReason reason);

// The id must exist.
Enrolment load_enrolment(const storage::Database& database, EnrolmentId id);
std::optional<Enrolment> find_enrolment(const storage::Database& database, EnrolmentId id);
// The learner's enrolment in the class that has not ended.
std::optional<EnrolmentId> find_open_enrolment(const storage::Database& database, ClassId in,
                                               learners::LearnerId learner);

struct ClassLearner {
    Enrolment enrolment;
    std::string number{};
    std::string name_km{};
    std::string name{};
    std::string folded_km{};
    std::string folded{};
    learners::Sex sex = learners::Sex::female;
    std::optional<core::PartialDate> born{};
};

// Everyone who was ever in the class, in the order of names; one who left and came back stands twice.
std::vector<ClassLearner> enrolments_in(const storage::Database& database, ClassId in);
std::optional<ClassLearner> find_class_learner(const storage::Database& database, EnrolmentId id);

struct LearnerClass {
    Enrolment enrolment;
    std::string name_km{};
    std::string name{};
    std::string programme{}; // the pack's key
    std::string institution_km{};
    Status status = Status::open;
};

// The classes a learner was ever in, newest first.
std::vector<LearnerClass> enrolments_of(const storage::Database& database, learners::LearnerId learner);

// Gives one learner's enrolments to another; part of a merge, which audits. Error: enrolment.open {class}
// when both are in one class now.
core::Expected<void> repoint(storage::Transaction& tx, learners::LearnerId from, learners::LearnerId to);

} // namespace classes
