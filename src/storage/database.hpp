// SPDX-License-Identifier: GPL-3.0-or-later
// One office file: opened once, written by one process at a time, WAL with synchronous=FULL.
#pragma once

#include "core/clock.hpp"
#include "core/expected.hpp"
#include "core/progress.hpp"
#include "core/random.hpp"
#include "storage/statement.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace storage {

class Connection;
class FileLock;
class Transaction;

// 'SROK' in the file's header says that it is ours.
constexpr std::int32_t application_id = 0x53524F4B;

// Where time and chance come from; both outlive the database.
struct Environment {
    const core::Clock& clock;
    core::Random& random;
};

enum class Access { read_write, read_only };

class Database {
  public:
    // A new file with an empty schema. WorldFailure: file.exists, file.network, file.cannot-open, disk.full.
    static Database create(const std::filesystem::path& path, Environment environment);

    // An existing file, migrated when it is older than the program (after a verified copy beside it).
    // WorldFailure, and then the file is as it was: file.missing, file.not-ours, file.newer, file.damaged,
    // file.stale-log (fact log), file.locked (fact holder), file.read-only, file.network. Read-only opening
    // takes no lock and works while another program writes.
    static Database open(const std::filesystem::path& path, Access access, Environment environment);

    // For tests and rehearsals.
    static Database in_memory(Environment environment);

    Database(Database&&) noexcept;
    Database& operator=(Database&&) = delete;
    ~Database();

    // A reading statement with its values bound; std::logic_error if it would write.
    template<typename... Values>
    Statement query(std::string_view sql, const Values&... values) const {
        Statement statement = prepare_reading(sql);
        statement.bind(values...);
        return statement;
    }

    // The first column of the first row, or nothing.
    template<typename T, typename... Values>
    std::optional<T> value(std::string_view sql, const Values&... values) const {
        Statement statement = query(sql, values...);
        if (!statement.step() || statement.is_null(0)) return std::nullopt;
        return statement.get<T>(0);
    }

    const std::filesystem::path& path() const;
    Access access() const;
    const core::Clock& clock() const;
    core::Random& random() const;

    // Findings worth a warning on opening: "file.synced-folder".
    std::vector<core::Error> warnings() const;

    // quick_check and foreign keys; each damage found is one error. Minutes on a large file: run it in a job.
    std::vector<core::Error> damage() const;

    // A copy by SQLite's backup API to `destination`.part, opened and compared value by value, then renamed
    // over it. WorldFailure: disk.full, disk.failed, file.write, backup.unequal, file.damaged, "cancelled".
    void back_up(const std::filesystem::path& destination, core::Progress& progress) const;

    // Copies everything into a new in-memory database: tests start from a prepared office in a millisecond.
    Database clone_in_memory(Environment environment) const;

  private:
    friend class Transaction;
    friend class ChangeRecorder;
    friend struct ChangesetAccess;

    Database(std::unique_ptr<Connection> connection, std::unique_ptr<FileLock> lock, Access access,
             Environment environment);
    Statement prepare_reading(std::string_view sql) const;

    std::unique_ptr<FileLock> m_lock;
    std::unique_ptr<Connection> m_connection;
    Access m_access;
    Environment m_environment;
};

} // namespace storage
