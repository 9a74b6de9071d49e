// SPDX-License-Identifier: GPL-3.0-or-later
// The register of certificates: which serial is in which state, what was handed out under it, and what
// happened to it. Its transitions are the only writes.
#pragma once

#include "certificates/code.hpp"
#include "certificates/serial_block.hpp"
#include "classes/enrolment.hpp"
#include "office/digest.hpp"
#include "storage/transaction.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace certificates {

enum class CertificateId : std::int64_t {};

// A number never given is blank; it has no row.
enum class State { reserved, issued, spoiled, void_, replaced, lost };
std::string_view to_text(State state);
std::optional<State> state_from_text(std::string_view text);

// By the place's name in the template.
using Words = std::map<std::string, std::string, std::less<>>;

struct RegisterEntry {
    CertificateId id{};
    std::string serial;
    State state = State::reserved;
    std::optional<classes::EnrolmentId> enrolment;
    std::string code;
    std::optional<core::Day> issued_on;
    std::int64_t reprints = 0;
    std::int64_t duplicates = 0;
    // The serial whose place it took, and the one that took its own; empty where there is none.
    std::string replaces{};
    std::string replaced_by{};
    // From the code, so that it says what was issued whatever the learner is called now.
    std::string name_km;
    std::string name;
};

struct IssuedDocument {
    Serial serial;
    classes::EnrolmentId enrolment{};
    std::string code;
    std::string template_name;
    std::string_view template_source;
    // What stands in the template's places.
    Words words{};
    std::string pdf;
};
// One row of the register with its frozen document; audited.
CertificateId keep_issued(storage::Transaction& tx, const IssuedDocument& issued);

// The same where a certificate's data were wrong: `old`, which is issued, becomes replaced.
CertificateId keep_replacement(storage::Transaction& tx, const IssuedDocument& issued,
                               const RegisterEntry& old, std::string_view reason);

// What a certificate was printed from.
struct Frozen {
    std::string template_source;
    Words words;
};
// Nothing for one that was issued before its words were kept.
std::optional<Frozen> load_frozen(const storage::Database& database, CertificateId id);

// The bytes of a duplicate, whose number among the certificate's duplicates is `copy`; audited.
void keep_duplicate(storage::Transaction& tx, const RegisterEntry& entry, std::int64_t copy,
                    std::string_view pdf);

// A blank number that is spoiled or lost: nothing is issued under it, ever. Audited.
CertificateId keep_unused(storage::Transaction& tx, const Serial& serial, State state,
                          std::string_view reason);

// What happened to a certificate, oldest first.
struct Event {
    core::Moment at{};
    std::string actor;
    std::string verb; // issue, reprint, duplicate, void, replace, spoil, lose
    std::string reason;
};
std::vector<Event> events_of(const storage::Database& database, CertificateId id);

// By the serial in its canonical form.
std::optional<RegisterEntry> find_certificate(const storage::Database& database, std::string_view serial);
// Errors: certificate.unknown {serial}, certificate.not-issued {serial, state}.
core::Expected<RegisterEntry> find_issued(const storage::Database& database, std::string_view serial);
// The first `limit` whose serial holds the part (Latin digits), in the order of their serials.
std::vector<RegisterEntry> serials_holding(const storage::Database& database, std::string_view part,
                                           std::int64_t limit);
// In the order of their serials.
std::vector<RegisterEntry> load_register(const storage::Database& database);

// The bytes that were first handed out. Errors: certificate.unknown, certificate.no-document {serial}.
core::Expected<std::string> load_document(const storage::Database& database, std::string_view serial);

// Whatever is done to a certificate is done for a reason. Error: certificate.no-reason {serial}.
core::Expected<void> check_reason(std::string_view serial, std::string_view reason);

// The bytes that were handed out, counted with their reason. Errors: certificate.unknown {serial},
// certificate.no-reason.
core::Expected<std::string> reprint(storage::Transaction& tx, std::string_view serial,
                                    std::string_view reason);

// From issued to void. Errors: certificate.unknown, certificate.no-reason, certificate.not-issued {serial,
// state}.
core::Expected<void> make_void(storage::Transaction& tx, std::string_view serial, std::string_view reason);

} // namespace certificates
