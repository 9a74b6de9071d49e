// SPDX-License-Identifier: GPL-3.0-or-later
// The journal of the register's stock, which is what numbers are written on and where they come from: blocks
// of serial numbers and their files, numbered paper, the old register book. Every change of a row is an entry
// that holds the row as it stood after it, tied to the entry before and to its row of the audit.
#pragma once

#include "core/error.hpp"
#include "office/digest.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace certificates {

enum class Stock { serial_block, block_file, paper_delivery, paper_sheet, book_entry };
// The table's name.
std::string_view to_text(Stock stock);

// After the row was written: `verb` is what was done ("take", "reserve"), kept and audited as
// "serial_block.take".
void journal(storage::Transaction& tx, Stock stock, std::int64_t row, std::string_view verb,
             std::string_view reason = {});

// Rows of a table from before it had a journal, each an entry "found"; nothing once it has one.
void journal_found(storage::Transaction& tx, Stock stock);

// What was done to a row, oldest first.
struct StockEvent {
    core::Moment at{};
    std::string actor;
    std::string verb;
    std::string reason;
    std::string content;
};
std::vector<StockEvent> stock_events(const storage::Database& database, Stock stock, std::int64_t row);

// The newest entry's link; without one, 32 zero bytes.
office::Digest journal_head(const storage::Database& database);

// The first that does not fit; nothing when the journal holds.
//   stock.altered {entity, row, what}   what: "entry" of the journal, any word of it; "audit" that has
//   another
//     entry; "row" that stands otherwise than its newest entry says, or that no entry brought; "end" of the
//     journal that is missing
std::optional<core::Error> journal_damage(const storage::Database& database);

} // namespace certificates
