// SPDX-License-Identifier: GPL-3.0-or-later
// What a statement says of a learner in a class, in both languages: a provisional certificate, a statement of
// partial achievement, a certificate of attendance. None is a certificate: they have numbers of their own,
// and their signed code says which they are.
#pragma once

#include "certificates/award.hpp"
#include "templates/check.hpp"
#include "templates/paper.hpp"
#include "units/earned.hpp"

namespace statements {

using templates::Document;

// In its number: P, U or A. A certificate of completion is no statement: std::logic_error.
char letter_of(Document kind);
std::optional<Document> kind_from_text(std::string_view text);

// A learner of the class with all that a statement may tell.
struct Subject {
    certificates::Candidate candidate;
    std::vector<units::EarnedUnit> earned{}; // of the class's programme, wherever
    attendance::Attendance attendance{};
};
// Everyone in the class, in the order of names. `progress` may cancel: then whoever was read so far.
std::vector<Subject> load_subjects(const storage::Database& database, Document kind,
                                   const certificates::AwardContext& context);

// Why there is none for this learner:
//   statement.class-open {class}           provisional: nothing is decided
//   statement.not-eligible                 provisional: who is not to be awarded
//   statement.certificate-issued {serial}  provisional, partial: who has the certificate itself
//   statement.award-due                    partial: nothing lacks for the award
//   statement.nothing-earned               partial: no unit of the programme
//   statement.too-many-units {maximum}     partial: more than there is room for
//   statement.no-days                      attendance: no day was recorded
std::optional<core::Error> reason_against(Document kind, const certificates::AwardContext& context,
                                          const Subject& subject);

// All places of the document; its number may be of dashes.
documents::Filling filling_of(const storage::Database& database, Document kind,
                              const certificates::AwardContext& context, const Subject& subject,
                              const std::string& number);

// What its code says: of a provisional certificate the result; of partial achievement how many units of how
// many, and their keys; of attendance the rate, and the days present of the days recorded.
certificates::CertificatePayload payload_of(Document kind, const certificates::AwardContext& context,
                                            const Subject& subject, const std::string& number);

// The longest real names of the class and of the office, as they would stand there: what a template of any
// document must have room for. Of a class without learners the examples.
std::vector<templates::Trial> longest_pages(const storage::Database& database, Document document,
                                            classes::ClassId class_id, const documents::Fonts& fonts);

} // namespace statements
