// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/row_cells.hpp"

#include "core/date_text.hpp"
#include "core/numerals.hpp"
#include "core/utf8.hpp"
#include "spreadsheet/decimal.hpp"

#include <algorithm>
#include <array>
#include <charconv>

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

RowCells::RowCells(const spreadsheet::Row& row, const Layout& layout, spreadsheet::DateSystem dates)
    : m_row(row)
    , m_layout(layout)
    , m_dates(dates) {}

const spreadsheet::Cell* RowCells::cell(Field field) const {
    const auto column = m_layout.find(field);
    return column ? m_row.find(*column) : nullptr;
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
    const spreadsheet::Cell* cell = m_row.find(column);
    if (cell == nullptr) return {};
    // A text that begins so was a formula before it was saved as a .csv, or handed back by us.
    if (cell->formula || cell->text.starts_with('=')) {
        refuse("cell.formula", name_of(column));
        return {};
    }
    if (cell->kind == spreadsheet::CellKind::error) {
        refuse(core::Error{"cell.error"}.with("text", std::string{cell->text}), name_of(column));
        return {};
    }
    // A number as a person would type it: 92463979, not 9.2463979E7.
    if (cell->kind == spreadsheet::CellKind::number)
        return spreadsheet::plain_decimal(cell->text).value_or(std::string{cell->text});
    return tidy_text(cell->text);
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
    return outcome;
}

} // namespace imports
