// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/row_cells.hpp"

#include "core/date_text.hpp"
#include "core/numerals.hpp"
#include "core/utf8.hpp"
#include "spreadsheet/decimal.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace imports {
namespace {

bool is_blank(char32_t c) {
    return c == ' ' || c == 0xA0 || c == '\t' || c == '\n' || c == '\r' || c == 0x3000;
}

// Zero-width spaces come with the Khmer keyboard's space bar; byte-order marks with copied text.
bool is_invisible(char32_t c) {
    return (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

// How clerks fill a cell about which they know nothing.
constexpr std::array<std::string_view, 17> nothing_known = {
    "-", "--", "---", "–", "—", "_", ".", "..", "...", "…", "/", "គ្មាន", "មិនមាន", "អត់មាន", "N/A", "n/a", "NA",
};

// No cell of a list holds a page of text; more was pasted by mistake.
constexpr std::size_t longest_text = 6000;

core::Error placed(core::Error error, std::string cell) {
    error.place.cell = std::move(cell);
    return error;
}

// Of one row: B before AA.
bool stands_before(const core::Error& a, const core::Error& b) {
    const std::string& left = a.place.cell;
    const std::string& right = b.place.cell;
    return left.size() != right.size() ? left.size() < right.size() : left < right;
}

// What a spreadsheet shows for a formula that failed, also once it was saved as text.
bool is_error_value(std::string_view text) {
    constexpr std::array<std::string_view, 7> values = {"#N/A",   "#REF!",  "#VALUE!", "#DIV/0!",
                                                        "#NAME?", "#NULL!", "#NUM!"};
    return std::find(values.begin(), values.end(), text) != values.end();
}

} // namespace

std::string tidy_text(std::string_view text) {
    std::string tidy;
    bool blank_before = false;
    for (const char32_t c : core::code_points(text)) {
        if (is_invisible(c)) continue;
        if (is_blank(c)) {
            blank_before = !tidy.empty();
            continue;
        }
        if (blank_before) tidy += ' ';
        blank_before = false;
        core::append_utf8(tidy, c);
    }
    return tidy;
}

SharedCells::SharedCells(const spreadsheet::Table& table, const Layout& layout) {
    constexpr std::array<Field, 8> may_be_shared = {Field::village,    Field::village_code, Field::commune,
                                                    Field::district,   Field::province,     Field::address,
                                                    Field::class_name, Field::centre};
    std::set<std::uint32_t> columns;
    for (const Field field : may_be_shared)
        if (const auto column = layout.find(field)) columns.insert(*column);
    for (const spreadsheet::Range& range : table.facts().merged) {
        const auto& [row, column] = range.first;
        const bool down_one_column = range.last.column == column && range.last.row > row;
        if (!down_one_column || row < layout.first_row || !columns.contains(column)) continue;
        if (const spreadsheet::Cell* cell = table.find(row, column))
            m_spans[{column, row}] = {range.last.row, cell};
    }
}

const spreadsheet::Cell* SharedCells::find(std::uint32_t row, std::uint32_t column) const {
    auto after = m_spans.upper_bound({column, row});
    if (after == m_spans.begin()) return nullptr;
    --after;
    const bool covers = after->first.first == column && row <= after->second.last_row;
    return covers ? after->second.cell : nullptr;
}

RowCells::RowCells(const spreadsheet::Row& row, const Layout& layout, const SharedCells& shared,
                   spreadsheet::DateSystem dates)
    : m_row(row)
    , m_layout(layout)
    , m_shared(shared)
    , m_dates(dates) {}

const spreadsheet::Cell* RowCells::cell(Field field) const {
    const auto column = m_layout.find(field);
    return column ? cell_in(*column) : nullptr;
}

const spreadsheet::Cell* RowCells::cell_in(std::uint32_t column) const {
    const spreadsheet::Cell* own = m_row.find(column);
    return own != nullptr ? own : m_shared.find(m_row.index, column);
}

std::string RowCells::name_of(std::uint32_t column) const {
    return spreadsheet::cell_name(m_row.index, column);
}

std::string RowCells::name_of(Field field) const {
    for (const Field candidate : {field, Field::name_km, Field::family_name_km, Field::name, Field::number})
        if (const auto column = m_layout.find(candidate)) return name_of(*column);
    return name_of(0U);
}

bool RowCells::is_formula(std::uint32_t column) const {
    const spreadsheet::Cell* cell = m_row.find(column);
    return cell != nullptr && cell->formula;
}

std::string RowCells::text(std::uint32_t column) {
    const spreadsheet::Cell* cell = cell_in(column);
    if (cell == nullptr) return {};
    if (cell->text.size() > longest_text) {
        refuse(core::Error{"text.too-long"}.with("bytes", std::to_string(cell->text.size())),
               name_of(column));
        return {};
    }
    // A text that begins so was a formula before it was saved as a .csv, or handed back by us.
    if (cell->formula || cell->text.starts_with('=')) {
        refuse("cell.formula", name_of(column));
        return {};
    }
    if (cell->kind == spreadsheet::CellKind::error || is_error_value(cell->text)) {
        refuse(core::Error{"cell.error"}.with("text", std::string{cell->text}), name_of(column));
        return {};
    }
    // A number as a person would type it: 92463979, not 9.2463979E7.
    if (cell->kind == spreadsheet::CellKind::number)
        return spreadsheet::plain_decimal(cell->text).value_or(std::string{cell->text});
    return tidy_text(cell->text);
}

std::string RowCells::shown(Field field) const {
    const spreadsheet::Cell* found = cell(field);
    if (found == nullptr || found->kind == spreadsheet::CellKind::error) return {};
    return tidy_text(found->text);
}

std::string RowCells::text(Field field) {
    const auto column = m_layout.find(field);
    return column ? text(*column) : std::string{};
}

std::string RowCells::known_text(Field field) {
    std::string typed = text(field);
    return std::find(nothing_known.begin(), nothing_known.end(), typed) == nothing_known.end()
               ? typed
               : std::string{};
}

std::string RowCells::joined(Field field) {
    std::string all;
    for (const std::uint32_t column : m_layout.all(field)) {
        const std::string part = text(column);
        if (part.empty()) continue;
        if (!all.empty()) all += ", ";
        all += part;
    }
    return all;
}

std::optional<core::PartialDate> RowCells::date(Field field, core::Day latest) {
    const spreadsheet::Cell* found = cell(field);
    const std::string typed = known_text(field);
    if (found == nullptr || typed.empty()) return std::nullopt;
    const auto system = m_dates == spreadsheet::DateSystem::from_1904 ? core::DateSystem::from_1904
                                                                      : core::DateSystem::from_1900;
    const auto as_number = [&] {
        double number = 0;
        std::from_chars(typed.data(), typed.data() + typed.size(), number);
        return core::read_date_number(number, system, latest);
    };
    const auto reading =
        found->kind == spreadsheet::CellKind::number ? as_number() : core::read_date(typed, latest);
    if (!reading) {
        refuse(reading.error(), name_of(field));
        return std::nullopt;
    }
    for (const std::string& finding : reading->findings)
        find(core::Error{finding}, name_of(field));
    return reading->date;
}

void RowCells::refuse(core::Error error, std::string cell) {
    // A cell that cannot be read at all is not missing as well.
    const bool known = std::any_of(m_refused.begin(), m_refused.end(),
                                   [&](const core::Error& e) { return e.place.cell == cell; });
    if (!known) m_refused.push_back(placed(std::move(error), std::move(cell)));
}

void RowCells::review(core::Error error, std::string cell) {
    m_review.push_back(placed(std::move(error), std::move(cell)));
}

void RowCells::find(core::Error error, std::string cell) {
    m_findings.push_back(placed(std::move(error), std::move(cell)));
}

RowOutcome RowCells::outcome() const {
    RowOutcome outcome;
    outcome.row = m_row.index + 1;
    outcome.findings = m_findings;
    if (!m_findings.empty()) outcome.reason = m_findings.front();
    outcome.verdict = !m_refused.empty()  ? Verdict::refuse
                      : !m_review.empty() ? Verdict::review
                                          : Verdict::accept;
    const std::vector<core::Error>& faults = m_refused.empty() ? m_review : m_refused;
    const auto first = std::min_element(faults.begin(), faults.end(), stands_before);
    if (first != faults.end()) outcome.reason = *first;
    for (const core::Error& fault : faults)
        if (&fault != &*first) outcome.findings.push_back(fault);
    outcome.cells = keep(m_row);
    // What a merged cell says of this row is kept with it.
    for (const Column& column : m_layout.columns) {
        if (m_row.find(column.column) != nullptr) continue;
        if (const spreadsheet::Cell* cell = m_shared.find(m_row.index, column.column))
            outcome.cells.push_back(
                {std::string{cell->text}, column.column, cell->kind, cell->date, cell->formula});
    }
    std::sort(outcome.cells.begin(), outcome.cells.end(),
              [](const KeptCell& a, const KeptCell& b) { return a.column < b.column; });
    return outcome;
}

} // namespace imports
