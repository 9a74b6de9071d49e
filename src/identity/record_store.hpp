// SPDX-License-Identifier: GPL-3.0-or-later
// The record of learning as this office holds it, and printing one.
#pragma once

#include "identity/record_paper.hpp"
#include "storage/transaction.hpp"

namespace identity {

// From this office's tables and what other offices signed. The learner must exist.
RecordOfLearning load_record(const storage::Database& database, learners::LearnerId learner);

// As the office would sign it now; the role and name of who signs are those of the newest class's programme.
RecordIssuer load_issuer(const storage::Database& database, const RecordOfLearning& record);

struct PrintedRecord {
    std::string pdf;
    std::string code;
    // What the PDF was made of: the printer gets the same.
    std::vector<documents::Page> pages{};
    documents::PdfFacts facts{};
};
// Signed and audited as "record.print". Errors: those of record_pdf.
core::Expected<PrintedRecord> print_record(storage::Transaction& tx, learners::LearnerId learner,
                                           const office::SigningKey& key, const documents::Fonts& fonts);

} // namespace identity
