// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/kept_row.hpp"

#include "core/date.hpp"
#include "spreadsheet/decimal.hpp"

#include <nlohmann/json.hpp>

namespace imports {
namespace {

using spreadsheet::CellKind;

constexpr std::string_view number_mark = "n";
constexpr std::string_view boolean_mark = "b";
constexpr std::string_view error_mark = "e";
constexpr std::string_view date_mark = "d";
constexpr std::string_view formula_mark = "f";

nlohmann::json json_of(const KeptCell& cell) {
    nlohmann::json json = {cell.column, cell.text};
    if (cell.kind == CellKind::number) json.push_back(number_mark);
    if (cell.kind == CellKind::boolean) json.push_back(boolean_mark);
    if (cell.kind == CellKind::error) json.push_back(error_mark);
    if (cell.date) json.push_back(date_mark);
    if (cell.formula) json.push_back(formula_mark);
    return json;
}

KeptCell cell_of(const nlohmann::json& json) {
    KeptCell cell;
    cell.column = json.at(0).get<std::uint32_t>();
    cell.text = json.at(1).get<std::string>();
    for (std::size_t i = 2; i < json.size(); ++i) {
        const auto mark = json[i].get<std::string>();
        if (mark == number_mark) cell.kind = CellKind::number;
        if (mark == boolean_mark) cell.kind = CellKind::boolean;
        if (mark == error_mark) cell.kind = CellKind::error;
        if (mark == date_mark) cell.date = true;
        if (mark == formula_mark) cell.formula = true;
    }
    return cell;
}

} // namespace

KeptCells keep(const spreadsheet::Row& row) {
    KeptCells kept;
    kept.reserve(row.cells.size());
    for (const spreadsheet::Cell& cell : row.cells)
        kept.push_back({std::string{cell.text}, cell.column, cell.kind, cell.date, cell.formula});
    return kept;
}

std::vector<spreadsheet::Cell> cells_of(const KeptCells& kept) {
    std::vector<spreadsheet::Cell> cells;
    cells.reserve(kept.size());
    for (const KeptCell& cell : kept)
        cells.push_back({cell.text, cell.column, cell.kind, cell.date, cell.formula});
    return cells;
}

std::string to_json(const KeptCells& cells) {
    nlohmann::json json = nlohmann::json::array();
    for (const KeptCell& cell : cells)
        json.push_back(json_of(cell));
    // A file may hold bytes that are no text; they were refused for that, and are kept as well as can be.
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

KeptCells cells_from_json(std::string_view text) {
    const auto json = nlohmann::json::parse(text);
    KeptCells cells;
    std::uint32_t column = 0;
    for (const nlohmann::json& one : json) {
        if (one.is_array())
            cells.push_back(cell_of(one));
        else if (const auto words = one.get<std::string>(); !words.empty())
            cells.push_back({words, column});
        ++column;
    }
    return cells;
}

std::string as_typed(const KeptCell& cell, spreadsheet::DateSystem dates) {
    if (cell.formula) return "=" + cell.text;
    if (cell.kind != CellKind::number) return cell.text;
    const auto day = cell.date ? spreadsheet::day_from_serial(cell.text, dates) : std::nullopt;
    return day ? core::to_iso(*day) : spreadsheet::plain_decimal(cell.text).value_or(cell.text);
}

} // namespace imports
