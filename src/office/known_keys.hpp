// SPDX-License-Identifier: GPL-3.0-or-later
// By which keys offices are known here: this one by its own; another by the one pinned when it was first met,
// or by those that a signed list gives, which take the pin's place.
#pragma once

#include "office/key_list.hpp"
#include "office/key_store.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace office {

// The office's own keys, oldest first.
std::vector<OwnKey> own_keys(const storage::Database& database);

// The key by which the office is known from now on, unless one is pinned already. Audited as "key.pin".
void pin_key(storage::Transaction& tx, const std::string& office, const PublicKey& key);
std::optional<PublicKey> pinned_key(const storage::Database& database, const std::string& office);
// By the office's code; without days, for a pin has none.
std::vector<ListedKey> pinned_keys(const storage::Database& database);

// Every key the office may sign with: those of the lists that name it, else its pin; empty where it is a
// stranger.
std::vector<ListedKey> known_keys(const storage::Database& database, const std::string& office);

} // namespace office
