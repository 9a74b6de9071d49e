// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/copy.hpp"

#include "storage/connection.hpp"
#include "storage/file_header.hpp"
#include "storage/statement.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <map>
#include <memory>

namespace storage {
namespace {

namespace fs = std::filesystem;

std::map<std::string, std::int64_t> rows_of_tables(Connection& connection) {
    std::map<std::string, std::int64_t> rows;
    {
        Statement names(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'");
        while (names.step())
            rows[names.get<std::string>(0)] = 0;
    }
    for (auto& [table, count] : rows) {
        Statement counting(connection, fmt::format(R"(SELECT count(*) FROM "{}")", table));
        counting.step();
        count = counting.get<std::int64_t>(0);
    }
    return rows;
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

void copy_verified(Connection& from, const fs::path& destination, core::Progress& progress) {
    fs::path part = destination;
    part += ".part";
    remove_with_journals(part);
    const auto refuse = [&](std::string which) {
        remove_with_journals(part);
        throw core::WorldFailure(core::Error{"backup.unequal"}
                                     .at({.file = file_text(destination)})
                                     .with("which", std::move(which)));
    };
    try {
        Connection copy(part, Connection::Mode::create);
        copy_pages(from, copy, progress);
        // One plain file, without a log beside it that could be forgotten on the stick.
        copy.run_script("PRAGMA journal_mode = DELETE");
    } catch (...) {
        remove_with_journals(part);
        throw;
    }
    {
        Connection copy(part, Connection::Mode::read_only);
        if (!damage_of(copy).empty()) refuse("check");
        if (rows_of_tables(copy) != rows_of_tables(from)) refuse("rows");
    }
    std::error_code failed;
    fs::rename(part, destination, failed);
    if (failed) {
        remove_with_journals(part);
        throw core::WorldFailure(core::Error{"file.cannot-open"}.at({.file = file_text(destination)}));
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
