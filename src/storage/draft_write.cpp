// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/draft_write.hpp"

#include "storage/changeset_access.hpp"
#include "storage/file_header.hpp"

#include <sqlite3.h>

#include <stdexcept>

namespace storage {
namespace {

// SQLite calls this for everything that a statement being prepared would do.
int drafts_only(void*, int action, const char* first, const char*, const char*, const char*) {
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_FUNCTION:
    case SQLITE_RECURSIVE:
    case SQLITE_TRANSACTION:
        return SQLITE_OK;
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
        return std::string_view{first}.starts_with("draft_") ? SQLITE_OK : SQLITE_DENY;
    default:
        return SQLITE_DENY;
    }
}

} // namespace

DraftWrite::DraftWrite(Database& database)
    : m_database(database) {
    if (database.access() != Access::read_write)
        throw core::WorldFailure(core::Error{"file.look-only"}.at({.file = file_text(database.path())}));
    Connection& connection = ChangesetAccess::connection(database);
    connection.run_script("BEGIN IMMEDIATE");
    // From here on, statements prepared before are prepared again and asked about as well.
    sqlite3_set_authorizer(connection.handle(), drafts_only, nullptr);
}

DraftWrite::~DraftWrite() {
    if (!m_open) return;
    sqlite3* handle = ChangesetAccess::connection(m_database).handle();
    sqlite3_set_authorizer(handle, nullptr, nullptr);
    // A failed rollback leaves nothing to save: SQLite takes the journal back at the next opening.
    sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

void DraftWrite::commit() {
    Connection& connection = ChangesetAccess::connection(m_database);
    connection.run_script("COMMIT");
    sqlite3_set_authorizer(connection.handle(), nullptr, nullptr);
    m_open = false;
}

Statement DraftWrite::prepare(std::string_view sql) {
    return {ChangesetAccess::connection(m_database), sql};
}

std::int64_t DraftWrite::changes() const {
    return sqlite3_changes64(ChangesetAccess::connection(m_database).handle());
}

} // namespace storage
