// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/changeset.hpp"

#include "storage/changeset_access.hpp"

#include <sqlite3.h>

#include <stdexcept>

namespace storage {

namespace {

void check(Connection& connection, int result) {
    if (result != SQLITE_OK) connection.fail(result);
}

std::string key_text(sqlite3_changeset_iter* change) {
    unsigned char* is_key = nullptr;
    int columns = 0;
    sqlite3changeset_pk(change, &is_key, &columns);
    std::string key;
    for (int i = 0; i < columns; ++i) {
        if (is_key[i] == 0) continue;
        sqlite3_value* value = nullptr;
        // A deleted or changed row has its key among the old values, an inserted one among the new.
        sqlite3changeset_old(change, i, &value);
        if (value == nullptr) sqlite3changeset_new(change, i, &value);
        if (!key.empty()) key += '/';
        const auto* text = value == nullptr ? nullptr : sqlite3_value_text(value);
        if (text != nullptr) key += reinterpret_cast<const char*>(text);
    }
    return key;
}

std::int64_t integer_key(sqlite3_changeset_iter* change) {
    sqlite3_value* value = nullptr;
    sqlite3changeset_old(change, 0, &value);
    if (value == nullptr) sqlite3changeset_new(change, 0, &value);
    return value != nullptr && sqlite3_value_type(value) == SQLITE_INTEGER ? sqlite3_value_int64(value) : 0;
}

// Without the columns' names, which the change does not know; blobs are left out.
Fields old_values(sqlite3_changeset_iter* change, int columns) {
    Fields values(static_cast<std::size_t>(columns));
    for (int i = 0; i < columns; ++i) {
        sqlite3_value* value = nullptr;
        if (sqlite3changeset_old(change, i, &value) != SQLITE_OK || value == nullptr) continue;
        const int type = sqlite3_value_type(value);
        if (type != SQLITE_INTEGER && type != SQLITE_TEXT) continue;
        values[static_cast<std::size_t>(i)].value = reinterpret_cast<const char*>(sqlite3_value_text(value));
    }
    return values;
}

void name_columns(const Database& database, std::vector<ChangeConflict>& conflicts) {
    for (ChangeConflict& conflict : conflicts) {
        Statement columns =
            database.query("SELECT name FROM pragma_table_info(?1) ORDER BY cid", conflict.table);
        for (std::size_t i = 0; columns.step() && i < conflict.row.size(); ++i)
            conflict.row[i].name = columns.get<std::string>(0);
    }
}

struct Conflicts {
    std::vector<ChangeConflict> found;
};

int on_conflict(void* context, int kind, sqlite3_changeset_iter* change) {
    auto& conflicts = *static_cast<Conflicts*>(context);
    if (kind == SQLITE_CHANGESET_FOREIGN_KEY) {
        conflicts.found.push_back({});
        return SQLITE_CHANGESET_ABORT;
    }
    const char* table = nullptr;
    int columns = 0;
    int operation = 0;
    int indirect = 0;
    sqlite3changeset_op(change, &table, &columns, &operation, &indirect);
    conflicts.found.push_back({table, key_text(change), old_values(change, columns)});
    // Go on, so that every row that stands in the way is named; the savepoint takes it all back.
    return SQLITE_CHANGESET_OMIT;
}

} // namespace

ChangeRecorder::ChangeRecorder(Transaction& transaction, std::span<const std::string_view> tables)
    : m_transaction(transaction) {
    Connection& connection = ChangesetAccess::connection(transaction.database());
    check(connection, sqlite3session_create(connection.handle(), "main", &m_session));
    for (const std::string_view table : tables)
        check(connection, sqlite3session_attach(m_session, std::string{table}.c_str()));
}

ChangeRecorder::~ChangeRecorder() {
    if (m_session != nullptr) sqlite3session_delete(m_session);
}

Blob ChangeRecorder::finish() {
    int size = 0;
    void* bytes = nullptr;
    const int result = sqlite3session_changeset(m_session, &size, &bytes);
    if (result != SQLITE_OK) ChangesetAccess::connection(m_transaction.database()).fail(result);
    const auto* begin = static_cast<const std::byte*>(bytes);
    Blob changeset(begin, begin + size);
    sqlite3_free(bytes);
    sqlite3session_delete(m_session);
    m_session = nullptr;
    return changeset;
}

std::vector<ChangedRow> changed_rows(std::span<const std::byte> changeset) {
    sqlite3_changeset_iter* changes = nullptr;
    if (sqlite3changeset_start(&changes, static_cast<int>(changeset.size()),
                               const_cast<std::byte*>(changeset.data())) != SQLITE_OK)
        throw core::WorldFailure(core::Error{"file.damaged"}.with("what", "changeset"));
    std::vector<ChangedRow> rows;
    while (sqlite3changeset_next(changes) == SQLITE_ROW) {
        const char* table = nullptr;
        int columns = 0;
        int operation = 0;
        int indirect = 0;
        sqlite3changeset_op(changes, &table, &columns, &operation, &indirect);
        const auto what = operation == SQLITE_INSERT   ? ChangedRow::What::inserted
                          : operation == SQLITE_UPDATE ? ChangedRow::What::updated
                                                       : ChangedRow::What::removed;
        rows.push_back({what, table, integer_key(changes)});
    }
    sqlite3changeset_finalize(changes);
    return rows;
}

std::vector<ChangeConflict> undo_changes(Transaction& transaction, std::span<const std::byte> changeset) {
    Connection& connection = ChangesetAccess::connection(transaction.database());
    int size = 0;
    void* inverse = nullptr;
    check(connection, sqlite3changeset_invert(static_cast<int>(changeset.size()),
                                              const_cast<std::byte*>(changeset.data()), &size, &inverse));
    Conflicts conflicts;
    connection.run_script("SAVEPOINT undo_changes");
    const int result =
        sqlite3changeset_apply(connection.handle(), size, inverse, nullptr, on_conflict, &conflicts);
    sqlite3_free(inverse);
    const bool blocked = !conflicts.found.empty() || result == SQLITE_ABORT;
    if (blocked) connection.run_script("ROLLBACK TO undo_changes");
    connection.run_script("RELEASE undo_changes");
    if (!blocked && result != SQLITE_OK) connection.fail(result);
    name_columns(transaction.database(), conflicts.found);
    return conflicts.found;
}

} // namespace storage
