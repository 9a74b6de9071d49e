// SPDX-License-Identifier: GPL-3.0-or-later
// The keys by which other offices are known here: the only writer of pinned_key.
#pragma once

#include "office/signing.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <string>

namespace office {

std::optional<PublicKey> pinned_key(const storage::Database& database, const std::string& office);

// The key by which the office is known from now on, unless one is pinned already. Audited as "key.pin".
void pin_key(storage::Transaction& tx, const std::string& office, const PublicKey& key);

} // namespace office
