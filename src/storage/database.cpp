// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.hpp"

#include "storage/connection.hpp"
#include "storage/copy.hpp"
#include "storage/file_header.hpp"
#include "storage/file_lock.hpp"
#include "storage/migration.hpp"
#include "storage/volume.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <stdexcept>

namespace storage {
namespace {

namespace fs = std::filesystem;

core::WorldFailure failure(std::string code, const fs::path& path) {
    return core::WorldFailure(core::Error{std::move(code)}.at({.file = file_text(path)}));
}

void refuse_network_share(const fs::path& path) {
    if (on_network_share(fs::absolute(path).parent_path())) throw failure("file.network", path);
}

void prepare_for_writing(Connection& connection) {
    connection.run_script("PRAGMA journal_mode = WAL;"
                          "PRAGMA synchronous = FULL;"
                          "PRAGMA foreign_keys = ON;"
                          "PRAGMA trusted_schema = OFF;"
                          "PRAGMA cell_size_check = ON;");
}

// Opening reads one row through every table and index, so that gross damage shows before work begins.
void touch_everything(Connection& connection) {
    std::vector<std::string> probes;
    {
        Statement names(
            connection,
            "SELECT name, type, tbl_name, sql FROM sqlite_schema WHERE type IN ('table', 'index')");
        while (names.step()) {
            const auto name = names.get<std::string>(0);
            if (names.get<std::string_view>(1) == "table")
                probes.push_back(fmt::format(R"(SELECT 1 FROM "{}" LIMIT 1)", name));
            else if (!names.is_null(3) &&
                     names.get<std::string_view>(3).find(" WHERE ") == std::string_view::npos)
                probes.push_back(fmt::format(R"(SELECT 1 FROM "{}" INDEXED BY "{}" LIMIT 1)",
                                             names.get<std::string>(2), name));
        }
    }
    for (const std::string& probe : probes)
        Statement(connection, probe).step();
}

// A read-only medium has no room for SQLite's shared memory: then the file is read as it stands.
std::unique_ptr<Connection> open_for_reading(const fs::path& path) {
    try {
        auto connection = std::make_unique<Connection>(path, Connection::Mode::read_only);
        schema_of(*connection);
        Statement(*connection, "SELECT count(*) FROM sqlite_schema").step();
        return connection;
    } catch (const core::WorldFailure& refused) {
        const std::string& code = refused.error().code;
        fs::path log = path;
        log += "-wal";
        std::error_code ignored;
        const bool unwritten_log = fs::exists(log, ignored) && fs::file_size(log, ignored) > 0;
        if (unwritten_log || (code != "file.cannot-open" && code != "file.read-only")) throw;
        return std::make_unique<Connection>(path, Connection::Mode::immutable);
    }
}

fs::path copy_before_migration(const fs::path& path, int schema) {
    fs::path copy = path;
    copy += fmt::format(".before-{:04}", schema + 1);
    return copy;
}

} // namespace

Database::Database(std::unique_ptr<Connection> connection, std::unique_ptr<FileLock> lock, Access access,
                   Environment environment)
    : m_lock(std::move(lock))
    , m_connection(std::move(connection))
    , m_access(access)
    , m_environment(environment) {}

Database::Database(Database&&) noexcept = default;
Database::~Database() = default;

Database Database::create(const fs::path& path, Environment environment) {
    if (fs::exists(path)) throw failure("file.exists", path);
    refuse_network_share(path);
    if (!fs::is_directory(fs::absolute(path).parent_path())) throw failure("folder.missing", path);
    auto lock = std::make_unique<FileLock>(path);
    auto connection = std::make_unique<Connection>(path, Connection::Mode::create);
    try {
        // The header says whose file it is before any table stands in it.
        connection->run_script(fmt::format("PRAGMA application_id = {}", application_id));
        prepare_for_writing(*connection);
        migrate(*connection);
        connection->run_script("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (...) {
        connection.reset();
        std::error_code ignored;
        for (const char* suffix : {"", "-wal", "-shm"}) {
            fs::path leftover = path;
            leftover += suffix;
            fs::remove(leftover, ignored);
        }
        throw;
    }
    return {std::move(connection), std::move(lock), Access::read_write, environment};
}

Database Database::open(const fs::path& path, Access access, Environment environment) {
    if (!fs::exists(path)) throw failure("file.missing", path);
    refuse_network_share(path);
    refuse_foreign_file(path);
    refuse_stale_log(path);
    if (access == Access::read_only) {
        auto connection = open_for_reading(path);
        if (schema_of(*connection) < newest_schema()) throw failure("file.older", path);
        connection->run_script("PRAGMA trusted_schema = OFF");
        touch_everything(*connection);
        return {std::move(connection), nullptr, access, environment};
    }
    refuse_unwritable_file(path);
    auto lock = std::make_unique<FileLock>(path);
    auto connection = std::make_unique<Connection>(path, Connection::Mode::read_write);
    touch_everything(*connection);
    prepare_for_writing(*connection);
    const int schema = schema_of(*connection);
    if (schema < newest_schema()) {
        core::NoProgress silent;
        copy_verified(*connection, copy_before_migration(path, schema), silent);
        migrate(*connection);
    }
    return {std::move(connection), std::move(lock), access, environment};
}

Database Database::in_memory(Environment environment) {
    auto connection = std::make_unique<Connection>();
    connection->run_script("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF");
    migrate(*connection);
    return {std::move(connection), nullptr, Access::read_write, environment};
}

Database Database::clone_in_memory(Environment environment) const {
    auto connection = std::make_unique<Connection>();
    core::NoProgress silent;
    copy_pages(*m_connection, *connection, silent);
    connection->run_script("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF");
    return {std::move(connection), nullptr, Access::read_write, environment};
}

Statement Database::prepare_reading(std::string_view sql) const {
    Statement statement(*m_connection, sql);
    if (!statement.reads_only()) throw std::logic_error("a write outside a transaction: " + std::string{sql});
    return statement;
}

const fs::path& Database::path() const {
    return m_connection->path();
}
Access Database::access() const {
    return m_access;
}
const core::Clock& Database::clock() const {
    return m_environment.clock;
}
core::Random& Database::random() const {
    return m_environment.random;
}

std::vector<core::Error> Database::warnings() const {
    std::vector<core::Error> found;
    if (!path().empty() && in_synced_folder(path()))
        found.push_back(core::Error{"file.synced-folder"}.at({.file = file_text(path())}));
    return found;
}

std::vector<core::Error> Database::damage() const {
    return damage_of(*m_connection);
}

void Database::back_up(const fs::path& destination, core::Progress& progress) const {
    copy_verified(*m_connection, destination, progress);
}

} // namespace storage
