// SPDX-License-Identifier: GPL-3.0-or-later
// The SQLite handle with its statement cache; only storage's own files use it.
#pragma once

#include "core/error.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace storage {

class Connection {
  public:
    enum class Mode { create, read_write, read_only, immutable };

    Connection(std::filesystem::path path, Mode mode);
    // In memory.
    Connection();
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    sqlite3* handle() const { return m_handle; }
    const std::filesystem::path& path() const { return m_path; }

    // Runs a whole script, never split.
    void run_script(const std::string& sql);

    // The cache: a statement in use by one reader is prepared a second time for another.
    sqlite3_stmt* borrow(std::string_view sql);
    void give_back(sqlite3_stmt* statement);

    // Whether another file, or none, stands where this one was opened.
    bool moved() const;

    // Turns a result code into WorldFailure or, for our bugs, std::logic_error.
    [[noreturn]] void fail(int result) const;

  private:
    void open(const std::string& uri, int flags);

    std::filesystem::path m_path;
    sqlite3* m_handle = nullptr;
    std::unordered_map<std::string, std::vector<sqlite3_stmt*>> m_idle;
};

} // namespace storage
