// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/verify.hpp"

#include "certificates/register_store.hpp"
#include "office/key_store.hpp"

namespace certificates {
namespace {

// A pinned key speaks for its own office only.
constexpr std::string_view select_pinned = R"sql(
SELECT public_key FROM pinned_key WHERE key_id = ?1 AND office_code = ?2)sql";

// An institution issues in its district's name: its key speaks for the certificates that a parcel brought.
constexpr std::string_view select_institution = R"sql(
SELECT p.public_key FROM parcel_partner p
WHERE p.key_id = ?1 AND (p.kind = 'district' OR EXISTS (SELECT 1 FROM certificate c WHERE c.serial = ?2 AND c.code = ?3)))sql";

// What another office's own word, which a learner brought here, says of its certificate.
constexpr std::string_view select_elsewhere = R"sql(
SELECT 1 FROM past_certificate WHERE serial = ?1 AND code = ?2 AND state <> 'issued')sql";

std::optional<office::PublicKey> trusted_key(const storage::Database& database, const DecodedCode& code,
                                             std::string_view text) {
    if (const auto own = office::find_key(database, code.key)) return own->public_key;
    const auto pinned =
        database.value<std::array<std::byte, 32>>(select_pinned, code.key.bytes, code.payload.office);
    if (pinned) return office::PublicKey{*pinned};
    const auto institution = database.value<std::array<std::byte, 32>>(select_institution, code.key.bytes,
                                                                       code.payload.serial, text);
    if (!institution) return std::nullopt;
    return office::PublicKey{*institution};
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
    const auto decoded = decode(code);
    if (!decoded) {
        if (decoded.error().code != "code.damaged") return core::fail(decoded.error());
        verification.reason = decoded.error();
        return verification;
    }
    verification.payload = decoded->payload;
    const auto key = database == nullptr ? std::nullopt : trusted_key(*database, *decoded, code);
    if (!key) {
        verification.verdict = CodeVerdict::unknown_key;
        return verification;
    }
    if (!verify_signature(*decoded, *key)) return verification;
    verification.verdict = CodeVerdict::genuine;
    // A record of learning has no number of its own that could become void.
    if (decoded->payload.is_record()) return verification;
    const auto entry = find_certificate(*database, decoded->payload.serial);
    const bool own = office::find_key(*database, decoded->key).has_value();
    if (entry && entry->state != State::issued) verification.verdict = CodeVerdict::void_;
    if (entry && !entry->replaced_by.empty())
        verification.reason =
            core::Error{"certificate.replaced"}.with("serial", entry->serial).with("by", entry->replaced_by);
    if (database->value<int>(select_elsewhere, decoded->payload.serial, code))
        verification.verdict = CodeVerdict::void_;
    if (!entry && own)
        verification.reason = core::Error{"certificate.unknown"}.with("serial", decoded->payload.serial);
    return verification;
}

} // namespace certificates
