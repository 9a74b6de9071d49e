// SPDX-License-Identifier: GPL-3.0-or-later
#include "parcels/partner.hpp"

namespace parcels {
namespace {

constexpr std::string_view select_partner = R"sql(
SELECT uid, kind = 'district', office_code, name_km, public_key, sample FROM parcel_partner WHERE uid = ?1)sql";

constexpr std::string_view insert_partner = R"sql(
INSERT INTO parcel_partner (uid, kind, office_code, name_km, key_id, public_key, sample, known_since)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING)sql";

} // namespace

std::optional<Partner> find_partner(const storage::Database& database, const core::Uid& uid) {
    storage::Statement row = database.query(select_partner, uid);
    if (!row.step()) return std::nullopt;
    return Partner{row.get<core::Uid>(0),
                   row.get<bool>(1),
                   row.get<std::string>(2),
                   row.get<std::string>(3),
                   office::PublicKey{row.get<std::array<std::byte, 32>>(4)},
                   row.get<bool>(5)};
}

void know_partner(storage::Transaction& tx, const Partner& partner) {
    tx.run(insert_partner, partner.uid, partner.district ? "district" : "institution", partner.office_code,
           partner.name_km, office::key_id(partner.key).bytes, partner.key.bytes, partner.sample, tx.now());
}

} // namespace parcels
