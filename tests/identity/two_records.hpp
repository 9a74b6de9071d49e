// SPDX-License-Identifier: GPL-3.0-or-later
// A district with two literacy classes, and what a test needs to put people into them.
#pragma once

#include "assessment/score_store.hpp"
#include "attendance/mark_store.hpp"
#include "classes/enrolment_store.hpp"
#include "identity/merge.hpp"
#include "learners/learner_store.hpp"
#include "storage/test_file.hpp"

#include <string>

namespace test {

struct TwoRecords : World {
    TwoRecords();

    // Runs and commits; what `work` returns.
    template<typename Work>
    auto change(Work work) {
        storage::Transaction tx(database, {"sokha"});
        auto result = work(tx);
        tx.commit();
        return result;
    }

    learners::LearnerId add(const learners::Learner& learner);
    learners::LearnerId add(std::string name_km, std::string name = {}, std::string_view born = "2008-04-12");
    classes::EnrolmentId enrol(learners::LearnerId who, classes::ClassId in, unsigned november_day = 3);
    void mark(classes::EnrolmentId who, unsigned november_day, attendance::Mark mark);
    void score(classes::EnrolmentId who, std::string subject, int hundredths);
    learners::Learner load(learners::LearnerId id) const { return learners::load_learner(database, id); }

    // Merges and commits when it could be done.
    core::Expected<identity::Merged> merge(learners::LearnerId kept, learners::LearnerId gone,
                                           const identity::MergeChoice& choice = {});
    core::Expected<void> undo(identity::MergeId id);

    storage::Database database;
    classes::ClassId morning{};
    classes::ClassId evening{};
};

core::Day november(unsigned day);

// Every row of every table but the audit chain, counters of numbers and the histories, as text.
std::string digest_of(const storage::Database& database);

} // namespace test
