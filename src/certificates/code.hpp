// SPDX-License-Identifier: GPL-3.0-or-later
// The signed code on a certificate or a record of learning: what it certifies, checkable with the office's
// public key and no network.
//
// For whoever writes another verifier:
//   text    = "SROK1:" Base45(payload signature)                         Base45 is RFC 9285
//   payload = one CBOR map (RFC 8949) in the core deterministic encoding of its section 4.2.1: definite
//   lengths,
//             every integer and length in its shortest form, keys ascending
//   signature = 64 bytes, Ed25519 (RFC 8032) by the office's key over the 6 bytes "SROK1:" and the payload
// The map's keys are unsigned integers; a key whose value would be empty is absent:
//    0  bytes(8)  key id: the first 8 bytes of BLAKE2b-256 (RFC 7693) of the 32-byte public key
//    1  text      serial, "0202-2026-000001-X"
//    2  text      name in Khmer          } at least one of the two
//    3  text      name in Latin letters  }
//    4  text      sex, "f" or "m"
//    5  text      born: "2004-03-12", "2004-03", "2004", or "~2004" for about
//    6  text      programme, its key: "literacy"
//    7  text      programme, its name as printed
//    8  text      result or mention as printed
//    9  text      civil day of issue in Cambodia, "2026-06-30"
//   10  text      code of the issuing office in the gazetteer, "0202"
//   11  true      a sample, worth nothing; absent on a real certificate
//   12  text      the kind of document, "record" for a record of learning; absent on a certificate
//   13  bytes(32) of a record: BLAKE2b-256 of all it says (identity/record.hpp)
//   14  text      of a record: what was earned, in short
// Keys 0, 1, 9 and 10 are always there, 6 on a certificate, 13 and 14 on a record, which has the learner's
// number under 1 and none of 6, 7 and 8. Text is UTF-8. A verifier refuses any other key, kind, type, order
// or encoding: one document has exactly one code. The key id only says which key to try; a code is genuine
// when the signature verifies under a key that is trusted for that office, and the serial is not on its list
// of void ones.
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

struct CertificatePayload {
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
    // Of a record of learning: `serial` is the learner's number, and no programme or result stands here.
    std::optional<office::Digest> content{};
    std::string earned{};
    bool is_record() const { return content.has_value(); }
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
