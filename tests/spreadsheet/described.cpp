// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/described.hpp"

#include "spreadsheet/reader.hpp"

using namespace spreadsheet;

namespace {

std::string describe(const Row& row) {
    std::string line;
    for (const Cell& cell : row.cells) {
        if (!line.empty()) line += ' ';
        line += cell_name(row.index, cell.column) + '=';
        if (cell.formula) line += '=';
        line += cell.text;
        if (cell.kind == CellKind::number) line += cell.date ? '@' : '#';
        if (cell.kind == CellKind::boolean) line += '?';
        if (cell.kind == CellKind::error) line += '!';
    }
    return line;
}

} // namespace

std::string describe(const core::Error& error) {
    std::string line = error.code;
    for (const core::Fact& fact : error.facts)
        line += ' ' + fact.name + '=' + fact.value;
    if (!error.place.sheet.empty()) line += " sheet=" + error.place.sheet;
    if (!error.place.cell.empty()) line += " cell=" + error.place.cell;
    if (error.place.row) line += " row=" + std::to_string(*error.place.row);
    return line;
}

std::string read_all(const std::string& bytes, const std::string& name, const Limits& limits) {
    auto workbook = open_workbook(bytes, name, limits);
    if (!workbook) return describe(workbook.error());
    std::string lines;
    for (std::size_t sheet = 0; sheet < workbook->sheets().size(); ++sheet) {
        const auto facts = workbook->read(sheet, [&](const Row& row) {
            lines += (lines.empty() ? "" : " | ") + describe(row);
            return true;
        });
        if (!facts) return describe(facts.error());
    }
    return lines;
}
