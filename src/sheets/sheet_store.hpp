// SPDX-License-Identifier: GPL-3.0-or-later
// The sheets of a class, prefilled with what the office knows.
#pragma once

#include "classes/class_store.hpp"
#include "core/expected.hpp"
#include "sheets/sheet.hpp"
#include "storage/database.hpp"

namespace sheets {

// `period` is a month "2025-12" of a register, and a key of the class's programme for scores (empty: its only
// one that takes marks); a list of learners has none. Of a closed class it says what there is, with
// nothing to fill in. Errors: class.not-found {class};
// sheet.month-needed, sheet.not-in-month {class, month};
// sheet.period-needed {periods}, period.unknown {period}, period.computed {period}; sheet.nobody {class}.
core::Expected<Sheet> load_sheet(const storage::Database& database, Kind kind, classes::ClassId class_id,
                                 const std::string& period);

} // namespace sheets
