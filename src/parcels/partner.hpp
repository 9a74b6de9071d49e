// SPDX-License-Identifier: GPL-3.0-or-later
// Who parcels are exchanged with, and the key each is known by.
#pragma once

#include "office/signing.hpp"
#include "parcels/content.hpp"
#include "storage/transaction.hpp"

namespace parcels {

struct Partner {
    core::Uid uid{};
    bool district = false;
    std::string office_code{};
    std::string name_km{};
    office::PublicKey key{};
    bool sample = false;
};

// By the institution's uid, or of an institution's file by the district office's.
std::optional<Partner> find_partner(const storage::Database& database, const core::Uid& uid);

// Known from now on, unless it is known already. Part of taking a parcel, which audits.
void know_partner(storage::Transaction& tx, const Partner& partner);

} // namespace parcels
