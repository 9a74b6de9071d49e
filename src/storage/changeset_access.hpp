// SPDX-License-Identifier: GPL-3.0-or-later
// The one door to the connection inside a database, for what storage itself does beside a Transaction:
// recording changesets and keeping drafts. Only storage's own files use it.
#pragma once

#include "storage/connection.hpp"
#include "storage/database.hpp"

namespace storage {

struct ChangesetAccess {
    static Connection& connection(Database& database) { return *database.m_connection; }
};

} // namespace storage
