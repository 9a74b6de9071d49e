// SPDX-License-Identifier: GPL-3.0-or-later
// Figures that no register gives, as somebody declared them: of a centre without names yet, rooms, money.
// Each has its source, and stands apart from what is counted. The only writer of declared_figure.
#pragma once

#include "institutions/institution.hpp"
#include "returns/layout.hpp"
#include "returns/return_period.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace returns {

enum class DeclaredId : std::int64_t {};

struct DeclaredFigure {
    DeclaredId id{};
    core::Uid uid{};
    std::string period{}; // "2025-12"
    std::string figure;   // a key of Layout::declarable
    // Whose; nothing where the office itself is meant.
    std::optional<institutions::InstitutionId> institution{};
    std::int64_t total = 0;               // people, things, or riel
    std::optional<std::int64_t> female{}; // of a number of people
    std::string source;                   // "the centre's paper list"
    core::Day source_day{};
    std::string declared_by; // who says so
};

// No office has more of anything.
inline constexpr std::int64_t most_declared = 1'000'000'000'000;

// Of a period, by the figure's key and the institution's name, the office's own first.
std::vector<DeclaredFigure> list_declared(const storage::Database& database, const std::string& period);

// Of the first period of which something was declared.
std::optional<core::Day> first_declared_day(const storage::Database& database);

// One figure of an institution and period: what was declared before is replaced. Audited as "figure.declare".
// Errors: declared.unknown {figure, known}; institution.unknown {id}; declared.out-of-range {total, most};
// declared.no-female for people, declared.not-people {figure} where women are told of something else,
// declared.female {female, total}; declared.no-source; declared.no-person; declared.day {day, today} for one
// that is still to come; written.too-long {most, letters}; period.locked {period, by}.
core::Expected<DeclaredId> declare(storage::Transaction& tx, const ReturnPeriod& period, const Layout& layout,
                                   const DeclaredFigure& one);

// The figures of the period before as a start: each that the layout still has and that was not declared of
// this period yet, with its source and the source's day as they were, so that an old source shows as old. How
// many; each is audited as "figure.declare". Errors: declared.none-before {period} where the period before
// has none that is lacking here; period.locked {period, by}.
core::Expected<std::size_t> declare_as_before(storage::Transaction& tx, const ReturnPeriod& period,
                                              const Layout& layout);

// Audited as "figure.take-back". Errors: declared.not-there {id}; period.locked {period, by}.
core::Expected<void> take_back_declared(storage::Transaction& tx, DeclaredId id);

} // namespace returns
