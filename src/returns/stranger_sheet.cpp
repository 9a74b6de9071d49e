// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/stranger_sheet.hpp"

#include "core/numerals.hpp"
#include "core/tidy.hpp"

#include <algorithm>
#include <map>

namespace returns {
namespace {

using spreadsheet::Cell;
using spreadsheet::CellKind;
using spreadsheet::Table;

constexpr std::uint32_t most_label_columns = 12;
constexpr std::uint32_t most_heading_rows = 3;

bool is_number(std::string_view text) {
    return core::read_integer(text).has_value();
}

bool is_figure(const Cell& cell) {
    return cell.formula || cell.kind == CellKind::number ||
           (cell.kind == CellKind::text && is_number(cell.text));
}

class Finder {
  public:
    Finder(const StrangerWorkbook::Sheet& sheet, const std::function<bool(std::string_view)>& knows_row)
        : m_table(sheet.table)
        , m_knows_row(knows_row) {
        m_found.name = sheet.name;
    }

    StrangerSheet find() {
        find_label_column();
        find_first_row();
        find_heading_rows();
        add_columns();
        add_rows();
        return std::move(m_found);
    }

  private:
    std::string label(std::uint32_t row, std::uint32_t column) const {
        const Cell* cell = m_table.find(row, column);
        if (cell == nullptr || cell->formula) return {};
        return core::tidy(cell->text);
    }

    void find_label_column() {
        std::size_t best_texts = 0;
        const std::uint32_t columns = std::min(m_table.facts().columns, most_label_columns);
        for (std::uint32_t column = 0; column < columns; ++column) {
            std::size_t known = 0;
            std::size_t texts = 0;
            for (std::size_t at = 0; at < m_table.size(); ++at) {
                const auto row = m_table.row(at);
                const std::string text = label(row.index, column);
                known += !text.empty() && m_knows_row(text);
                texts += !text.empty() && !is_number(text) && has_figure(row, column);
            }
            if (known < m_found.known || (known == m_found.known && texts <= best_texts)) continue;
            m_found.known = known;
            best_texts = texts;
            m_found.label_column = column;
        }
    }

    static bool has_figure(const spreadsheet::Row& row, std::uint32_t behind) {
        return std::any_of(row.cells.begin(), row.cells.end(),
                           [&](const Cell& cell) { return cell.column > behind && is_figure(cell); });
    }

    // The first known row with a figure; where none is known, the first with a label that is no number.
    void find_first_row() {
        std::optional<std::uint32_t> any;
        for (std::size_t at = 0; at < m_table.size(); ++at) {
            const auto row = m_table.row(at);
            const std::string text = label(row.index, m_found.label_column);
            if (text.empty() || !has_figure(row, m_found.label_column)) continue;
            if (m_knows_row(text)) {
                m_first_row = row.index;
                return;
            }
            if (!any && !is_number(text)) any = row.index;
        }
        m_first_row = any.value_or(m_table.facts().rows);
    }

    // Texts behind the column of labels; a row that numbers the columns has none.
    std::size_t headings_in(std::uint32_t row) const {
        std::size_t count = 0;
        for (std::uint32_t column = m_found.label_column + 1; column < m_table.facts().columns; ++column) {
            const std::string text = label(row, column);
            count += !text.empty() && !is_number(text);
        }
        return count;
    }

    // A title stands alone in its row.
    void find_heading_rows() {
        for (std::uint32_t row = m_first_row; row > 0 && m_heading_rows.size() < most_heading_rows; --row) {
            const std::size_t count = headings_in(row - 1);
            const bool first = m_heading_rows.empty();
            if (count >= 2 || (first && count == 1))
                m_heading_rows.insert(m_heading_rows.begin(), row - 1);
            else if (!first)
                break;
        }
        m_found.heading_row = m_heading_rows.empty() ? m_first_row : m_heading_rows.front();
        m_found.heading_rows = static_cast<std::uint32_t>(m_heading_rows.size());
    }

