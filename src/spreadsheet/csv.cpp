// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/csv.hpp"

#include "spreadsheet/cell_text.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace spreadsheet {
namespace {

constexpr std::size_t sampled_rows = 50;
constexpr std::size_t sampled_bytes = 64 * 1024;

// Text after "sep=;" and its line end, and the separator it names.
struct Declared {
    char separator = 0;
    std::string_view rest;
};

Declared declared_separator(std::string_view text) {
    if (!text.starts_with("sep=") || text.size() < 6) return {0, text};
    std::string_view rest = text.substr(5);
    if (!rest.starts_with('\r') && !rest.starts_with('\n')) return {0, text};
    rest.remove_prefix(rest.starts_with("\r\n") ? 2 : 1);
    return {text[4], rest};
}

// Takes one record after the other off the front of the text.
class Records {
  public:
    Records(std::string_view text, char separator, MemoryBudget& budget)
        : m_rest(text)
        , m_stops{separator, '\r', '\n'}
        , m_unquoted(&budget) {}

    bool at_end() const { return m_rest.empty(); }
    // Calls field(column, text, quoted) for each; false when a quote is never closed.
    template<typename Field>
    bool next(Field field);

  private:
    std::string_view take_plain();
    bool take_quoted();
    bool ends_record();

    std::string_view m_rest;
    std::array<char, 3> m_stops;
    std::pmr::string m_unquoted;
};

template<typename Field>
bool Records::next(Field field) {
    for (std::uint32_t column = 0;; ++column) {
        if (m_rest.starts_with('"')) {
            if (!take_quoted()) return false;
            field(column, std::string_view{m_unquoted});
        } else {
            field(column, take_plain());
        }
        if (ends_record()) return true;
        m_rest.remove_prefix(1);
    }
}

std::string_view Records::take_plain() {
    const std::size_t size = m_rest.find_first_of({m_stops.data(), m_stops.size()});
    const std::string_view value = m_rest.substr(0, size);
    m_rest.remove_prefix(value.size());
    return value;
}

// What stands between a closing quote and the separator belongs to the value, as Excel reads it.
bool Records::take_quoted() {
    m_unquoted.clear();
    for (;;) {
        const std::size_t quote = m_rest.find('"', 1);
        if (quote == std::string_view::npos) return false;
        m_unquoted.append(m_rest.substr(1, quote - 1));
        m_rest.remove_prefix(quote + 1);
        if (!m_rest.starts_with('"')) break;
        m_unquoted += '"';
    }
    m_unquoted.append(take_plain());
    return true;
}

bool Records::ends_record() {
    if (m_rest.empty()) return true;
    if (m_rest[0] == m_stops[0]) return false;
    m_rest.remove_prefix(m_rest.starts_with("\r\n") ? 2 : 1);
    return true;
}

core::Error too_big(std::string_view what, std::uint64_t maximum, std::uint32_t row, std::uint32_t column) {
    core::Error error{"file.too-big"};
    error.with("what", std::string{what}).with("maximum", std::to_string(maximum));
    error.place.cell = cell_name(row, column);
    return error;
}

} // namespace

char find_separator(std::string_view text) {
    if (const Declared declared = declared_separator(text); declared.separator) return declared.separator;
    MemoryBudget budget{4 * sampled_bytes};
    std::size_t most_rows = 0;
    char found = ',';
    // Tab before semicolon before comma: a rarer sign that splits as evenly is the one that was meant, as in
    // "12,5;7,5".
    for (const char separator : {'\t', ';', ','}) {
        Records records{text.substr(0, sampled_bytes), separator, budget};
        std::map<std::uint32_t, std::size_t> rows_by_columns;
        for (std::size_t row = 0; row < sampled_rows && !records.at_end(); ++row) {
            std::uint32_t columns = 0;
            if (!records.next([&](std::uint32_t column, std::string_view) { columns = column + 1; })) break;
            if (columns > 1) ++rows_by_columns[columns];
        }
        for (const auto& [columns, rows] : rows_by_columns)
            if (rows > most_rows) {
                most_rows = rows;
                found = separator;
            }
    }
    return found;
}

core::Expected<SheetFacts> read_csv(std::string_view text, const Limits& limits, MemoryBudget& budget,
                                    const RowSink& sink) {
    const char separator = find_separator(text);
    Records records{declared_separator(text).rest, separator, budget};
    SheetFacts facts;
    std::pmr::vector<Cell> cells{&budget};
    std::pmr::string row_text{&budget};
    std::optional<core::Error> refused;
    for (std::uint32_t row = 0; !records.at_end(); ++row) {
        cells.clear();
        row_text.clear();
        const bool closed = records.next([&](std::uint32_t column, std::string_view value) {
            if (value.empty() || refused) return;
            if (row >= limits.rows)
                refused = too_big("rows", limits.rows, row, column);
            else if (column >= limits.columns)
                refused = too_big("columns", limits.columns, row, column);
            else if (value.size() > longest_text)
                refused = too_big("text", longest_text, row, column);
            row_text.append(value);
            cells.push_back({value, column, CellKind::text});
        });
        if (refused) return core::fail(std::move(*refused));
        if (!closed) {
            core::Error error = core::Error{"file.damaged"}.with("why", "quote");
            error.place.row = row + 1;
            return core::fail(std::move(error));
        }
        if (cells.empty()) continue;
        std::size_t begin = 0;
        for (Cell& cell : cells) {
            cell.text = std::string_view{row_text}.substr(begin, cell.text.size());
            begin += cell.text.size();
        }
        facts.rows = row + 1;
        facts.columns = std::max(facts.columns, cells.back().column + 1);
        if (!sink(Row{row, false, cells})) break;
    }
    return facts;
}

} // namespace spreadsheet
