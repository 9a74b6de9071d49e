// SPDX-License-Identifier: GPL-3.0-or-later
// A file that holds a sample's records is a sample itself.
#pragma once

#include "storage/transaction.hpp"

namespace office {

// From now on its documents carry the overprint, and its keys are a sample's. Audited.
void mark_sample(storage::Transaction& tx);

} // namespace office
