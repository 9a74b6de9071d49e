// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/signed_workbook.hpp"

#include "spreadsheet/decimal.hpp"
#include "spreadsheet/spool.hpp"

#include <sodium.h>

#include <deque>
#include <stdexcept>

namespace returns {
namespace {

using spreadsheet::Style;

// Three bytes are four letters, so that the cells' texts one after the other are one base64 text.
constexpr std::size_t bytes_in_a_cell = letters_in_a_cell / 4 * 3;
static_assert(letters_in_a_cell % 4 == 0);

std::string base64(std::string_view bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                      bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back(); // the closing zero
    return text;
}

} // namespace

SignedSheet::SignedSheet(spreadsheet::SheetWriter& sheet, CanonicalWriter& canonical, std::string key,
                         std::span<const std::string> column_keys, const CellNotes& notes)
    : m_sheet(&sheet)
    , m_canonical(&canonical)
    , m_notes(&notes)
    , m_key(std::move(key))
    , m_column_keys(column_keys.begin(), column_keys.end()) {
    sheet.columns(0, 0, 4, true);
    sheet.row(0, 0, true);
    sheet.text(0, 0, m_key, Style::key);
    for (std::uint32_t i = 0; i < m_column_keys.size(); ++i)
        sheet.text(0, i + 1, m_column_keys[i], Style::key);
}

void SignedSheet::put_note(std::uint32_t column) {
    if (m_notes->empty()) return;
    const auto found = m_notes->find(ValueKey{m_key, m_row_key, m_column_keys.at(column)});
    if (found != m_notes->end()) m_sheet->remark(m_row, column + 1, found->second);
}

void SignedSheet::row(std::string_view key, double height_points) {
    ++m_row;
    m_row_key = key;
    if (height_points > 0) m_sheet->row(m_row, height_points);
    m_sheet->text(m_row, 0, key, Style::key);
}

void SignedSheet::text(std::uint32_t column, std::string_view text, Style style) {
    if (text.empty()) return blank(column, style);
    m_sheet->text(m_row, column + 1, text, style);
    m_canonical->value(m_key, m_row_key, m_column_keys.at(column), ValueType::text, text);
    put_note(column);
}

void SignedSheet::number(std::uint32_t column, std::string_view decimal, Style style) {
    const auto plain = spreadsheet::plain_decimal(decimal, 4);
    if (!plain) throw std::logic_error("not a decimal: " + std::string{decimal});
    m_sheet->number(m_row, column + 1, *plain, style);
    m_canonical->value(m_key, m_row_key, m_column_keys.at(column), ValueType::number, *plain);
    put_note(column);
}

void SignedSheet::number(std::uint32_t column, std::int64_t value, Style style) {
    number(column, std::to_string(value), style);
}

void SignedSheet::blank(std::uint32_t column, Style style) {
    m_sheet->blank(m_row, column + 1, style);
}

void SignedSheet::answer(std::uint32_t column) {
    m_sheet->blank(m_row, column + 1, Style::answer);
    m_canonical->value(m_key, m_row_key, m_column_keys.at(column), ValueType::answer, {});
}

void SignedSheet::title(std::uint32_t first, std::uint32_t last, std::string_view text, Style style,
                        std::uint32_t rows) {
    const spreadsheet::Range range{{m_row, first + 1}, {m_row + rows - 1, last + 1}};
    if (range.first == range.last) return this->text(first, text, style);
    m_sheet->merge(range, text, style);
    m_canonical->value(m_key, m_row_key, m_column_keys.at(first), ValueType::text, text);
    put_note(first);
}

void SignedSheet::columns(std::uint32_t first, std::uint32_t last, double width_characters) {
    m_sheet->columns(first + 1, last + 1, width_characters);
}

struct SignedWorkbook::Impl {
    Impl(std::filesystem::path target, const ReturnHead& head, const spreadsheet::Properties& properties)
        : writer(target, properties)
        , packed(std::move(target))
        , canonical(head, [this](std::string_view piece) { packed.add(piece); }) {}
    spreadsheet::WorkbookWriter writer;
    spreadsheet::Spool packed;
    CanonicalWriter canonical;
    CellNotes notes;
    std::deque<SignedSheet> sheets;
};

SignedWorkbook::SignedWorkbook(std::filesystem::path target, const ReturnHead& head,
                               const spreadsheet::Properties& properties)
    : m_impl(std::make_unique<Impl>(std::move(target), head, properties)) {}

SignedWorkbook::~SignedWorkbook() = default;

void SignedWorkbook::note(const ValueKey& about, std::string_view text) {
    std::string& there = m_impl->notes[about];
    there += (there.empty() ? "" : "\n") + std::string{text};
}

SignedSheet& SignedWorkbook::add_sheet(std::string_view key, std::string_view name,
                                       std::span<const std::string> column_keys) {
    m_impl->sheets.push_back(SignedSheet{m_impl->writer.add_sheet(name), m_impl->canonical, std::string{key},
                                         column_keys, m_impl->notes});
    return m_impl->sheets.back();
}

SignedWorkbook::Signed SignedWorkbook::finish(const office::SigningKey& key) {
    Signed result;
    result.digest = m_impl->canonical.finish();
    result.signature = key.sign(message_for(result.digest));
    spreadsheet::SheetWriter& sheet = m_impl->writer.add_sheet(signature_sheet);
    sheet.columns(0, 0, 100);
    sheet.text(0, 0, canonical_first_line, Style::key);
    sheet.text(1, 0, office::to_text(key.public_key()), Style::key);
    sheet.text(2, 0, office::to_text(result.signature), Style::key);
    std::uint32_t row = 3;
    m_impl->packed.each(bytes_in_a_cell,
                        [&](std::string_view piece) { sheet.text(row++, 0, base64(piece), Style::key); });
    sheet.hide();
    result.file = m_impl->writer.close();
    return result;
}

std::string SignedWorkbook::content() {
    std::string bytes;
    m_impl->packed.each(bytes_in_a_cell, [&](std::string_view piece) { bytes.append(piece); });
    return bytes;
}

void SignedWorkbook::publish() {
    m_impl->writer.publish();
}

} // namespace returns
