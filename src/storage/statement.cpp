// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/statement.hpp"

#include "storage/connection.hpp"

#include <sqlite3.h>

#include <stdexcept>
#include <utility>

namespace storage {

Statement::Statement(Connection& connection, std::string_view sql)
    : m_connection(&connection)
    , m_statement(connection.borrow(sql)) {}

Statement::Statement(Statement&& other) noexcept
    : m_connection(other.m_connection)
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_texts(std::move(other.m_texts)) {}

Statement::~Statement() {
    if (m_statement != nullptr) m_connection->give_back(m_statement);
}

void Statement::rewind() {
    sqlite3_reset(m_statement);
    m_texts.clear();
}

void Statement::bind_bound(int index, const Bound& value) {
    struct Bind {
        sqlite3_stmt* statement;
        int index;
        int operator()(std::monostate) const { return sqlite3_bind_null(statement, index); }
        int operator()(std::int64_t v) const { return sqlite3_bind_int64(statement, index, v); }
        // A query's values are copied: it steps on after the expression that made them has ended. A write
        // runs within it and borrows.
        sqlite3_destructor_type lifetime() const {
            return sqlite3_stmt_readonly(statement) != 0 ? SQLITE_TRANSIENT : SQLITE_STATIC;
        }
        int operator()(std::string_view v) const {
            // A null pointer would bind NULL where empty text is meant.
            const char* text = v.data() == nullptr ? "" : v.data();
            return sqlite3_bind_text64(statement, index, text, v.size(), lifetime(), SQLITE_UTF8);
        }
        int operator()(std::span<const std::byte> v) const {
            const void* bytes = v.data() == nullptr ? static_cast<const void*>("") : v.data();
            return sqlite3_bind_blob64(statement, index, bytes, v.size(), lifetime());
        }
    };
    const int result = std::visit(Bind{m_statement, index}, value);
    if (result != SQLITE_OK) m_connection->fail(result);
}

bool Statement::step() {
    const int result = sqlite3_step(m_statement);
    if (result == SQLITE_ROW) return true;
    if (result != SQLITE_DONE) m_connection->fail(result);
    return false;
}

void Statement::run() {
    if (step()) throw std::logic_error("a statement that should return nothing returned a row");
}

int Statement::columns() const {
    return sqlite3_column_count(m_statement);
}

bool Statement::reads_only() const {
    return sqlite3_stmt_readonly(m_statement) != 0;
}

Raw Statement::raw(int column) const {
    Raw raw;
    const int type = sqlite3_column_type(m_statement, column);
    raw.null = type == SQLITE_NULL;
    if (type == SQLITE_INTEGER) raw.integer = sqlite3_column_int64(m_statement, column);
    if (type == SQLITE_TEXT) {
        const auto* text = sqlite3_column_text(m_statement, column);
        raw.text = {reinterpret_cast<const char*>(text),
                    static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
    }
    if (type == SQLITE_BLOB) {
        const auto* bytes = static_cast<const std::byte*>(sqlite3_column_blob(m_statement, column));
        raw.blob = {bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
    }
    return raw;
}

} // namespace storage
