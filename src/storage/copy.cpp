// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/copy.hpp"

#include "core/file_in_place.hpp"
#include "storage/connection.hpp"
#include "storage/file_header.hpp"
#include "storage/statement.hpp"

#include <fmt/format.h>
#include <sodium.h>
#include <sqlite3.h>

#include <array>
#include <map>

namespace storage {
namespace {

namespace fs = std::filesystem;

core::WorldFailure failure(const char* code, const fs::path& file, std::string which) {
    return core::WorldFailure(
        core::Error{code}.at({.file = file_text(file)}).with("which", std::move(which)));
}

// What is copied and compared is one moment of the file, whoever else writes it meanwhile.
class Snapshot {
  public:
    explicit Snapshot(Connection& connection)
        : m_connection(connection)
        , m_began(sqlite3_get_autocommit(connection.handle()) != 0) {
        if (!m_began) return;
        m_connection.run_script("BEGIN");
        // A snapshot begins with the first reading.
        Statement(m_connection, "SELECT count(*) FROM sqlite_schema").step();
    }
    ~Snapshot() {
        if (m_began) sqlite3_exec(m_connection.handle(), "COMMIT", nullptr, nullptr, nullptr);
    }
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

  private:
    Connection& m_connection;
    bool m_began;
};

using Digest = std::array<unsigned char, crypto_generichash_BYTES>;

// Of every value of every row that a query gives, with its type and length.
Digest digest_of(Connection& connection, const std::string& sql) {
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, Digest{}.size());
    const auto add = [&](const void* bytes, std::size_t size) {
        crypto_generichash_update(&state, static_cast<const unsigned char*>(bytes), size);
    };
    sqlite3_stmt* rows = connection.borrow(sql);
    int result = sqlite3_step(rows);
    for (; result == SQLITE_ROW; result = sqlite3_step(rows))
        for (int column = 0; column < sqlite3_column_count(rows); ++column) {
            const int type = sqlite3_column_type(rows, column);
            const void* bytes = sqlite3_column_blob(rows, column);
            const auto size = sqlite3_column_bytes(rows, column);
            add(&type, sizeof type);
            add(&size, sizeof size);
            add(bytes, static_cast<std::size_t>(size));
        }
    connection.give_back(rows);
    if (result != SQLITE_DONE) connection.fail(result);
    Digest digest{};
    crypto_generichash_final(&state, digest.data(), digest.size());
    return digest;
}

// The schema, what the header says of it, and each table.
std::map<std::string, Digest> digests_of(Connection& connection) {
    std::map<std::string, Digest> digests;
    for (const char* whole : {"SELECT type, name, tbl_name, sql FROM sqlite_schema", "PRAGMA user_version",
                              "PRAGMA application_id"})
        digests[whole] = digest_of(connection, whole);
    std::vector<std::string> tables;
    {
        Statement names(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'");
        while (names.step())
            tables.push_back(names.get<std::string>(0));
    }
    for (const std::string& table : tables)
        digests[table] = digest_of(connection, fmt::format(R"(SELECT * FROM "{}")", table));
    return digests;
}

// Slower than quick_check, and sees an index that says something else than its table.
bool whole(Connection& connection) {
    Statement check(connection, "PRAGMA integrity_check(1)");
    return check.step() && check.get<std::string_view>(0) == "ok" && !check.step();
}

void remove_with_journals(const fs::path& path) {
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
        fs::path file = path;
        file += suffix;
        fs::remove(file, ignored);
    }
}

} // namespace

void copy_pages(const Connection& from, Connection& to, core::Progress& progress) {
    sqlite3_backup* backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    if (backup == nullptr) to.fail(sqlite3_errcode(to.handle()));
    int result = SQLITE_OK;
    bool cancelled = false;
    while (result == SQLITE_OK && !cancelled) {
        result = sqlite3_backup_step(backup, 256);
        const int total = sqlite3_backup_pagecount(backup);
        progress.report(total - sqlite3_backup_remaining(backup), total);
        cancelled = progress.cancelled();
    }
    sqlite3_backup_finish(backup);
    if (result != SQLITE_DONE && cancelled) throw core::WorldFailure(core::Error{"cancelled"});
    if (result != SQLITE_DONE) to.fail(result);
}

void compare_copy(Connection& from, const fs::path& file) {
    const Snapshot snapshot(from);
    std::string which = "check";
    try {
        Connection copy(file, Connection::Mode::read_only);
        if (whole(copy)) {
            if (digests_of(copy) == digests_of(from)) return;
            which = "rows";
        }
    } catch (const core::WorldFailure& unreadable) {
        if (unreadable.error().code != "file.damaged") throw;
    }
    // A faithful copy of damage is no fault of the copy.
    if (!whole(from)) throw failure("file.damaged", from.path(), which);
    throw failure("backup.unequal", file, which);
}

void copy_verified(Connection& from, const fs::path& destination, core::Progress& progress) {
    fs::path part = destination;
    part += ".part";
    remove_with_journals(part);
    try {
        const Snapshot snapshot(from);
        {
            Connection copy(part, Connection::Mode::create);
            copy_pages(from, copy, progress);
            // One plain file, without a log beside it that could be forgotten on the stick.
            copy.run_script("PRAGMA journal_mode = DELETE");
        }
        compare_copy(from, part);
        if (const auto refused = core::put_in_place(part, destination))
            throw core::not_written(destination, *refused);
    } catch (...) {
        remove_with_journals(part);
        throw;
    }
}

std::vector<core::Error> damage_of(Connection& connection) {
    std::vector<core::Error> found;
    {
        Statement check(connection, "PRAGMA quick_check(20)");
        while (check.step()) {
            const auto line = check.get<std::string>(0);
            if (line != "ok") found.push_back(core::Error{"file.damaged"}.with("detail", line));
        }
    }
    Statement dangling(connection, "PRAGMA foreign_key_check");
    while (dangling.step())
        found.push_back(core::Error{"file.dangling"}.with("table", dangling.get<std::string>(0)));
    return found;
}

} // namespace storage
