// SPDX-License-Identifier: GPL-3.0-or-later
// A file that holds a sample's records is a sample itself.
#pragma once

#include "storage/transaction.hpp"

#include <string_view>

namespace office {

// Who wrote what a sample district holds from the start, in its record.
inline constexpr std::string_view sample_maker = "sample";

// From now on its documents carry the overprint, and its keys are a sample's. Audited.
void mark_sample(storage::Transaction& tx);

} // namespace office
