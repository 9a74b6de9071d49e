// SPDX-License-Identifier: GPL-3.0-or-later
// An award list as another file of ours tells it: a district's in an institution's file, and back.
#pragma once

#include "certificates/award_list.hpp"
#include "certificates/scan.hpp"
#include "storage/transaction.hpp"

#include <map>

namespace certificates {

// The list of that uid, if it is here.
std::optional<AwardList> find_list(const storage::Database& database, const core::Uid& uid);

// Of what is told, the steps that are not here. Errors: award-list.other-history {class} when what is told
// and what is here went different ways, or the lines differ.
core::Expected<std::vector<ListStep>> steps_not_here(const storage::Database& database,
                                                     const AwardList& told);

// The signed papers of steps, by the steps' places in the list.
using StepScans = std::map<std::size_t, Scan>;

// The list and those steps, in order, each with its scan where one is told; the approval in force and the
// class follow. `told.class_id` is the class here. Each step is audited. Errors as steps_not_here.
core::Expected<void> take_list(storage::Transaction& tx, const AwardList& told, const StepScans& scans);

} // namespace certificates
