// SPDX-License-Identifier: GPL-3.0-or-later
// What an import may write of what it judged, and the changeset that takes it back.
#pragma once

#include "imports/import_file.hpp"
#include "imports/importer.hpp"
#include "storage/changeset.hpp"

#include <span>

namespace imports {

// The tables an import may write. Counters of numbers given out are left out, since a number is never given
// again.
std::span<const std::string_view> imported_tables();

// Writes each row as it was judged and decided, and tells in the outcome what became of it. Errors: what a
// rule says now, with the row; cancelled.
core::Expected<void> write_rows(storage::Transaction& tx, const Request& request, Importer& importer,
                                Outcome& outcome, core::Progress& progress);

} // namespace imports
