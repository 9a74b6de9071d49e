// SPDX-License-Identifier: GPL-3.0-or-later
// What a sheet says of itself in its hidden row, so that it comes back without a guess: the first cell of
// that row holds the sheet's key, the others what each column is. Below the key's cell, in a hidden column,
// stand the learners' numbers.
#pragma once

#include "core/expected.hpp"
#include "core/uid.hpp"
#include "sheets/kind.hpp"
#include "spreadsheet/table.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sheets {

struct Key {
    Kind kind = Kind::learners;
    // "2025-12" of a register, a period of the programme of scores; empty of a list of learners.
    std::string period{};
    core::Uid class_uid{};
    std::string class_name{};
    core::Uid office_uid{};
    std::string office_name{};
    // The numbers of the learners it was made with, from the top down. None where the sheet is a part: rows
    // that were handed back for mending.
    std::vector<std::string> roll{};
    friend bool operator==(const Key&, const Key&) = default;
};

// "SROK-SHEET 1 {…}", of at most 32,767 characters: the roll of a class too large for that is left out.
std::string to_text(const Key& key);

// Whether a cell's text is a key, readable or not.
bool is_key(std::string_view text);
// Errors: sheet.key-damaged; sheet.newer {version} of a later program's.
core::Expected<Key> read_key(std::string_view text);

// What the hidden row says of a column. `index` is the day of the month from 1; `subject` a subject's key.
struct ColumnKey {
    enum class What : std::uint8_t {
        number,
        row_number,
        name_km,
        name,
        sex,
        born,
        village,
        commune,
        phone,
        guardian,
        note,
        with_permission,
        without_permission,
        day,
        subject,
    };
    What what = What::number;
    std::uint32_t index = 0;
    std::string subject{};
    friend bool operator==(const ColumnKey&, const ColumnKey&) = default;
};
std::string to_text(const ColumnKey& key);
std::optional<ColumnKey> column_key_from_text(std::string_view text);

struct FoundKey {
    Key key;
    spreadsheet::CellRef at{};
    // The key's own column holds the numbers.
    struct Column {
        std::uint32_t column = 0;
        ColumnKey key{};
    };
    std::vector<Column> columns;
};

// Wherever somebody moved it within the first rows; nothing in a sheet that is not ours. Errors: those of
// read_key, with the cell.
core::Expected<std::optional<FoundKey>> find_key(const spreadsheet::Table& table);

} // namespace sheets
