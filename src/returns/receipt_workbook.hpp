// SPDX-License-Identifier: GPL-3.0-or-later
// A receipt: the province's decision on a return as a workbook that a person reads and Srok takes in, signed
// like a return. It carries the province's rounds too, so that a district knows what is due.
#pragma once

#include "core/progress.hpp"
#include "returns/decision.hpp"
#include "returns/return_workbook.hpp"
#include "returns/round_store.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace returns {

struct ReceiptContent {
    Decision decision;
    std::vector<Round> rounds;
    friend bool operator==(const ReceiptContent&, const ReceiptContent&) = default;
};

// Fills the workbook; finish() and publish() are the caller's.
void write_receipt(SignedWorkbook& workbook, const ReturnHead& head, const Letterhead& letterhead,
                   const ReceiptContent& content);

// `content` has the layout of a receipt. Errors: return.unreadable {sheet, row, column};
// return.layout-unknown {layout}.
core::Expected<ReceiptContent> read_receipt(const Canonical& content);

struct ReceiptOrder {
    ReceivedId id{};
    std::filesystem::path out; // a file, or a folder for it
    std::string passphrase{};  // of the signing key; empty in set-up
};

// Writes the receipt of the last decision on a received return, reads it again and puts it there: the same
// decision gives the same receipt each time. Where it was put. Errors: return.unknown {id}; receipt.undecided
// {id}; receipt.no-return {verdict} where no signature says which return it is; those of
// office::open_signing_key. WorldFailure: file.write; return.unlike.
core::Expected<std::filesystem::path> make_receipt(const storage::Database& database,
                                                   const ReceiptOrder& order, core::Progress& progress);

// "0202_2025-12_v2_receipt1.xlsx"
std::string receipt_name(const Decision& decision);

} // namespace returns
