// SPDX-License-Identifier: GPL-3.0-or-later
// Issuing the certificates of a class's approved award list: one transaction, frozen documents, then the
// files.
#pragma once

#include "certificates/award.hpp"
#include "certificates/register_store.hpp"
#include "classes/class_store.hpp"
#include "core/progress.hpp"

#include <filesystem>
#include <vector>

namespace certificates {

struct Issued {
    CertificateId id{};
    std::string serial;
    learners::LearnerId learner{};
    std::string code;
    std::string name;
    std::string pdf;
};

struct IssueResult {
    std::vector<Issued> issued;
    // In set-up the award list is approved in the same step, and this says so.
    bool approved_in_same_step = false;
    // Why nobody was issued for: class.open, class.issued-already, nobody.eligible, class.not-approved;
    // award-list.changed {learner, changes} where a certificate would say other than what was approved.
    std::optional<core::Error> nobody;
};

// In set-up one person does everything, and issuing approves in the same step; but in an institution's file
// only its headteacher approves.
bool approves_at_once(const office::Office& office);

// Certificates for everyone on the approved award list, in its order, each with the next serial, a signed
// code and a frozen document. The class becomes issued. `key` signs. Errors: those of documents and of taking
// a serial; nothing is written then. "cancelled".
core::Expected<IssueResult> issue_class(storage::Transaction& tx, classes::ClassId class_id,
                                        const office::SigningKey& key, const documents::Fonts& fonts,
                                        core::Progress& progress);

// The classes that wait to be issued, closed or approved: of one institution or of all, by institution and
// name.
std::vector<classes::ClassRow> classes_to_issue(const storage::Database& database,
                                                std::optional<institutions::InstitutionId> at = {});

// A certificate whose data were wrong, again: the learner's record as it stands now, under the next serial,
// signed, naming the old one, which becomes replaced. Errors: certificate.unknown, certificate.no-reason,
// certificate.not-issued; certificate.same {serial} when the new one would say nothing else; those of taking
// a serial and of documents.
core::Expected<Issued> replace(storage::Transaction& tx, std::string_view serial, std::string_view reason,
                               const office::SigningKey& key, const documents::Fonts& fonts);

struct Duplicate {
    std::int64_t copy = 0; // the first is 1
    std::string pdf;
};

// A lost certificate once more, under its serial and code: what it said then, marked as a duplicate with its
// number and day. Errors: certificate.unknown, certificate.not-issued; certificate.no-words {serial} for one
// issued before its words were kept; those of documents.
core::Expected<Duplicate> duplicate(storage::Transaction& tx, std::string_view serial,
                                    const documents::Fonts& fonts);

// The page as it would be issued, with a serial of dashes and no code: for the preview. Errors: of documents.
core::Expected<documents::Page> preview_page(const storage::Database& database, classes::ClassId class_id,
                                             classes::EnrolmentId enrolment, const documents::Fonts& fonts);

} // namespace certificates
