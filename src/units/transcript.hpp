// SPDX-License-Identifier: GPL-3.0-or-later
// The transcript: the units a learner earned with their marks, A4 in Khmer and English, for the office to
// sign.
#pragma once

#include "documents/fonts.hpp"
#include "documents/pdf.hpp"
#include "documents/sheet.hpp"
#include "storage/transaction.hpp"
#include "units/earned.hpp"
#include "units/recognition_store.hpp"

namespace units {

struct Transcript {
    std::vector<std::string> office_lines; // from the highest down
    Wording office;                        // this office's own name
    std::string office_code;               // "0202"
    std::string place;                     // before the date: "ថ្មគោល"
    learners::Learner learner;
    std::vector<EarnedUnit> units; // oldest first, each once
    // Those of this office that stand, with their evidence and assessors.
    std::vector<KeptRecognition> recognitions;
    Wording signer_role;
    std::string signer_name;
    core::Moment made_at{};
    bool sample = false;
};

// As things stand. The learner must exist.
Transcript load_transcript(const storage::Database& database, learners::LearnerId learner);

documents::Sheet transcript_sheet(const Transcript& transcript);

struct TranscriptPaper {
    std::string pdf;
    // What the PDF was made of: the printer gets the same.
    std::vector<documents::Page> pages;
    documents::PdfFacts facts;
};

// With a signed code, which a later room makes (certificates/transcript_code.hpp); the same transcript gives
// the same bytes. Audited as "transcript.print". Errors: transcript.nothing for a learner without a unit;
// those of documents::lay_out.
core::Expected<TranscriptPaper> print_transcript(storage::Transaction& tx, const Transcript& transcript,
                                                 const std::string& code, const documents::Fonts& fonts);

} // namespace units
