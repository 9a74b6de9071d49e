// SPDX-License-Identifier: GPL-3.0-or-later
// The keys under which records that may be one person meet.
#pragma once

#include "identity/person.hpp"

#include <cstdint>
#include <vector>

namespace identity {

using BlockKey = std::uint64_t;

// Sorted, none twice. Records of one person share at least one unless several things went wrong at once.
std::vector<BlockKey> block_keys(const Person& person);

} // namespace identity
