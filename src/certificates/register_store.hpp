// SPDX-License-Identifier: GPL-3.0-or-later
// The register of certificates: which serial is in which state, what was handed out under it, and what
// happened to it. Its transitions are the only writes.
#pragma once

#include "certificates/code.hpp"
#include "classes/enrolment.hpp"
#include "office/digest.hpp"
#include "storage/transaction.hpp"

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

struct RegisterEntry {
    CertificateId id{};
    std::string serial;
    State state = State::reserved;
    std::optional<classes::EnrolmentId> enrolment;
    std::string code;
    std::optional<core::Day> issued_on;
    std::int64_t reprints = 0;
    // From the code, so that it says what was issued whatever the learner is called now.
    std::string name_km;
    std::string name;
};

// The next number of the office's block for the year of `today`; the first use makes the block. Errors:
// serial.none-left {office, year}.
struct Serial {
    std::string text;
    std::int64_t block = 0;
    std::int64_t number = 0;
};
core::Expected<Serial> take_serial(storage::Transaction& tx, core::Day today);

struct IssuedDocument {
    Serial serial;
    classes::EnrolmentId enrolment{};
    std::string code;
    std::string template_name;
    office::Digest template_digest{};
    std::string pdf;
};
// One row of the register with its frozen document; audited.
CertificateId keep_issued(storage::Transaction& tx, const IssuedDocument& issued);

// By the serial in its canonical form.
std::optional<RegisterEntry> find_certificate(const storage::Database& database, std::string_view serial);
// In the order of their serials.
std::vector<RegisterEntry> load_register(const storage::Database& database);

// The bytes that were handed out, counted with their reason. Errors: certificate.unknown {serial},
// certificate.no-reason.
core::Expected<std::string> reprint(storage::Transaction& tx, std::string_view serial,
                                    std::string_view reason);

// From issued to void. Errors: certificate.unknown, certificate.no-reason, certificate.not-issued {serial,
// state}.
core::Expected<void> make_void(storage::Transaction& tx, std::string_view serial, std::string_view reason);

} // namespace certificates
