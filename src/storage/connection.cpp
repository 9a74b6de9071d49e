// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connection.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <stdexcept>

namespace storage {
namespace {

std::string utf8(const std::filesystem::path& path) {
    const auto text = path.generic_u8string();
    return {text.begin(), text.end()};
}

// SQLite URIs need ?, # and % escaped; Khmer letters pass as they are.
std::string uri_of(const std::filesystem::path& path, std::string_view query) {
    const std::string name = utf8(path);
    std::string uri = "file:";
    // //server/share begins a path, and in a URI it would name another computer.
    if (name.starts_with("//")) uri += "//";
    for (const char c : name) {
        if (c == '?' || c == '#' || c == '%')
            uri += fmt::format("%{:02X}", static_cast<unsigned>(c));
        else
            uri += c;
    }
    return uri.append(query);
}

std::string_view code_of(int result) {
    switch (result & 0xFF) {
    case SQLITE_FULL:
        return "disk.full";
    case SQLITE_IOERR:
        return "disk.failed";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return "file.damaged";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return "file.locked";
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return "file.read-only";
    case SQLITE_CANTOPEN:
        return "file.cannot-open";
    case SQLITE_NOMEM:
        return "memory.full";
    default:
        return {};
    }
}

} // namespace

Connection::Connection(std::filesystem::path path, Mode mode)
    : m_path(std::move(path)) {
    switch (mode) {
    case Mode::create:
        open(uri_of(m_path, ""), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
        break;
    case Mode::read_write:
        open(uri_of(m_path, ""), SQLITE_OPEN_READWRITE);
        break;
    case Mode::read_only:
        open(uri_of(m_path, ""), SQLITE_OPEN_READONLY);
        break;
    case Mode::immutable:
        open(uri_of(m_path, "?immutable=1"), SQLITE_OPEN_READONLY);
        break;
    }
}

Connection::Connection() {
    open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
}

void Connection::open(const std::string& uri, int flags) {
    const int result =
        sqlite3_open_v2(uri.c_str(), &m_handle, flags | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE, nullptr);
    if (result != SQLITE_OK) {
        sqlite3_close(m_handle);
        m_handle = nullptr;
        const auto code = code_of(result);
        throw core::WorldFailure(
            core::Error{std::string{code.empty() ? "file.cannot-open" : code}}.at({.file = utf8(m_path)}));
    }
    sqlite3_busy_timeout(m_handle, 2000);
}

Connection::~Connection() {
    for (const auto& [sql, statements] : m_idle)
        for (sqlite3_stmt* statement : statements)
            sqlite3_finalize(statement);
    sqlite3_close(m_handle);
}

void Connection::run_script(const std::string& sql) {
    const int result = sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr);
    if (result != SQLITE_OK) fail(result);
}

sqlite3_stmt* Connection::borrow(std::string_view sql) {
    auto& idle = m_idle[std::string{sql}];
    if (!idle.empty()) {
        sqlite3_stmt* statement = idle.back();
        idle.pop_back();
        return statement;
    }
    sqlite3_stmt* statement = nullptr;
    const int result = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()),
                                          SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (result != SQLITE_OK) fail(result);
    return statement;
}

void Connection::give_back(sqlite3_stmt* statement) {
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    m_idle[sqlite3_sql(statement)].push_back(statement);
}

bool Connection::moved() const {
    int moved = 0;
    // Where a system cannot tell, it does not let an open file be moved either.
    return sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0;
}

void Connection::fail(int result) const {
    const std::string message = sqlite3_errmsg(m_handle);
    const auto code = code_of(result);
    if (code.empty()) throw std::logic_error(fmt::format("SQLite {}: {}", result, message));
    throw core::WorldFailure(
        core::Error{std::string{code}}.at({.file = utf8(m_path)}).with("detail", message));
}

} // namespace storage
