// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a class's month as the register shows it.
#pragma once

#include "attendance/register.hpp"
#include "storage/database.hpp"

namespace attendance {

// The class must exist. Its cost does not grow with the office.
Register load_register(const storage::Database& database, classes::ClassId class_id, core::Month month);

} // namespace attendance
