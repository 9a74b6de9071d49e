// SPDX-License-Identifier: GPL-3.0-or-later
// What a cell's text in sheet XML means, by the type and style it carries.
#pragma once

#include "spreadsheet/cell.hpp"
#include "spreadsheet/number_styles.hpp"
#include "spreadsheet/serial_date.hpp"
#include "spreadsheet/shared_strings.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace spreadsheet {

// How a cell spells its value: the `t` of its element.
enum class Spelled { number, shared, formula_text, inline_text, boolean, error, iso_date, unknown };
Spelled spelled(std::string_view type);

// What cells point to.
struct ValueContext {
    const SharedStrings& strings;
    const DateStyles& date_styles;
    DateSystem date_system;
};

struct CellValue {
    CellKind kind = CellKind::empty;
    bool date = false;
    std::string_view text{};
    bool lasting = false;     // `text` outlives the cell's own
    std::string_view wrong{}; // why this is no value: shared-string, number, boolean
};

// `text` is changed where the value is not what was written: escapes, dates in ISO form.
CellValue read_value(Spelled type, std::uint32_t style, std::pmr::string& text, const ValueContext& context);

// Digits only, at most 32 bits.
std::optional<std::uint32_t> whole_number(std::string_view text);

} // namespace spreadsheet
