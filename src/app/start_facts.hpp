// SPDX-License-Identifier: GPL-3.0-or-later
// What the start page tells, before it is put into words: read from every room in the background, on a
// connection of its own.
#pragma once

#include "attendance/group_rates.hpp"
#include "certificates/waiting.hpp"
#include "core/progress.hpp"
#include "returns/status.hpp"
#include "storage/database.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace app {

// Learners in open classes that have something in common: a programme or an institution.
struct StartGroup {
    std::string name_km;
    std::string name;
    std::int64_t learners = 0;
    std::int64_t female = 0;
    classes::ClassId first{}; // of its classes, the first by name
};

struct StartFacts {
    core::Day today{};
    bool province = false;
    bool sample = false;

    std::int64_t learners = 0; // in the register
    std::int64_t institutions = 0;
    // In open classes. One who is in two of them counts twice, as the classes' list does.
    std::int64_t enrolled = 0;
    std::int64_t female = 0;
    std::int64_t open = 0;
    std::int64_t over = 0;                   // open, though their last day has passed
    std::int64_t taught_at = 0;              // institutions with an open class
    std::vector<attendance::Period> courses; // from a class's first day to its last, of every class
    std::vector<StartGroup> by_programme;    // the largest first, at most six
    std::vector<StartGroup> by_institution;

    // Registers not typed, within the last two months.
    std::int64_t unrecorded_days = 0;
    std::int64_t unrecorded_classes = 0;
    std::string first_unrecorded; // "12 2025-12", as the attendance page opens it
    // Marks that should be there.
    std::int64_t markless_learners = 0;
    std::int64_t markless_classes = 0;
    std::optional<classes::ClassId> first_markless{};
    std::map<certificates::Awaited, std::int64_t> awaited;
    std::int64_t held_rows = 0; // of imports, that nobody decided on
    std::int64_t look_alikes = 0;
    std::optional<core::Error> clock_doubt{};
    std::optional<core::Moment> last_backup{};

    attendance::GroupRates months; // the last ones in which a register was taken, at most six
    // Learners of open classes who were, over the school year of the last register that was taken, under
    // their programme's minimum or absent too long, or stayed away in its month.
    std::int64_t at_risk = 0;
    std::int64_t at_risk_female = 0;

    returns::Status returns;
};

// WorldFailure "cancelled", and those of reading.
StartFacts load_start_facts(const storage::Database& database, core::Progress& progress);

} // namespace app
