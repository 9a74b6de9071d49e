// SPDX-License-Identifier: GPL-3.0-or-later
// The returns a province received and what it decided on each: the only writer of received_return.
#pragma once

#include "office/known_keys.hpp"
#include "returns/received.hpp"
#include "returns/return_check.hpp"
#include "storage/transaction.hpp"

#include <string>
#include <vector>

namespace returns {

// Keeps a file that was not here yet; audited as "return.receive". A version that the accepted one outranks
// is kept as replaced.
ReceivedId keep_received(storage::Transaction& tx, const ReceivedReturn& one, const CheckedFile& file);
// What a map made of an unsigned file that is here; it waits for a decision from now on. Audited as
// "return.read-as".
void keep_reading(storage::Transaction& tx, ReceivedId id, const ReceivedReturn& one,
                  const CheckedFile& file);
std::optional<ReceivedId> find_by_digest(const storage::Database& database, const office::Digest& digest);

using office::pin_key;
using office::pinned_key;

// From now on this is the office's return of its period; one accepted before is replaced, and so is every
// earlier version that waits for a decision: an older one never takes a newer one's place, in whatever order
// they come. Remarks that wait go with the decision. Audited as "return.accept". Errors: return.unknown {id};
// return.not-acceptable {verdict}; sample.key past set-up; return.blocked {count}; return.older {accepted}
// when a later version is the accepted one; return.signed-counts {accepted} when an unsigned one would take
// the place of a signed one.
core::Expected<void> accept(storage::Transaction& tx, ReceivedId id);

// With the remarks that wait. Audited as "return.reject". Errors: return.unknown {id}; return.no-reason;
// written.too-long {most}.
core::Expected<void> reject(storage::Transaction& tx, ReceivedId id, const std::string& reason);

std::optional<ReceivedReturn> find_received(const storage::Database& database, ReceivedId id);
// All of them, by period, office and version.
std::vector<ReceivedReturn> list_received(const storage::Database& database);
// Of one office, by period and version; signed by whatever key was pinned then.
std::vector<ReceivedReturn> verified_of(const storage::Database& database, const std::string& office);
// Its signed text; it must have one.
std::unique_ptr<Canonical> load_content(const storage::Database& database, ReceivedId id);
std::vector<EditedCell> edited_cells(const storage::Database& database, ReceivedId id);
std::vector<Answer> answers_of(const storage::Database& database, ReceivedId id);

// What a checked file would be kept as.
ReceivedReturn described(const CheckedFile& file);

} // namespace returns
