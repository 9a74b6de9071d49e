// SPDX-License-Identifier: GPL-3.0-or-later
// A parcel's rows as this office file has them.
#pragma once

#include "parcels/content.hpp"
#include "storage/database.hpp"

namespace parcels {

// Everything a headteacher of those institutions needs: their classes that are not issued yet, with whoever
// is or was in them, and the units from elsewhere that an award may rest on. Without blocks and certificates.
Content gather_for(const storage::Database& database,
                   const std::vector<institutions::InstitutionId>& institutions);

// The same rows of those classes, whatever their state, where they are here; and of the institutions and
// educators they name.
Content gather_same(const storage::Database& database, const Content& told);

// What an institution's file gives back: its classes' lists, and the numbers of its blocks.
Content gather_answers(const storage::Database& database);

} // namespace parcels
