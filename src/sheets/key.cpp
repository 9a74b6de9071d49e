// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/key.hpp"

#include "core/numerals.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace sheets {
namespace {

using What = ColumnKey::What;

constexpr std::string_view mark = "SROK-SHEET ";
constexpr std::int64_t version = 1;
constexpr std::size_t cell_bytes = 32'000;
// Rows that somebody may have put above ours.
constexpr std::uint32_t rows_searched = 40;

// They must not be taken for headings where the key beside them was lost.
constexpr std::string_view column_mark = "srok:";
constexpr std::array<std::string_view, 15> column_names = {
    "nr", "row", "km", "la", "sx", "dob", "vil", "com", "tel", "gua", "rem", "mp", "ma", "d", "s:"};
static_assert(column_names.size() == static_cast<std::size_t>(What::subject) + 1);

std::string key_text(const Key& key, bool with_roll) {
    nlohmann::ordered_json all = {{"kind", to_text(key.kind)},
                                  {"period", key.period},
                                  {"class", core::to_text(key.class_uid)},
                                  {"class_name", key.class_name},
                                  {"office", core::to_text(key.office_uid)},
                                  {"office_name", key.office_name}};
    if (with_roll) all["roll"] = key.roll;
    return std::string{mark} + std::to_string(version) + ' ' + all.dump();
}

core::Error damaged() {
    return core::Error{"sheet.key-damaged"};
}

core::Expected<Key> from_json(const nlohmann::json& all) {
    const auto text = [&](const char* name) { return all.at(name).get<std::string>(); };
    const auto kind = kind_from_text(text("kind"));
    const auto class_uid = core::uid_from_text(text("class"));
    const auto office_uid = core::uid_from_text(text("office"));
    if (!kind || !class_uid || !office_uid) return core::fail(damaged());
    Key key{*kind, text("period"), *class_uid, text("class_name"), *office_uid, text("office_name")};
    if (all.contains("roll")) key.roll = all["roll"].get<std::vector<std::string>>();
    return key;
}

std::vector<FoundKey::Column> columns_of(const spreadsheet::Row& row, std::uint32_t key_column) {
    std::vector<FoundKey::Column> columns{{key_column, {What::number}}};
    for (const spreadsheet::Cell& cell : row.cells)
        if (const auto key = column_key_from_text(cell.text)) columns.push_back({cell.column, *key});
    return columns;
}

} // namespace

std::string to_text(const Key& key) {
    std::string text = key_text(key, !key.roll.empty());
    return text.size() <= cell_bytes ? text : key_text(key, false);
}

bool is_key(std::string_view text) {
    return text.starts_with(mark);
}

core::Expected<Key> read_key(std::string_view text) {
    if (!is_key(text)) return core::fail(damaged());
    text.remove_prefix(mark.size());
    const auto blank = text.find(' ');
    const auto written = core::read_integer(text.substr(0, blank));
    if (!written || *written < 1 || blank == std::string_view::npos) return core::fail(damaged());
    if (*written > version)
        return core::fail(core::Error{"sheet.newer"}.with("version", std::to_string(*written)));
    try {
        return from_json(nlohmann::json::parse(text.substr(blank + 1)));
    } catch (const nlohmann::json::exception&) {
        return core::fail(damaged());
    }
}

std::string to_text(const ColumnKey& key) {
    std::string text =
        std::string{column_mark} + std::string{column_names[static_cast<std::size_t>(key.what)]};
    if (key.what == What::day) text += std::to_string(key.index);
    if (key.what == What::subject) text += key.subject;
    return text;
}

std::optional<ColumnKey> column_key_from_text(std::string_view text) {
    if (!text.starts_with(column_mark)) return std::nullopt;
    text.remove_prefix(column_mark.size());
    const auto exact = std::find(column_names.begin(), column_names.end() - 2, text);
    if (exact != column_names.end() - 2) return ColumnKey{static_cast<What>(exact - column_names.begin())};
    if (text.starts_with("s:") && text.size() > 2)
        return ColumnKey{What::subject, 0, std::string{text.substr(2)}};
    if (!text.starts_with('d')) return std::nullopt;
    const auto day = core::read_integer(text.substr(1));
    if (!day || *day < 1 || *day > 31) return std::nullopt;
    return ColumnKey{What::day, static_cast<std::uint32_t>(*day)};
}

core::Expected<std::optional<FoundKey>> find_key(const spreadsheet::Table& table) {
    for (std::size_t nth = 0; nth < table.size(); ++nth) {
        const spreadsheet::Row row = table.row(nth);
        if (row.index >= rows_searched) break;
        for (const spreadsheet::Cell& cell : row.cells) {
            if (!is_key(cell.text)) continue;
            auto key = read_key(cell.text);
            if (!key) {
                core::Error error = key.error();
                error.place.cell = spreadsheet::cell_name(row.index, cell.column);
                return core::fail(std::move(error));
            }
            return FoundKey{*std::move(key), {row.index, cell.column}, columns_of(row, cell.column)};
        }
    }
    return std::nullopt;
}

} // namespace sheets
