// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/verify.hpp"

#include "certificates/register_store.hpp"
#include "office/key_list_store.hpp"
#include "office/key_store.hpp"
#include "office/known_keys.hpp"

namespace certificates {
namespace {

// An institution issues in its district's name: its key speaks for the certificates that a parcel brought.
constexpr std::string_view select_institution = R"sql(
SELECT p.public_key FROM parcel_partner p
WHERE p.key_id = ?1 AND (p.kind = 'district' OR EXISTS (SELECT 1 FROM certificate c WHERE c.serial = ?2 AND c.code = ?3)))sql";

// What another office's own word, which a learner brought here, says of its certificate.
constexpr std::string_view select_elsewhere = R"sql(
SELECT 1 FROM past_certificate WHERE serial = ?1 AND code = ?2 AND state <> 'issued')sql";

using office::ListedKey;

// Reads the code; nothing where the verdict is out already.
core::Expected<std::optional<DecodedCode>> read_code(std::string_view code, Verification& verification) {
    auto decoded = decode(code);
    if (!decoded) {
        if (decoded.error().code != "code.damaged") return core::fail(decoded.error());
        verification.reason = decoded.error();
        return std::nullopt;
    }
    verification.payload = decoded->payload;
    return std::optional{*std::move(decoded)};
}

// Whether the signature is that of a key which was the office's when it signed. A key speaks for its own
// office only.
bool is_signed(const DecodedCode& decoded, const std::optional<ListedKey>& key, Verification& verification) {
    if (!key || !key->good_on(decoded.payload.issued)) {
        verification.verdict = CodeVerdict::unknown_key;
        if (key)
            verification.reason = core::Error{"key.not-then"}
                                      .with("office", decoded.payload.office)
                                      .with("day", core::to_iso(decoded.payload.issued));
        return false;
    }
    verification.verdict = verify_signature(decoded, key->key) ? CodeVerdict::genuine : CodeVerdict::forged;
    return verification.verdict == CodeVerdict::genuine;
}

std::optional<ListedKey> known_key(const storage::Database& database, const DecodedCode& code) {
    std::optional<ListedKey> found;
    for (const ListedKey& one : office::known_keys(database, code.payload.office)) {
        if (office::key_id(one.key) != code.key) continue;
        // Two lists may give the same key other days.
        if (!found || one.good_on(code.payload.issued)) found = one;
    }
    return found;
}

std::optional<ListedKey> institution_key(const storage::Database& database, const DecodedCode& code,
                                         std::string_view text) {
    const auto key = database.value<std::array<std::byte, 32>>(select_institution, code.key.bytes,
                                                               code.payload.serial, text);
    if (!key) return std::nullopt;
    return ListedKey{code.payload.office, office::PublicKey{*key}};
}

void set_revoked(const office::RevokedSerial& revoked, Verification& verification) {
    verification.verdict = CodeVerdict::void_;
    verification.reason = core::Error{"certificate.revoked"}
                              .with("serial", revoked.serial)
                              .with("state", revoked.state)
                              .with("day", core::to_iso(revoked.day));
}

void look_how_old(core::Day list_day, core::Day today, Verification& verification) {
    office::KeyList list;
    list.day = list_day;
    const int days = list.age_on(today);
    if (days > office::key_list_days)
        verification.hint =
            core::Error{"keys.old"}.with("day", core::to_iso(list_day)).with("days", std::to_string(days));
}

// What this office's register, and the word of others that it keeps, say of a signed certificate.
void look_up(const storage::Database& database, std::string_view code, const std::string& serial, bool own,
             Verification& verification) {
    if (const auto revoked = office::find_revoked(database, serial)) set_revoked(*revoked, verification);
    const auto entry = find_certificate(database, serial);
    if (entry && entry->state != State::issued) verification.verdict = CodeVerdict::void_;
    if (entry && !entry->replaced_by.empty())
        verification.reason =
            core::Error{"certificate.replaced"}.with("serial", entry->serial).with("by", entry->replaced_by);
    if (database.value<int>(select_elsewhere, serial, code)) verification.verdict = CodeVerdict::void_;
    if (!entry && own) verification.reason = core::Error{"certificate.unknown"}.with("serial", serial);
}

} // namespace

std::string_view to_text(CodeVerdict verdict) {
    switch (verdict) {
    case CodeVerdict::genuine:
        return "genuine";
    case CodeVerdict::void_:
        return "void";
    case CodeVerdict::forged:
        return "forged";
    case CodeVerdict::unknown_key:
        return "unknown-key";
    }
    return "forged";
}

core::Expected<Verification> verify_code(std::string_view code, const storage::Database* database) {
    Verification verification;
    const auto decoded = read_code(code, verification);
    if (!decoded) return core::fail(decoded.error());
    if (!*decoded) return verification;
    if (database == nullptr) {
        verification.verdict = CodeVerdict::unknown_key;
        return verification;
    }
    const DecodedCode& read = **decoded;
    const auto own = office::find_key(*database, read.key);
    auto key =
        own ? std::optional{ListedKey{read.payload.office, own->public_key}} : known_key(*database, read);
    if (!key) key = institution_key(*database, read, code);
    if (!is_signed(read, key, verification)) return verification;
    if (!own)
        if (const auto day = office::listed_on(*database, read.payload.office))
            look_how_old(*day, database->clock().today(), verification);
    // Only a certificate has a number in the register, which could become void.
    if (read.payload.kind == CodeKind::certificate)
        look_up(*database, code, read.payload.serial, own.has_value(), verification);
    return verification;
}

core::Expected<Verification> verify_code(std::string_view code, const office::KeyList& list,
                                         core::Day today) {
    Verification verification;
    const auto decoded = read_code(code, verification);
    if (!decoded) return core::fail(decoded.error());
    if (!*decoded) return verification;
    const DecodedCode& read = **decoded;
    const ListedKey* listed = list.find_key(read.payload.office, read.key);
    if (!is_signed(read, listed == nullptr ? std::nullopt : std::optional{*listed}, verification))
        return verification;
    look_how_old(list.day, today, verification);
    const auto* revoked = list.find_revoked(read.payload.serial);
    if (revoked != nullptr && read.payload.kind == CodeKind::certificate) set_revoked(*revoked, verification);
    return verification;
}

} // namespace certificates
