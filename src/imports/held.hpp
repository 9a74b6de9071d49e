// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that an import held back, taken up later: judged again as the register stands now, decided on,
// written.
#pragma once

#include "imports/import_file.hpp"
#include "imports/import_store.hpp"

namespace imports {

// The rows still held, with the verdict they would get today; a refused row of it is one that the register
// refuses now. Nothing is written. Errors: import.unknown, import.rows-not-kept; for marks and scores
// class.not-open; cancelled.
core::Expected<Outcome> preview_held(const storage::Database& database, ImportId id,
                                     core::Progress& progress);

// Writes what may be written now (a row whose obstacle is gone is simply accepted) and what was decided on,
// as an import of its own with its own undo. Rows left stay held.
core::Expected<Outcome> take_up(storage::Database& database, const storage::Actor& actor, ImportId id,
                                const Decisions& decisions, core::Progress& progress);

} // namespace imports
