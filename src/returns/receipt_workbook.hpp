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

// A figure as it was read from a file without a signature, with the words of its row and column.
struct ReadFigure {
    ValueKey at;
    Wording row;
    Wording column;
    std::string number;
    friend bool operator==(const ReadFigure&, const ReadFigure&) = default;
};

struct ReceiptContent {
    Decision decision;
    std::vector<Round> rounds;
    // Of a file without a signature: its name, the digest of its bytes, and what the province read in it. For
    // people only, since a district that has Srok signs what it sends.
    std::string file_name{};
    std::string file_digest{};
    std::vector<ReadFigure> read{};
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
// {id}; receipt.no-return {verdict} where neither a signature nor a map says which return it is; those of
// office::open_signing_key. WorldFailure: file.write; return.unlike.
core::Expected<std::filesystem::path> make_receipt(const storage::Database& database,
                                                   const ReceiptOrder& order, core::Progress& progress);

// "0202_2025-12_v2_receipt1.xlsx"
std::string receipt_name(const Decision& decision);

} // namespace returns
