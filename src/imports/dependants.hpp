// SPDX-License-Identifier: GPL-3.0-or-later
// Which later work stands on what a changeset wrote, whatever table a later room keeps it in.
#pragma once

#include "imports/import_store.hpp"
#include "storage/changeset.hpp"

namespace imports {

// Rows that refer to a row the changeset wrote and are not its own.
std::vector<Dependant> later_work(const storage::Database& database, std::span<const std::byte> changeset);

// Rows that are not as the changeset left them.
std::vector<Dependant> changed_since(const storage::Database& database,
                                     const std::vector<storage::ChangeConflict>& conflicts);

} // namespace imports
