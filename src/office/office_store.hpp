// SPDX-License-Identifier: GPL-3.0-or-later
// Making an office file, and the one row and the settings that say what it is.
#pragma once

#include "core/expected.hpp"
#include "office/office.hpp"
#include "storage/transaction.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace office {

struct NewOffice {
    std::string area_code; // 02 a province, 0202 a district; a lost leading zero is put back
    std::optional<std::string> institution_code{}; // makes it an institution's file
    std::string name_km{};                         // empty: the default name
    std::string name{};
    bool sample = false;
};

// Makes the file with the gazetteer, the holidays, the office's row and a signing key under the empty
// passphrase; it is in set-up. On any failure no file is left.
// Errors: area.unknown {code}; area.level {code} for a commune or village; office.name-needed for an
// institution without a Khmer name. WorldFailure: see storage::Database::create.
core::Expected<storage::Database> create_office(const std::filesystem::path& path,
                                                storage::Environment environment, NewOffice wanted);

// The same in memory, for tests and rehearsals.
core::Expected<storage::Database> create_office_in_memory(storage::Environment environment, NewOffice wanted);

// A file without its row is damaged (WorldFailure file.damaged).
Office load_office(const storage::Database& database);

// The office's own area: its district or province.
Area load_area(const storage::Database& database, const Office& office);

void rename_office(storage::Transaction& tx, const std::string& name_km, const std::string& name);

std::optional<std::string> setting(const storage::Database& database, std::string_view key);
void set_setting(storage::Transaction& tx, std::string_view key, std::string_view value);

// The last copy that a file knew of before it kept a list of its backups (backups/backup_store.hpp).
std::optional<core::Moment> last_backup(const storage::Database& database);

// False when the stored folded or sort keys were made by another program's rules and must be rebuilt.
bool keys_are_current(const storage::Database& database);

} // namespace office
