// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/cell_places.hpp"

#include "spreadsheet/cell.hpp"

#include <zstd.h>

#include <charconv>

namespace returns {
namespace {

// A line each: "s<TAB>key<TAB>name" of a sheet, then its "r<TAB>index<TAB>key" and "c<TAB>index<TAB>key".
void add_line(std::string& text, char kind, std::string_view first, std::string_view second) {
    text += kind;
    text.append("\t").append(escape(first)).append("\t").append(escape(second)).append("\n");
}

std::optional<std::uint32_t> number(std::string_view text) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

struct Line {
    char kind = 0;
    std::string first;
    std::string second;
};

std::optional<Line> next_line(std::string_view& rest) {
    const auto end = rest.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    const auto tab = line.find('\t', 2);
    if (line.size() < 3 || tab == std::string_view::npos) return std::nullopt;
    return Line{line[0], unescape(line.substr(2, tab - 2)), unescape(line.substr(tab + 1))};
}

// "D12", counted from 0.
std::optional<spreadsheet::CellRef> cell_ref(std::string_view name) {
    std::uint32_t column = 0;
    std::size_t at = 0;
    for (; at < name.size() && at < 3; ++at) {
        const char letter = static_cast<char>(name[at] & ~0x20);
        if (letter < 'A' || letter > 'Z') break;
        column = column * 26 + static_cast<std::uint32_t>(letter - 'A' + 1);
    }
    const auto row = number(name.substr(at));
    if (column == 0 || !row || *row == 0) return std::nullopt;
    return spreadsheet::CellRef{*row - 1, column - 1};
}

} // namespace

std::string CellPlaces::packed() const {
    std::string text;
    for (const auto& [key, sheet] : m_sheets) {
        add_line(text, 's', key, sheet.sheet_name);
        for (const auto& [row, index] : sheet.rows)
            add_line(text, 'r', std::to_string(index), row);
        for (const auto& [column, index] : sheet.columns)
            add_line(text, 'c', std::to_string(index), column);
    }
    constexpr int level = 6;
    std::string bytes(ZSTD_compressBound(text.size()), '\0');
    bytes.resize(ZSTD_compress(bytes.data(), bytes.size(), text.data(), text.size(), level));
    return bytes;
}

CellPlaces CellPlaces::unpacked(std::string_view bytes) {
    constexpr unsigned long long largest = 64ULL << 20U;
    CellPlaces places;
    const auto size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
    if (size == 0 || size > largest) return places; // the two signs of an error are large
    std::string text(static_cast<std::size_t>(size), '\0');
    if (ZSTD_isError(ZSTD_decompress(text.data(), text.size(), bytes.data(), bytes.size())) != 0)
        return places;
    SheetKeys* sheet = nullptr;
    std::string_view rest = text;
    while (const auto line = next_line(rest)) {
        if (line->kind == 's') {
            sheet = &places.m_sheets[line->first];
            sheet->sheet_name = line->second;
            continue;
        }
        const auto index = number(line->first);
        if (sheet == nullptr || !index) return {};
        (line->kind == 'r' ? sheet->rows : sheet->columns).emplace(line->second, *index);
    }
    return places;
}

core::Place CellPlaces::place_of(const ValueKey& key) const {
    core::Place place;
    const auto sheet = m_sheets.find(key.sheet);
    if (sheet == m_sheets.end()) return place;
    place.sheet = sheet->second.sheet_name;
    const auto row = sheet->second.rows.find(key.row);
    if (row == sheet->second.rows.end()) return place;
    const auto column = sheet->second.columns.find(key.column);
    if (column != sheet->second.columns.end())
        place.cell = spreadsheet::cell_name(row->second, column->second);
    else if (key.column.empty())
        place.cell = spreadsheet::cell_name(row->second, 1); // behind the hidden column of keys
    return place;
}

std::optional<ValueKey> CellPlaces::key_at(std::string_view sheet, std::string_view cell) const {
    const auto at = cell_ref(cell);
    if (!at) return std::nullopt;
    for (const auto& [key, keys] : m_sheets) {
        if (key != sheet && keys.sheet_name != sheet) continue;
        ValueKey found{key, {}, {}};
        for (const auto& [row, index] : keys.rows)
            if (index == at->row) found.row = row;
        for (const auto& [column, index] : keys.columns)
            if (index == at->column) found.column = column;
        if (found.row.empty()) return std::nullopt;
        return found;
    }
    return std::nullopt;
}

} // namespace returns
