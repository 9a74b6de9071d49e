// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/backup_store.hpp"

#include "office/office_store.hpp"
#include "storage/change.hpp"
#include "storage/file_header.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace backups {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> reasons = {"asked", "day", "closing"};

constexpr std::string_view insert_backup = R"sql(
INSERT INTO backup (made_at, generation, audit_rows, path, bytes, digest, sealed, why, proven_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9))sql";

constexpr std::string_view update_removed = R"sql(
UPDATE backup SET removed_at = ?2 WHERE path = ?1 AND removed_at IS NULL)sql";

constexpr std::string_view select_all_backups = R"sql(
SELECT id, made_at, generation, audit_rows, path, bytes, digest, sealed, why, proven_at, removed_at FROM backup
ORDER BY generation DESC, audit_rows DESC, id DESC)sql";

constexpr std::string_view select_newest_backup = R"sql(
SELECT made_at FROM backup ORDER BY generation DESC, audit_rows DESC, id DESC LIMIT 1)sql";

// A backup's own rows in the audit are no change.
constexpr std::string_view any_change_since = R"sql(
SELECT 1 FROM audit
WHERE seq > coalesce((SELECT max(audit_rows) FROM backup b
                      WHERE b.generation = (SELECT generation FROM office WHERE id = 1)), 0)
  AND verb NOT LIKE 'backup.%' LIMIT 1)sql";

constexpr std::string_view insert_rehearsal = R"sql(
INSERT INTO rehearsal (at, path, made_at, learners, certificates, findings, milliseconds)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7))sql";

constexpr std::string_view select_rehearsal = R"sql(
SELECT at, path, made_at, learners, certificates, findings, milliseconds FROM rehearsal ORDER BY id DESC LIMIT 1)sql";

constexpr std::string_view folder_key = "backup.folder";
constexpr std::string_view second_key = "backup.second";

fs::path path_from(const std::string& text) {
    return {std::u8string{text.begin(), text.end()}};
}

} // namespace

std::string_view to_text(Why why) {
    return reasons[static_cast<std::size_t>(why)];
}

void note_backup(storage::Transaction& tx, const Made& made, Why why) {
    const std::string path = storage::file_text(fs::absolute(made.file));
    // What stood there before gave way to it.
    tx.run(update_removed, path, tx.now());
    tx.run(insert_backup, made.made_at, made.generation, made.audit_rows, path,
           static_cast<std::int64_t>(made.bytes), made.digest, made.sealed, to_text(why), made.proven_at);
    tx.audit("backup.prove", "backup", std::nullopt,
             fmt::format(R"({{"file":{},"digest":"{}","why":"{}"}})", storage::json_quoted(path),
                         office::to_text(made.digest), to_text(why)));
}

void note_removed(storage::Transaction& tx, const fs::path& file) {
    const std::string path = storage::file_text(fs::absolute(file));
    tx.run(update_removed, path, tx.now());
    tx.audit("backup.remove", "backup", std::nullopt,
             fmt::format(R"({{"file":{}}})", storage::json_quoted(path)));
}

std::vector<KeptBackup> load_backups(const storage::Database& database) {
    std::vector<KeptBackup> all;
    storage::Statement row = database.query(select_all_backups);
    while (row.step()) {
        KeptBackup one;
        one.id = row.get<BackupId>(0);
        one.made.made_at = row.get<core::Moment>(1);
        one.made.generation = row.get<int>(2);
        one.made.audit_rows = row.get<std::int64_t>(3);
        one.made.file = path_from(row.get<std::string>(4));
        one.made.bytes = static_cast<std::uint64_t>(row.get<std::int64_t>(5));
        one.made.digest = row.get<office::Digest>(6);
        one.made.sealed = row.get<bool>(7);
        const auto why = std::find(reasons.begin(), reasons.end(), row.get<std::string_view>(8));
        if (why != reasons.end()) one.why = static_cast<Why>(why - reasons.begin());
        one.made.proven_at = row.get<core::Moment>(9);
        one.removed_at = row.get<std::optional<core::Moment>>(10);
        all.push_back(std::move(one));
    }
    return all;
}

std::optional<core::Moment> last_proven(const storage::Database& database) {
    if (const auto newest = database.value<core::Moment>(select_newest_backup)) return newest;
    return office::last_backup(database);
}

bool changed_since_backup(const storage::Database& database) {
    return database.value<int>(any_change_since).has_value();
}

Places load_places(const storage::Database& database) {
    Places places;
    const auto chosen = office::setting(database, folder_key);
    if (chosen && !chosen->empty()) {
        places.folder = path_from(*chosen);
    } else {
        fs::path beside = fs::absolute(database.path());
        places.folder = beside.replace_extension() += "-backups";
    }
    const auto second = office::setting(database, second_key);
    if (second && !second->empty()) places.second = path_from(*second);
    return places;
}

void set_places(storage::Transaction& tx, const fs::path& folder, const std::optional<fs::path>& second) {
    office::set_setting(tx, folder_key, storage::file_text(folder));
    office::set_setting(tx, second_key, second ? storage::file_text(*second) : std::string{});
}

void note_rehearsal(storage::Transaction& tx, const Rehearsal& rehearsal) {
    const std::string path = storage::file_text(fs::absolute(rehearsal.file));
    tx.run(insert_rehearsal, rehearsal.at, path, rehearsal.made_at, rehearsal.learners,
           rehearsal.certificates, rehearsal.findings, static_cast<std::int64_t>(rehearsal.took.count()));
    tx.audit("backup.rehearse", "rehearsal", std::nullopt,
             fmt::format(R"({{"file":{},"findings":{}}})", storage::json_quoted(path), rehearsal.findings));
}

std::optional<Rehearsal> last_rehearsal(const storage::Database& database) {
    storage::Statement row = database.query(select_rehearsal);
    if (!row.step()) return std::nullopt;
    return Rehearsal{row.get<core::Moment>(0),
                     path_from(row.get<std::string>(1)),
                     row.get<core::Moment>(2),
                     row.get<std::int64_t>(3),
                     row.get<std::int64_t>(4),
                     row.get<std::int64_t>(5),
                     std::chrono::milliseconds{row.get<std::int64_t>(6)}};
}

} // namespace backups
