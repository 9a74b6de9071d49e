// SPDX-License-Identifier: GPL-3.0-or-later
// What an office file that was restored from a backup knows of the lives it does not hold: a file that went
// on after the backup and was lost may have given any of the numbers that followed.
#pragma once

#include "storage/transaction.hpp"

#include <cstdint>
#include <optional>

namespace office {

struct Restoration {
    int generation = 2;
    core::Moment restored_at{};
    int from_generation = 1;
    core::Moment made_at{}; // the moment whose content the backup holds
};

// The newest, or nothing in a file that never was restored.
std::optional<Restoration> last_restoration(const storage::Database& database);

// The file has generation `generation` from now on. The rooms that give numbers are told by the caller.
void note_restoration(storage::Transaction& tx, int generation, core::Moment made_at);

// So many lives, each lost, may have given numbers under something that began on `day` (a year of serials, a
// period of returns): every generation but this one, or none when it began after the last restoring.
std::int64_t lost_lives(const storage::Database& database, core::Day day);

// So many lives were lost since `moment`, by what was restored after it.
std::int64_t lost_lives_since(const storage::Database& database, core::Moment moment);

// No life of an office gives more numbers of a kind than this: as many are passed over for each lost one.
constexpr std::int64_t numbers_in_a_life = 50'000;

} // namespace office
