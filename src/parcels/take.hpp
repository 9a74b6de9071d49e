// SPDX-License-Identifier: GPL-3.0-or-later
// Writes what a plan found, each row by the room it belongs to. Inside parcels only; the caller audits the
// parcel.
#pragma once

#include "parcels/plan.hpp"
#include "storage/transaction.hpp"

namespace parcels {

// Of a district's parcel in an institution's file.
core::Expected<void> take_rows(storage::Transaction& tx, const Plan& plan);

// Of an institution's answer in the district's file.
core::Expected<void> take_answers(storage::Transaction& tx, const Plan& plan);

} // namespace parcels
