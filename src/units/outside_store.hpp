// SPDX-License-Identifier: GPL-3.0-or-later
// Units that other offices tell of, worked out of their chapters by identity/, which takes those in: so that
// award lists find them. The only writer of its tables.
#pragma once

#include "storage/transaction.hpp"
#include "units/earned.hpp"

#include <map>

namespace units {

// What an office tells of the learner it knows as `told`: takes the place of all it told before. The caller
// audits. Each of `earned` has its office.
void keep_outside(storage::Transaction& tx, learners::LearnerId learner, const OtherOffice& office,
                  const core::Uid& told, const std::vector<EarnedUnit>& earned);

// With their ids, by which changesets name them; of two tellings of one the first.
struct OutsideUnit {
    std::int64_t id = 0;
    EarnedUnit earned;
};
std::vector<OutsideUnit> outside_units(const storage::Database& database, learners::LearnerId learner);
std::map<learners::LearnerId, std::vector<OutsideUnit>> outside_units_in(const storage::Database& database,
                                                                         classes::ClassId class_id);

} // namespace units
