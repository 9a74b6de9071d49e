// SPDX-License-Identifier: GPL-3.0-or-later
// How the spreadsheet of a district without Srok is read: which of its rows and columns are which of a
// layout's. Mapped once, it reads the next period's file too; kept under the office and the layout's name.
#pragma once

#include "core/expected.hpp"
#include "returns/return_period.hpp"
#include "storage/transaction.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace returns {

enum class Axis { row, column };
std::string_view to_text(Axis axis);

struct MapLabel {
    std::string label; // as FoundLabel has it
    std::string key;   // of the layout; empty: left out on purpose
    friend bool operator==(const MapLabel&, const MapLabel&) = default;
};

struct MapSheet {
    std::string key;   // of the layout's sheet
    std::string sheet; // of the file
    std::uint32_t label_column = 0;
    std::uint32_t heading_row = 0;
    std::uint32_t heading_rows = 0;
    std::vector<MapLabel> rows{};
    std::vector<MapLabel> columns{};

    std::vector<MapLabel>& labels(Axis axis) { return axis == Axis::row ? rows : columns; }
    const std::vector<MapLabel>& labels(Axis axis) const { return axis == Axis::row ? rows : columns; }
    friend bool operator==(const MapSheet&, const MapSheet&) = default;
};

struct StrangerMap {
    std::string office;
    std::string layout;      // "month"
    std::string last_period; // that was read by it; empty before the first
    std::vector<MapSheet> sheets;

    const MapSheet* sheet(std::string_view key) const;
    friend bool operator==(const StrangerMap&, const StrangerMap&) = default;
};
// Null where the label is not in the list.
const MapLabel* find_label(const std::vector<MapLabel>& labels, std::string_view label);

std::optional<StrangerMap> find_map(const storage::Database& database, std::string_view office,
                                    std::string_view layout);

// The period after the last one that was read of this office; nothing where none was, or where it sends more
// than one kind of return.
std::optional<ReturnPeriod> next_period(const storage::Database& database, std::string_view office);
// Of one map, by its own last period.
std::optional<ReturnPeriod> period_after(std::string_view period);

// In place of what was kept for that office and layout. Audited as "return.map". Errors:
// return.unknown-district {office} for none of this province; stranger.empty-map where it has no row or no
// column.
core::Expected<void> save_map(storage::Transaction& tx, const StrangerMap& map);
// Part of reading, which audits.
void keep_last_period(storage::Transaction& tx, const StrangerMap& map, const ReturnPeriod& period);

} // namespace returns
