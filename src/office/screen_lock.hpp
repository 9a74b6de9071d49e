// SPDX-License-Identifier: GPL-3.0-or-later
// After how long without a key or the mouse the screen of an office is locked.
#pragma once

#include "storage/transaction.hpp"

#include <array>
#include <chrono>

namespace office {

// What the settings offer, in minutes.
inline constexpr std::array lock_choices{3, 5, 10, 15, 30};
inline constexpr int usual_lock_minutes = 10;

// What is kept, or the usual where it is none of the choices.
int lock_minutes(const storage::Database& database);
void set_lock_minutes(storage::Transaction& tx, int minutes);

// When a key or the mouse was last used, by a clock that may be put right and on a computer that may sleep.
class IdleWatch {
  public:
    void begin(core::Moment now) { m_last = now; }
    // A key or the mouse is used now. False where the last use lies so long back that the screen is to be
    // locked first: a computer that wakes gives the key before any timer.
    bool used(core::Moment now, const storage::Database& database);
    // Whether the screen is to be locked. A clock that was set back begins anew: it would never come there.
    bool too_long(core::Moment now, const storage::Database& database);

  private:
    core::Moment m_last{};
};

} // namespace office
