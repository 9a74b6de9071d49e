// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migration.hpp"

#include "storage/connection.hpp"
#include "storage/statement.hpp"

#include <fmt/format.h>

#include <array>
#include <stdexcept>
#include <string>

namespace storage {

std::string_view resource(std::string_view path);

namespace {

constexpr std::array<std::string_view, 34> files = {
    "migrations/0001_file.sql",
    "migrations/0002_gazetteer.sql",
    "migrations/0003_programmes.sql",
    "migrations/0004_institutions.sql",
    "migrations/0005_learners.sql",
    "migrations/0006_classes.sql",
    "migrations/0007_attendance.sql",
    "migrations/0008_assessment.sql",
    "migrations/0009_certificates.sql",
    "migrations/0010_returns.sql",
    "migrations/0011_imports.sql",
    "migrations/0012_drafts.sql",
    "migrations/0013_identity.sql",
    "migrations/0014_transfer.sql",
    "migrations/0015_import_layouts.sql",
    "migrations/0016_bulk.sql",
    "migrations/0017_attendance_margin.sql",
    "migrations/0018_score_locks.sql",
    "migrations/0019_certificate_words.sql",
    "migrations/0020_register_chain.sql",
    "migrations/0021_rollover.sql",
    "migrations/0022_units.sql",
    "migrations/0023_award_list.sql",
    "migrations/0024_serial_blocks.sql",
    "migrations/0025_key_lists.sql",
    "migrations/0026_statements.sql",
    "migrations/0027_parcel.sql",
    "migrations/0028_certificate_files.sql",
    "migrations/0029_return_rounds.sql",
    "migrations/0030_return_layouts.sql",
    "migrations/0031_declared_figures.sql",
    "migrations/0032_stranger_map.sql",
    "migrations/0033_users.sql",
    "migrations/0034_backups.sql",
};

void run(Connection& connection, const Migration& migration) {
    connection.run_script("PRAGMA foreign_keys = OFF");
    try {
        connection.run_script("BEGIN IMMEDIATE");
        connection.run_script(std::string{migration.sql});
        {
            Statement dangling(connection, "PRAGMA foreign_key_check");
            if (dangling.step())
                throw std::logic_error(fmt::format("{} breaks foreign keys", migration.name));
        }
        connection.run_script(fmt::format("PRAGMA user_version = {}", migration.number));
        connection.run_script("COMMIT");
    } catch (...) {
        connection.run_script("ROLLBACK");
        throw;
    }
    connection.run_script("PRAGMA foreign_keys = ON");
}

} // namespace

std::span<const Migration> migrations() {
    static const auto list = [] {
        std::array<Migration, files.size()> all{};
        for (std::size_t i = 0; i < files.size(); ++i)
            all[i] = {static_cast<int>(i) + 1, files[i], resource(files[i])};
        return all;
    }();
    return list;
}

int newest_schema() {
    return migrations().back().number;
}

int schema_of(Connection& connection) {
    Statement version(connection, "PRAGMA user_version");
    version.step();
    return version.get<int>(0);
}

void migrate(Connection& connection) {
    const int have = schema_of(connection);
    for (const Migration& migration : migrations())
        if (migration.number > have) run(connection, migration);
}

} // namespace storage
