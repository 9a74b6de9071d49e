// SPDX-License-Identifier: GPL-3.0-or-later
// What every sheet of a class begins with: whose it is, and who stands in its rows. Inside sheets only.
#pragma once

#include "classes/enrolment_store.hpp"
#include "sheets/sheet.hpp"
#include "sheets/wording.hpp"
#include "storage/database.hpp"

namespace sheets {

// One after another, since GCC 12 takes an initialiser of so many texts for something uninitialised.
Column make_column(ColumnKey::What what, const std::string& heading, double width);

// A sheet of this class with its key, head and the columns number, name and sex.
Sheet begin_sheet(const storage::Database& database, Kind kind, const classes::Class& taught,
                  const std::string& period);

// The next row, with the learner's number, name and sex; the other cells are empty. Counts the learner.
Row& add_learner(Sheet& sheet, const classes::ClassLearner& learner);

// Numbered rows for those who join, and the roll of the key.
void finish_sheet(Sheet& sheet, int spare_rows);

} // namespace sheets
