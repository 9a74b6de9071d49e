// SPDX-License-Identifier: GPL-3.0-or-later
// A district's side: the province's decisions on its returns, taken in from receipts. The only writer of
// return_receipt; what is accepted shuts its period's days (office/period_lock.hpp).
#pragma once

#include "core/progress.hpp"
#include "returns/receipt_workbook.hpp"
#include "storage/transaction.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace returns {

// Where a receipt stands among those taken of its period: newest, or it came before, or a later decision is
// known.
enum class ReceiptPlace { newest, same, older };
std::string_view to_text(ReceiptPlace order);

struct TakenReceipt {
    // Only a verified one is taken in; of any other nothing is written.
    FileVerdict verdict = FileVerdict::unsigned_file;
    std::optional<core::Error> damage{};
    std::vector<EditedCell> cells{};
    bool signer_known = false;
    std::string signer{}; // the province's code
    // Of a verified one.
    std::optional<Decision> decision{};
    std::optional<ReceiptPlace> order{};
    // The rounds it brought, when they are other than before.
    bool new_rounds = false;
};

// Takes a receipt in. The first one pins the province's key, unless it is a sample's; another key later is
// wrong-key. The same receipt again changes nothing. The period is shut while a version of it is accepted,
// and what a later decision says stands whatever comes after it. Audited as "return.receipt". Errors: those
// of check_file; receipt.not-a-receipt {layout}; receipt.not-our-province {from, ours}; receipt.not-ours
// {office, ours}; receipt.unknown-return {period, version} for one that this file did not build;
// return.unreadable; sample.key past set-up; receipt.level in a file that hands no returns over.
core::Expected<TakenReceipt> take_receipt(storage::Database& database, storage::Actor actor,
                                          const std::filesystem::path& path, core::Progress& progress);

// Every decision that was taken in, by period and the order in which they were made.
std::vector<Decision> decisions_taken(const storage::Database& database);

} // namespace returns
