// SPDX-License-Identifier: GPL-3.0-or-later
// Rounds: what a province asks of its districts every month, semester or school year, and until when. A
// district has the province's from the last receipt it took, or its own. The only writer of return_round.
#pragma once

#include "returns/return_period.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace returns {

struct Round {
    PeriodKind kind = PeriodKind::month;
    std::string layout; // which sheets: "month", "semester", "year", "school-year"
    int due_days = 10;  // after the period's last day
    core::Day since{};  // the first period asked for begins on that day or later
    friend bool operator==(const Round&, const Round&) = default;
};

inline constexpr int most_due_days = 366;

// Month, semester, year.
std::vector<Round> list_rounds(const storage::Database& database);

// A kind has one round: another takes its place; the same changes nothing. Audited as "round.set".
// Errors: round.due-days {days, most}; round.no-layout.
core::Expected<void> set_round(storage::Transaction& tx, const Round& round);
// Audited as "round.remove". Error: round.unknown {kind}.
core::Expected<void> remove_round(storage::Transaction& tx, PeriodKind kind);

core::Day due_day(const Round& round, const ReturnPeriod& period);

// The round that asks for the period; nothing when none does.
std::optional<Round> round_of(const std::vector<Round>& rounds, const ReturnPeriod& period);
// Every period that a round asks for and that is over, the newest first.
std::vector<ReturnPeriod> asked_for(const Round& round, core::Day today);

} // namespace returns
