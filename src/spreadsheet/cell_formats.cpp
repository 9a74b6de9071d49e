// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/cell_formats.hpp"

namespace spreadsheet {
namespace {

constexpr lxw_color_t grey_line = 0xA6A6A6;
constexpr lxw_color_t heading_fill = 0xDCE6F1;
constexpr lxw_color_t total_fill = 0xF2F2F2;
constexpr lxw_color_t answer_fill = 0xFFF9DB;
constexpr lxw_color_t shut_fill = 0xD0D0D0;
constexpr lxw_color_t note_ink = 0x6B6B6B;

constexpr lxw_color_t warning_fill = 0xFFEB9C, warning_ink = 0x7F6000;
constexpr lxw_color_t wrong_fill = 0xFFC7CE, wrong_ink = 0x9C0006;
constexpr lxw_color_t good_fill = 0xC6EFCE, good_ink = 0x006100;

bool in_table(Style style) {
    switch (style) {
    case Style::plain:
    case Style::title:
    case Style::subtitle:
    case Style::note:
    case Style::key:
        return false;
    default:
        return true;
    }
}

void set_fonts(lxw_format* format, Style style) {
    format_set_font_name(format, style == Style::title ? title_font : body_font);
    format_set_font_size(format, style == Style::title                         ? 12
                                 : style == Style::note || style == Style::key ? 8
                                                                               : 10);
    if (style == Style::note || style == Style::key) format_set_font_color(format, note_ink);
    if (style == Style::heading || style == Style::total || style == Style::total_text ||
        style == Style::total_decimal2)
        format_set_bold(format);
}

void set_alignment(lxw_format* format, Style style) {
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    switch (style) {
    case Style::title:
    case Style::subtitle:
    case Style::heading:
    case Style::centred:
    case Style::date:
    case Style::mark:
    case Style::shut:
        format_set_align(format, LXW_ALIGN_CENTER);
        break;
    case Style::number:
        // Else it would look exactly as text does, and libxlsxwriter then hashes the whole format for every
        // cell.
        format_set_align(format, LXW_ALIGN_RIGHT);
        break;
    default:
        break;
    }
    if (style == Style::heading || style == Style::wrapped || style == Style::note)
        format_set_text_wrap(format);
}

const char* number_format(Style style) {
    switch (style) {
    case Style::count:
    case Style::total:
        return "#,##0";
    case Style::decimal2:
    case Style::total_decimal2:
        return "#,##0.00";
    case Style::percent:
        return "0.00\"%\"";
    case Style::date:
        return "dd/mm/yyyy";
    default:
        return nullptr;
    }
}

void set_fill(lxw_format* format, Style style) {
    switch (style) {
    case Style::heading:
        return format_set_bg_color(format, heading_fill);
    case Style::total:
    case Style::total_text:
    case Style::total_decimal2:
        return format_set_bg_color(format, total_fill);
    case Style::answer:
        format_set_unlocked(format);
        return format_set_bg_color(format, answer_fill);
    case Style::entry:
    case Style::mark:
        return format_set_unlocked(format);
    case Style::shut:
        return format_set_bg_color(format, shut_fill);
    default:
        return;
    }
}

lxw_format* make(lxw_workbook* workbook, Style style) {
    lxw_format* format = workbook_add_format(workbook);
    set_fonts(format, style);
    set_alignment(format, style);
    set_fill(format, style);
    if (const char* code = number_format(style)) format_set_num_format(format, code);
    if (in_table(style)) {
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, grey_line);
    }
    return format;
}

lxw_format* make_colours(lxw_workbook* workbook, lxw_color_t fill, lxw_color_t ink) {
    lxw_format* format = workbook_add_format(workbook);
    format_set_bg_color(format, fill);
    format_set_font_color(format, ink);
    return format;
}

} // namespace

CellFormats::CellFormats(lxw_workbook* workbook)
    : m_colours{make_colours(workbook, warning_fill, warning_ink),
                make_colours(workbook, wrong_fill, wrong_ink), make_colours(workbook, good_fill, good_ink)} {
    for (std::size_t i = 0; i < m_formats.size(); ++i)
        m_formats[i] = make(workbook, static_cast<Style>(i));
}

} // namespace spreadsheet
