// SPDX-License-Identifier: GPL-3.0-or-later
// The transcript with its signed code: a learner's units as this office certifies them.
#pragma once

#include "certificates/code.hpp"
#include "units/transcript.hpp"

namespace certificates {

// The digest is over every text that stands on the paper, line by line; README.md says in which order.
CertificatePayload payload_of(const units::Transcript& transcript);

struct PrintedTranscript {
    units::TranscriptPaper paper;
    std::string code;
};
// As things stand, signed with `key`; audited as "transcript.print". The learner must exist. Errors: those of
// units::print_transcript.
core::Expected<PrintedTranscript> print_transcript(storage::Transaction& tx, learners::LearnerId learner,
                                                   const office::SigningKey& key,
                                                   const documents::Fonts& fonts);

} // namespace certificates
