// SPDX-License-Identifier: GPL-3.0-or-later
// The signed code on a certificate, a statement, a transcript or a record of learning: what it certifies,
// checkable with the office's public key and no network.
//
// README.md, "The code on a certificate", describes it for whoever writes another verifier, with the
// verdicts; the map's keys stand in code.cpp. A verifier refuses any other key, kind, type, order or
// encoding: one document has exactly one code.
#pragma once

#include "core/date.hpp"
#include "core/expected.hpp"
#include "office/digest.hpp"
#include "office/signing.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace certificates {

inline constexpr std::string_view code_prefix = "SROK1:";

// Text that a code of this or a later program begins like: what decode() can say something of.
bool is_code_text(std::string_view text);

// What the code stands on. All but a certificate say so in the code.
enum class CodeKind {
    certificate,
    record, // of learning: all that is known of a learner
    provisional,
    partial,    // units earned, without an award
    attendance, // days in a class
    transcript  // all units with their marks
};
std::string_view to_text(CodeKind kind);

struct CertificatePayload {
    // Or the statement's number; of a record or a transcript the learner's.
    std::string serial;
    std::string name_km;
    std::string name_latin;
    std::string sex; // "f", "m", or empty
    std::optional<core::PartialDate> born;
    std::string programme;
    std::string programme_name;
    std::string result;
    core::Day issued{};
    std::string office;
    bool sample = false;
    CodeKind kind = CodeKind::certificate;
    // Of a record or a transcript alone, on which no programme or result stands: the digest of all it says,
    // and what was earned, in short.
    std::optional<office::Digest> content{};
    std::string earned{};
    bool of_a_learner() const { return kind == CodeKind::record || kind == CodeKind::transcript; }
    friend bool operator==(const CertificatePayload&, const CertificatePayload&) = default;
};

// The payload must be one that decode() takes back: UTF-8, a serial, a name, programme, day and office.
std::string encode(const CertificatePayload& payload, const office::SigningKey& key);

// What a code says. Nobody has checked yet that it is true.
struct DecodedCode {
    CertificatePayload payload;
    office::KeyId key;
    office::Signature signature;
    std::string signed_bytes;
};

// Errors: code.not-srok; code.newer {version} for "SROK2:" and up; code.damaged {part: "base45" | "length" |
// "cbor" | "key N"}. The text is taken exactly as it is: Base45 may begin or end with a blank.
core::Expected<DecodedCode> decode(std::string_view text);

bool verify_signature(const DecodedCode& code, const office::PublicKey& key);

} // namespace certificates