    // What stands over a column in one row: its own text, that of the merged cell it is part of, or, over the
    // lowest row, the text to its left.
    std::string heading_part(std::uint32_t row, std::uint32_t column) const {
        const auto merged_text = [&](std::uint32_t at) -> std::optional<std::string> {
            const auto* merged = m_table.facts().merged_at({row, at});
            if (merged == nullptr) return std::nullopt;
            return label(merged->first.row, merged->first.column);
        };
        if (auto text = merged_text(column)) return *text;
        std::string own = label(row, column);
        if (!own.empty() || row == m_heading_rows.back()) return own;
        for (std::uint32_t left = column; left > m_found.label_column + 1; --left) {
            if (merged_text(left - 1)) return {};
            if (own = label(row, left - 1); !own.empty()) return own;
        }
        return {};
    }

    std::string heading_of(std::uint32_t column) const {
        std::string heading;
        std::string last;
        for (const std::uint32_t row : m_heading_rows) {
            std::string part = heading_part(row, column);
            if (part.empty() || part == last) continue;
            heading += (heading.empty() ? "" : " / ") + part;
            last = std::move(part);
        }
        return heading;
    }

    void add_columns() {
        std::map<std::string, int> seen;
        for (std::uint32_t column = m_found.label_column + 1; column < m_table.facts().columns; ++column) {
            bool has_values = false;
            for (std::size_t at = 0; at < m_table.size() && !has_values; ++at) {
                const auto row = m_table.row(at);
                const Cell* cell = row.find(column);
                has_values = row.index >= m_first_row && cell != nullptr && is_figure(*cell);
            }
            std::string heading = m_heading_rows.empty() ? std::string{} : heading_of(column);
            if (heading.empty() && !has_values) continue;
            if (heading.empty()) heading = "column " + spreadsheet::column_name(column);
            add(m_found.columns, seen, std::move(heading), column, has_values);
        }
    }

    void add_rows() {
        std::map<std::string, int> seen;
        for (std::size_t at = 0; at < m_table.size(); ++at) {
            const auto row = m_table.row(at);
            if (row.index < m_first_row) continue;
            const bool has_values = has_figure(row, m_found.label_column);
            std::string text = label(row.index, m_found.label_column);
            if (text.empty() && !has_values) continue;
            if (text.empty()) text = "row " + std::to_string(row.index + 1);
            add(m_found.rows, seen, std::move(text), row.index, has_values);
        }
    }

    static void add(std::vector<FoundLabel>& to, std::map<std::string, int>& seen, std::string text,
                    std::uint32_t at, bool has_values) {
        const int nth = ++seen[text];
        if (nth > 1) text += " #" + std::to_string(nth);
        to.push_back({std::move(text), at, has_values});
    }

    const Table& m_table;
    const std::function<bool(std::string_view)>& m_knows_row;
    StrangerSheet m_found;
    std::uint32_t m_first_row = 0;
    std::vector<std::uint32_t> m_heading_rows;
};

} // namespace

const StrangerWorkbook::Sheet* StrangerWorkbook::find(std::string_view name) const {
    const auto found =
        std::find_if(sheets.begin(), sheets.end(), [&](const Sheet& one) { return one.name == name; });
    return found == sheets.end() ? nullptr : &*found;
}

std::vector<std::string> StrangerWorkbook::names() const {
    std::vector<std::string> all;
    for (const Sheet& one : sheets)
        all.push_back(one.name);
    return all;
}

core::Expected<StrangerWorkbook> open_stranger(std::string bytes, std::string_view name) {
    auto workbook = spreadsheet::open_workbook(std::move(bytes), name);
    if (!workbook) return core::fail(workbook.error());
    StrangerWorkbook opened;
    for (std::size_t at = 0; at < workbook->sheets().size(); ++at) {
        const auto& sheet = workbook->sheets()[at];
        if (sheet.visibility != spreadsheet::Visibility::visible) continue;
        auto table = workbook->load(at);
        if (!table) return core::fail(table.error());
        opened.sheets.push_back({sheet.name, std::move(*table)});
    }
    return opened;
}

StrangerSheet lay_out(const StrangerWorkbook::Sheet& sheet,
                      const std::function<bool(std::string_view)>& knows_row) {
    return Finder(sheet, knows_row).find();
}

std::string_view without_number(std::string_view label) {
    const auto at = label.rfind(" #");
    return at == std::string_view::npos || !is_number(label.substr(at + 2)) ? label : label.substr(0, at);
}

} // namespace returns
