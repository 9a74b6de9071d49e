// SPDX-License-Identifier: GPL-3.0-or-later
// The one step back on a class's way from closed to issued.
#pragma once

#include "classes/class.hpp"
#include "storage/transaction.hpp"

namespace classes {

// An award list that is returned after it was approved takes its class back to closed. certificates/ audits.
void mark_returned(storage::Transaction& tx, ClassId id);

} // namespace classes
