// SPDX-License-Identifier: GPL-3.0-or-later
// The province's decisions on received returns and its remarks on their rows: the only writer of
// return_decision and return_remark. Accepting and sending back themselves stand in received_store.hpp.
#pragma once

#include "returns/cell_places.hpp"
#include "returns/decision.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace returns {

// Writes down what was decided, with the remarks that wait; part of accept and reject, which audit.
void keep_decision(storage::Transaction& tx, const ReceivedReturn& one, Ruling ruling,
                   const std::string& reason);

// The last decision on a received return, with its remarks; nothing while none was made.
std::optional<Decision> last_decision(const storage::Database& database, ReceivedId id);

// Remarks that go with the next decision.
std::vector<Remark> waiting_remarks(const storage::Database& database, ReceivedId id);
// Those of the last decision, or those that wait.
std::vector<Remark> remarks_on(const storage::Database& database, ReceivedId id);

// One remark on a cell or row of a signed return; another on the same place takes its place, an empty text
// takes it away. Audited as "return.remark". Errors: return.unknown {id}; remark.no-place {place} where the
// return has no such row; written.too-long {most}.
core::Expected<void> remark_on(storage::Transaction& tx, ReceivedId id, const ValueKey& about,
                               const std::string& text);

// "figures!D12=text" or "តួលេខ!D12=text", or with the row's and column's keys in the cell's place,
// "figures!learners/all.total=text". Errors: remark.unreadable {text}; remark.no-place {place}.
struct TypedRemark {
    ValueKey about;
    std::string text;
};
core::Expected<TypedRemark> read_remark(const storage::Database& database, ReceivedId id,
                                        const std::string& typed);

// Where the keys of a received workbook stood; none for one that came before that was kept.
CellPlaces places_of(const storage::Database& database, ReceivedId id);

} // namespace returns
