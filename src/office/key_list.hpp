// SPDX-License-Identifier: GPL-3.0-or-later
// A signed list of office keys and of serials that are no longer valid: with it certificates of offices one
// has never met are checked with no network. A province's list joins those of its districts.
//
// It is a text file, described line by line in README.md, "The code on a certificate": "SROK-KEYS 1", then
// `list`, `office`, `key` and `revoked` lines, fields apart by tabs, and a `seal` whose Ed25519 signature
// covers every byte before its line. One list has exactly one spelling; anything else is refused.
#pragma once

#include "core/date.hpp"
#include "core/expected.hpp"
#include "office/signing.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace office {

// After so many days a list says too little of what became void since.
inline constexpr int key_list_days = 90;

struct ListedOffice {
    std::string code;
    std::string name_km;
    std::string name;
    friend auto operator<=>(const ListedOffice&, const ListedOffice&) = default;
};

// Both days included; a key without them is good whenever its office signed.
struct ListedKey {
    std::string office;
    PublicKey key;
    std::optional<core::Day> from{};
    std::optional<core::Day> until{};
    bool good_on(core::Day day) const { return (!from || *from <= day) && (!until || day <= *until); }
    friend auto operator<=>(const ListedKey&, const ListedKey&) = default;
};

// No name of a learner, and no reason: what became of a number, and when.
struct RevokedSerial {
    std::string serial;
    std::string state; // "void", "replaced", "lost" or "spoiled"
    core::Day day{};
    friend auto operator<=>(const RevokedSerial&, const RevokedSerial&) = default;
};

struct KeyList {
    std::string issuer; // the gazetteer's code of the office that signs it, "02"
    std::int64_t counter = 0;
    core::Day day{};
    bool sample = false; // signed by a sample office: never taken
    std::vector<ListedOffice> offices{};
    std::vector<ListedKey> keys{};
    std::vector<RevokedSerial> revoked{};

    const ListedOffice* find_office(std::string_view code) const;
    // The key with this id that is listed for the office.
    const ListedKey* find_key(std::string_view office, const KeyId& id) const;
    const RevokedSerial* find_revoked(std::string_view serial) const;
    // Whole days since it was signed, at least 0.
    int age_on(core::Day today) const;
    friend bool operator==(const KeyList&, const KeyList&) = default;
};

struct SignedKeyList {
    KeyList list;
    PublicKey signer;
    std::string text; // the whole file
};

// Whether a list signed by `issuer` may speak of `office`: itself, or an office of its province.
bool speaks_for(std::string_view issuer, std::string_view office);

// Brings the lines into their order and signs them. The signer's key must be listed for the issuer.
SignedKeyList sign_key_list(KeyList list, const SigningKey& key);

// Errors: keys.not-a-list; keys.newer {version}; keys.damaged at a row; keys.altered when the seal does not
// fit what stands before it.
core::Expected<SignedKeyList> read_key_list(std::string_view bytes);

} // namespace office
