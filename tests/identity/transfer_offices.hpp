// SPDX-License-Identifier: GPL-3.0-or-later
// Two districts in January 2026: Thma Koul (0202), where Kev Mom has been in a literacy class since November,
// and Battambang (0203), which does not know her.
#pragma once

#include "assessment/score_store.hpp"
#include "attendance/mark_store.hpp"
#include "classes/enrolment_store.hpp"
#include "identity/transfer_store.hpp"
#include "office/test_office.hpp"

namespace test {

inline constexpr core::Day day(int year, unsigned month, unsigned date) {
    return core::Day{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(date)};
}

// A literacy class, Monday to Friday, two hours, from 3 November 2025 to 27 February 2026.
classes::ClassId open_literacy(storage::Database& database, const std::string& name_km);

// A learner in it from a day on.
learners::LearnerId add_learner(storage::Database& database, learners::Learner learner, classes::ClassId in,
                                core::Day from);
classes::EnrolmentId enrol(storage::Database& database, classes::ClassId in, learners::LearnerId learner,
                           core::Day from);

// One mark in a transaction of its own, and all school days of a period taken.
void mark(storage::Database& database, classes::EnrolmentId enrolment, core::Day day, attendance::Mark mark);
void take(storage::Database& database, classes::ClassId in, attendance::Period period);
void score(storage::Database& database, classes::EnrolmentId enrolment, const char* subject,
           std::int64_t hundredths);

struct TransferOffices : World {
    TransferOffices();

    storage::Database thma_koul;
    storage::Database battambang;
    classes::ClassId class_there{}; // at Thma Koul
    learners::LearnerId mom{};      // at Thma Koul
    classes::EnrolmentId enrolled{};

    // The file's bytes, committed.
    std::string send(storage::Database& from, learners::LearnerId learner,
                     std::optional<core::Day> leave = std::nullopt);
    // Nothing of the file may be wrong.
    identity::TransferPlan plan(const storage::Database& at, const std::string& bytes);
    identity::TakenTransfer take_in(storage::Database& at, const std::string& bytes,
                                    const identity::Decision& decision = {});
    std::optional<learners::LearnerId> mom_at(const storage::Database& at);
};

// Rows of everything a transfer in may touch, for comparing before and after.
std::string rows_of_people(const storage::Database& database);

} // namespace test
