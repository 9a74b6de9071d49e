// SPDX-License-Identifier: GPL-3.0-or-later
// The office's institutions: the only writer of their table.
#pragma once

#include "core/expected.hpp"
#include "institutions/institution.hpp"
#include "storage/transaction.hpp"

namespace institutions {

// A new institution, audited as "institution.add". Errors: the first of faults(); institution.code-taken
// {field, code}; village.unknown {field, code} when the gazetteer has no such village.
core::Expected<InstitutionId> add_institution(storage::Transaction& tx, const Institution& institution);

// The same for bulk work (an import), which the caller audits as one.
core::Expected<InstitutionId> add_in_bulk(storage::Transaction& tx, const Institution& institution);

// Everything but id and uid. Audited as "institution.update" unless nothing changed. Errors as for adding.
core::Expected<void> update_institution(storage::Transaction& tx, const Institution& institution);

// The id must exist.
Institution load_institution(const storage::Database& database, InstitutionId id);
std::optional<Institution> find_institution(const storage::Database& database, InstitutionId id);
std::optional<Institution> find_by_uid(const storage::Database& database, const core::Uid& uid);
std::optional<Institution> find_by_code(const storage::Database& database, std::string_view code);

// Those whose Khmer or Latin name folds as this text does; one name may be borne by several.
std::vector<Institution> find_by_name(const storage::Database& database, std::string_view name);

// All of them in the order of their names, closed ones too.
std::vector<Institution> list_institutions(const storage::Database& database);

} // namespace institutions
