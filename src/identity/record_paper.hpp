// SPDX-License-Identifier: GPL-3.0-or-later
// The record of learning on paper: A4 portrait in Khmer, with a signed code that `verify` knows.
#pragma once

#include "documents/pdf.hpp"
#include "documents/sheet.hpp"
#include "identity/record.hpp"
#include "office/office.hpp"

namespace identity {

// Who prints it: all that differs between two offices' papers of the same record.
struct RecordIssuer {
    std::vector<std::string> office_lines; // from the highest down
    std::string office_code;               // of the area
    std::string place;                     // before the date: "ថ្មគោល"
    core::Moment issued{};
    std::string signer_role;
    std::string signer_name;
    std::string phone; // as documents show it, or empty
    bool sample = false;
};

struct RecordPaper {
    std::string code; // the text of the QR
    documents::Sheet sheet;
};

// The same record, issuer and key give the same paper.
RecordPaper record_paper(const RecordOfLearning& record, const RecordIssuer& issuer,
                         const office::SigningKey& key);

documents::PdfFacts record_facts(const RecordPaper& paper, const RecordIssuer& issuer);

// The bytes of its PDF. Errors: those of documents::lay_out.
core::Expected<std::string> record_pdf(const RecordOfLearning& record, const RecordIssuer& issuer,
                                       const office::SigningKey& key, const documents::Fonts& fonts);

} // namespace identity
