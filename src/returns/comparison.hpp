// SPDX-License-Identifier: GPL-3.0-or-later
// A received return side by side with others: its last version, the period before, a year before, and what
// the district's neighbours have on average.
#pragma once

#include "returns/received.hpp"
#include "returns/return_period.hpp"
#include "storage/database.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace returns {

enum class Beside { last_version, last_period, last_year, neighbours };
inline constexpr std::array all_beside{Beside::last_version, Beside::last_period, Beside::last_year,
                                       Beside::neighbours};
std::string_view to_text(Beside beside);

// In units of 0.0001, as values of a return have at most that many decimals.
using ComparedFigure = std::optional<std::int64_t>;
// "787", "86.25"; empty where there is none.
std::string figure_text(const ComparedFigure& figure);

struct ComparedCell {
    ComparedFigure value;
    std::array<ComparedFigure, all_beside.size()> others{}; // by Beside
    const ComparedFigure& other(Beside beside) const { return others.at(static_cast<std::size_t>(beside)); }
    // value − other; nothing where one is missing.
    ComparedFigure difference(Beside beside) const;
    // "+12", "-3", "0"; empty where one is missing.
    std::string difference_text(Beside beside) const;
};

// A row of the figures of the whole office, in the order of the sheet.
struct ComparedRow {
    std::string key; // "learners", "age:15-17"
    std::string label_km;
    std::string label;
    ComparedCell total;
    ComparedCell female;
};

struct Comparison {
    ReceivedReturn one;
    // Which returns stand beside it; nothing where none came. Of the neighbours how many.
    std::optional<ReceivedReturn> last_version{};
    std::optional<ReceivedReturn> last_period{};
    std::optional<ReceivedReturn> last_year{};
    std::size_t neighbours = 0;
    std::vector<ComparedRow> rows;
};

// The last version is the newest one that may count before it and was not sent back, else the newest that
// was. Of the other periods, and of every other district of the period, the one that was accepted counts,
// else the newest that waits. The mean is of those that give the figure, rounded to two decimals. Errors:
// return.unknown {id}; return.not-signed for a file whose figures nobody vouches for.
core::Expected<Comparison> compare(const storage::Database& database, ReceivedId id);

} // namespace returns
