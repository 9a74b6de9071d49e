// SPDX-License-Identifier: GPL-3.0-or-later
// The office's educators: the only writer of their table.
#pragma once

#include "core/expected.hpp"
#include "staff/educator.hpp"
#include "storage/transaction.hpp"

namespace staff {

// A new educator, audited as "educator.add". Errors: the first of faults(); institution.unknown {field}.
core::Expected<EducatorId> add_educator(storage::Transaction& tx, const Educator& educator);

// The same for bulk work (the sample office), which the caller audits as one.
core::Expected<EducatorId> add_in_bulk(storage::Transaction& tx, const Educator& educator);

// Everything but id and uid. Audited as "educator.update" unless nothing changed. Errors as for adding.
core::Expected<void> update_educator(storage::Transaction& tx, const Educator& educator);

// The id must exist.
Educator load_educator(const storage::Database& database, EducatorId id);
std::optional<Educator> find_educator(const storage::Database& database, EducatorId id);
std::optional<Educator> find_by_uid(const storage::Database& database, const core::Uid& uid);

// In the order of their names: everyone, or those of one institution.
std::vector<Educator> list_educators(const storage::Database& database);
std::vector<Educator> educators_of(const storage::Database& database,
                                   institutions::InstitutionId institution);

} // namespace staff
