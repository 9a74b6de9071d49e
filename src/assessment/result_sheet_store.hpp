// SPDX-License-Identifier: GPL-3.0-or-later
// The result sheet of a class as this office prints it.
#pragma once

#include "assessment/result_sheet.hpp"
#include "storage/database.hpp"

namespace assessment {

// The class must exist; `results` are its own.
ResultSheet load_result_sheet(const storage::Database& database, classes::ClassId class_id,
                              ClassResults results);

} // namespace assessment
