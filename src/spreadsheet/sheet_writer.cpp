// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/sheet_writer.hpp"

#include "core/utf8.hpp"
#include "spreadsheet/decimal.hpp"
#include "spreadsheet/limits.hpp"
#include "spreadsheet/serial_date.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace spreadsheet {
namespace {

constexpr unsigned written_decimals = 4;

bool looks_like_escape(std::string_view text) {
    const auto is_hex = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    };
    return text.size() >= 7 && text[0] == '_' && text[1] == 'x' && text[6] == '_' &&
           std::ranges::all_of(text.substr(2, 4), is_hex);
}

// Zero ends a C string, and XML has no U+FFFE and U+FFFF; other control characters libxlsxwriter escapes
// itself.
bool is_storable(char32_t c) {
    return c != 0 && c != 0xFFFE && c != 0xFFFF;
}

// Khmer and Latin letters without anything that has to be looked at twice: nearly every text.
bool is_simple(std::string_view text) {
    const auto follows = [&](std::size_t at) {
        return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80;
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        if (lead == 0 || (lead == '_' && text.substr(at + 1).starts_with('x'))) return false;
        if (lead < 0x80) {
            ++at;
            continue;
        }
        // Of three bytes, and neither overlong nor a surrogate nor U+FFFE.
        if (lead < 0xE1 || lead > 0xEC || text.size() - at < 3 || !follows(at + 1) || !follows(at + 2))
            return false;
        at += 3;
    }
    return true;
}

double to_double(std::string_view decimal) {
    double value = 0;
    const auto [end, error] = std::from_chars(decimal.data(), decimal.data() + decimal.size(), value);
    if (error != std::errc{} || end != decimal.data() + decimal.size())
        throw std::logic_error("not a decimal: " + std::string{decimal});
    return value;
}

// Most numbers are short enough to be written as they are.
bool fits_as_written(std::string_view decimal) {
    const std::size_t point = decimal.find('.');
    return decimal.size() <= 15 &&
           (point == std::string_view::npos || decimal.size() - point <= written_decimals + 1) &&
           decimal.find_first_of("eE") == std::string_view::npos;
}

} // namespace

core::WorldFailure write_failure(const std::string& file, std::string_view why) {
    core::Error error{"file.write"};
    error.place.file = file;
    error.with("why", std::string{why});
    return core::WorldFailure{std::move(error)};
}

const char* storable_text(std::string_view text, std::string& changed) {
    changed.assign(text);
    if (is_simple(text)) return changed.c_str();
    changed.clear();
    for (std::size_t at = 0; at < text.size();) {
        if (looks_like_escape(text.substr(at))) changed += "_x005F";
        const core::Decoded character = core::decode_utf8(text, at);
        core::append_utf8(changed, is_storable(character.code_point) ? character.code_point
                                                                     : core::replacement_character);
        at += character.size;
    }
    return changed.c_str();
}

void SheetWriter::Impl::check(lxw_error error) const {
    switch (error) {
    case LXW_NO_ERROR:
        return;
    case LXW_ERROR_MEMORY_MALLOC_FAILED:
        throw std::bad_alloc{};
    case LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED:
        throw write_failure(file, "text-too-long");
    default:
        throw std::logic_error(lxw_strerror(error));
    }
}

// In constant memory libxlsxwriter has forgotten the rows above: a merge over several rows is given to it in
// its last row, and the cells before that are drawn here as their rows come.
bool SheetWriter::Impl::draw(const OpenMerge& merge) const {
    const auto [first, last] = merge.range;
    // Also in the last row: until something stands in it the row above is still the current one, and the
    // merge would empty its text.
    for (std::uint32_t column = first.column; column <= last.column; ++column)
        check(worksheet_write_blank(sheet, current_row, static_cast<lxw_col_t>(column), merge.format));
    if (current_row < last.row) return false;
    check(worksheet_merge_range(sheet, first.row, static_cast<lxw_col_t>(first.column), last.row,
                                static_cast<lxw_col_t>(last.column), "", merge.format));
    return true;
}

void SheetWriter::Impl::enter(std::uint32_t row, std::uint32_t column) {
    if (row < current_row) throw std::logic_error("rows are written downwards");
    if (row >= sheet_rows || column >= sheet_columns) throw std::logic_error("outside a worksheet");
    while (current_row < row && !open_merges.empty()) {
        ++current_row;
        std::erase_if(open_merges, [&](const OpenMerge& merge) { return draw(merge); });
    }
    current_row = row;
}

void SheetWriter::Impl::finish() {
    while (!open_merges.empty())
        enter(current_row + 1, 0);
}

SheetWriter::SheetWriter(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}
SheetWriter::~SheetWriter() = default;

void SheetWriter::text(std::uint32_t row, std::uint32_t column, std::string_view text, Style style) {
    m_impl->enter(row, column);
    m_impl->check(worksheet_write_string(m_impl->sheet, row, static_cast<lxw_col_t>(column),
                                         storable_text(text, m_impl->scratch), m_impl->formats.of(style)));
}

void SheetWriter::number(std::uint32_t row, std::uint32_t column, std::string_view decimal, Style style) {
    m_impl->enter(row, column);
    double value = 0;
    if (fits_as_written(decimal)) {
        value = to_double(decimal);
    } else {
        const auto rounded = plain_decimal(decimal, written_decimals);
        if (!rounded) throw std::logic_error("not a decimal: " + std::string{decimal});
        value = to_double(*rounded);
    }
    m_impl->check(worksheet_write_number(m_impl->sheet, row, static_cast<lxw_col_t>(column), value,
                                         m_impl->formats.of(style)));
}

void SheetWriter::number(std::uint32_t row, std::uint32_t column, std::int64_t value, Style style) {
    number(row, column, std::to_string(value), style);
}

void SheetWriter::date(std::uint32_t row, std::uint32_t column, core::Day day, Style style) {
    if (const auto serial = serial_of(day, DateSystem::from_1900)) return number(row, column, *serial, style);
    text(row, column, core::to_iso(day), style); // before 1900 a workbook has no dates
}

void SheetWriter::blank(std::uint32_t row, std::uint32_t column, Style style) {
    m_impl->enter(row, column);
    m_impl->check(
        worksheet_write_blank(m_impl->sheet, row, static_cast<lxw_col_t>(column), m_impl->formats.of(style)));
}

void SheetWriter::merge(const Range& range, std::string_view words, Style style) {
    const auto [first, last] = range;
    if (last.row >= sheet_rows || last.column >= sheet_columns || last < first || last.column < first.column)
        throw std::logic_error("not a range");
    m_impl->enter(first.row, first.column);
    if (first != last) {
        const Impl::OpenMerge merge{range, m_impl->formats.of(style)};
        if (!m_impl->draw(merge)) m_impl->open_merges.push_back(merge);
    }
    text(first.row, first.column, words, style);
}

void SheetWriter::remark(std::uint32_t row, std::uint32_t column, std::string_view text) {
    m_impl->check(worksheet_write_comment(m_impl->sheet, row, static_cast<lxw_col_t>(column),
                                          storable_text(text, m_impl->scratch)));
}

void SheetWriter::row(std::uint32_t row, double height_points, bool hidden) {
    m_impl->enter(row, 0);
    lxw_row_col_options options{};
    options.hidden = hidden;
    m_impl->check(worksheet_set_row_opt(
        m_impl->sheet, row, height_points > 0 ? height_points : LXW_DEF_ROW_HEIGHT, nullptr, &options));
}

} // namespace spreadsheet
