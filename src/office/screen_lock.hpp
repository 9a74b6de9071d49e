// SPDX-License-Identifier: GPL-3.0-or-later
// After how long without a key or the mouse the screen of an office is locked.
#pragma once

#include "storage/transaction.hpp"

#include <array>

namespace office {

// What the settings offer, in minutes.
inline constexpr std::array lock_choices{3, 5, 10, 15, 30};
inline constexpr int usual_lock_minutes = 10;

// What is kept, or the usual where it is none of the choices.
int lock_minutes(const storage::Database& database);
void set_lock_minutes(storage::Transaction& tx, int minutes);

} // namespace office
