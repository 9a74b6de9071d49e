// SPDX-License-Identifier: GPL-3.0-or-later
// The signed key lists in the office file: those taken from other offices, and the one this office signed
// last. The only writer of key_list, listed_key and revoked_serial.
#pragma once

#include "office/key_list.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace office {

// How a list stands to the one of its office that is here.
enum class ListOrder { first, newer, same, older };
std::string_view to_text(ListOrder order);

// Takes the first or a newer list of another office; the first one pins its signer's key where none is known.
// The same list or an older one changes nothing. Audited as "keys.take". Errors, and nothing is written:
// keys.sample; keys.own {office}; keys.other-signer {office, known, found} when another key than the known
// one signed; keys.two-of-one-number {office, counter} when two lists bear one number.
core::Expected<ListOrder> take_key_list(storage::Transaction& tx, const SignedKeyList& signed_list);

// The office's own list as it was signed last.
std::optional<SignedKeyList> own_key_list(const storage::Database& database, const std::string& own_code);
// Audited as "keys.sign".
void keep_own_key_list(storage::Transaction& tx, const SignedKeyList& signed_list);

// Those taken, by their offices' codes.
std::vector<SignedKeyList> taken_key_lists(const storage::Database& database, const std::string& own_code);

// What a taken list says became of the serial.
std::optional<RevokedSerial> find_revoked(const storage::Database& database, const std::string& serial);
// The day of the newest list that says by which keys the office is known.
std::optional<core::Day> listed_on(const storage::Database& database, const std::string& office);

} // namespace office
