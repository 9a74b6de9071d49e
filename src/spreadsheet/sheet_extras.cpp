// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/sheet_extras.hpp"

#include "spreadsheet/decimal.hpp"
#include "spreadsheet/sheet_writer.hpp"

#include <charconv>
#include <stdexcept>

namespace spreadsheet {
namespace {

lxw_col_t narrow(std::uint32_t column) {
    return static_cast<lxw_col_t>(column);
}

// libxlsxwriter takes char* that it only reads.
char* c_str(const std::string& text) {
    return text.empty() ? nullptr : const_cast<char*>(text.c_str());
}

double value_of(const std::string& decimal) {
    double value = 0;
    const auto plain = plain_decimal(decimal);
    if (!plain) throw std::logic_error("not a decimal: " + decimal);
    std::from_chars(plain->data(), plain->data() + plain->size(), value);
    return value;
}

// "'Sheet name'!$A$1:$A$9", as formulas point to other sheets.
std::string absolute(const std::string& sheet, const Range& range) {
    std::string quoted;
    for (const char c : sheet)
        quoted.append(c == '\'' ? 2 : 1, c);
    const auto corner = [](CellRef cell) {
        return '$' + column_name(cell.column) + '$' + std::to_string(cell.row + 1);
    };
    return '\'' + quoted + "'!" + corner(range.first) + ':' + corner(range.last);
}

// '&' begins a code in headers and footers.
std::string strip_text(const PrintSetup::Strip& strip, std::string_view end) {
    std::string text;
    const auto add = [&](const char* code, const std::string& words, std::string_view more = {}) {
        if (words.empty() && more.empty()) return;
        text.append(code).append("&\"").append(body_font).append(",Regular\"&9");
        // Digits would be read on as part of the size.
        if (!words.empty() && words.front() >= '0' && words.front() <= '9') text += ' ';
        for (const char c : words)
            text.append(c == '&' ? 2 : 1, c);
        text.append(more);
    };
    add("&L", strip.left);
    add("&C", strip.centre);
    add("&R", strip.right, end);
    return text;
}

std::string quoted(const std::string& text) {
    std::string result;
    for (const char c : text)
        result.append(c == '"' ? 2 : 1, c);
    return '"' + result + '"';
}

// A rule of the program that shows the sheet: in the range's first cell, a number within bounds or a word.
std::string number_or_word(const NumberRule& allowed) {
    const std::string cell = cell_name(allowed.where.first);
    std::string number =
        "AND(ISNUMBER(" + cell + ")," + cell + ">=" + allowed.minimum + "," + cell + "<=" + allowed.maximum;
    if (allowed.whole) number += ",INT(" + cell + ")=" + cell;
    std::string rule = "=OR(" + number + ")";
    for (const std::string& word : allowed.or_words)
        rule += "," + cell + "=" + quoted(word);
    return rule + ")";
}

lxw_error add_rule(lxw_worksheet* sheet, const Range& where, lxw_data_validation& rule) {
    return worksheet_data_validation_range(sheet, where.first.row, narrow(where.first.column), where.last.row,
                                           narrow(where.last.column), &rule);
}

std::uint8_t chart_type(Chart::Kind kind) {
    switch (kind) {
    case Chart::Kind::column:
        return LXW_CHART_COLUMN;
    case Chart::Kind::stacked_column:
        return LXW_CHART_COLUMN_STACKED;
    case Chart::Kind::bar:
        return LXW_CHART_BAR;
    case Chart::Kind::line:
        return LXW_CHART_LINE;
    }
    return LXW_CHART_COLUMN;
}

void set_axis(lxw_chart_axis* axis, const std::string& title, lxw_chart_font& font) {
    chart_axis_set_num_font(axis, &font);
    if (title.empty()) return;
    chart_axis_set_name(axis, title.c_str());
    chart_axis_set_name_font(axis, &font);
}

} // namespace

void SheetWriter::columns(std::uint32_t first, std::uint32_t last, double width_characters, bool hidden) {
    lxw_row_col_options options{};
    options.hidden = hidden;
    m_impl->check(worksheet_set_column_opt(m_impl->sheet, narrow(first), narrow(last), width_characters,
                                           nullptr, &options));
}

void SheetWriter::freeze(std::uint32_t rows, std::uint32_t columns) {
    worksheet_freeze_panes(m_impl->sheet, rows, narrow(columns));
}

void SheetWriter::autofilter(const Range& range) {
    m_impl->check(worksheet_autofilter(m_impl->sheet, range.first.row, narrow(range.first.column),
                                       range.last.row, narrow(range.last.column)));
}

void SheetWriter::print(const PrintSetup& setup) {
    constexpr std::uint8_t a4 = 9;
    worksheet_set_paper(m_impl->sheet, a4);
    if (setup.landscape) worksheet_set_landscape(m_impl->sheet);
    if (setup.fit_width) worksheet_fit_to_pages(m_impl->sheet, 1, 0);
    if (setup.repeat)
        m_impl->check(worksheet_repeat_rows(m_impl->sheet, setup.repeat->first, setup.repeat->last));
    const double margin = setup.margin_inches;
    worksheet_set_margins(m_impl->sheet, margin, margin, margin + 0.2, margin + 0.2);
    const std::string header = strip_text(setup.header, {});
    const std::string footer = strip_text(setup.footer, setup.page_numbers ? " &P / &N" : "");
    if (!header.empty()) m_impl->check(worksheet_set_header(m_impl->sheet, header.c_str()));
    if (!footer.empty()) m_impl->check(worksheet_set_footer(m_impl->sheet, footer.c_str()));
}

void SheetWriter::hide() {
    worksheet_hide(m_impl->sheet);
}

void SheetWriter::protect() {
    worksheet_protect(m_impl->sheet, nullptr, nullptr);
}

void SheetWriter::offer(const Choices& choices) {
    lxw_data_validation rule{};
    rule.error_title = c_str(choices.error_title);
    rule.error_message = c_str(choices.error_message);
    if (choices.list.empty()) return m_impl->offer_from(choices, rule);
    std::vector<char*> list;
    for (const std::string& choice : choices.list)
        list.push_back(c_str(choice));
    list.push_back(nullptr);
    rule.validate = LXW_VALIDATION_TYPE_LIST;
    rule.value_list = list.data();
    m_impl->check(add_rule(m_impl->sheet, choices.where, rule));
}

// libxlsxwriter 1.1.4 copies the formula of a list twice and forgets the first copy. So the rule goes in as
// one of another kind, which it copies once, and becomes a list after that.
void SheetWriter::Impl::offer_from(const Choices& choices, lxw_data_validation& rule) const {
    std::string source = '=' + absolute(choices.from_sheet, choices.from);
    rule.validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
    rule.value_formula = source.data();
    check(add_rule(sheet, choices.where, rule));
    lxw_data_val_obj* added = STAILQ_FIRST(sheet->data_validations);
    while (lxw_data_val_obj* next = STAILQ_NEXT(added, list_pointers))
        added = next;
    added->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
}

void SheetWriter::allow(const NumberRule& allowed) {
    lxw_data_validation rule{};
    std::string formula;
    if (allowed.or_words.empty()) {
        rule.validate = allowed.whole ? LXW_VALIDATION_TYPE_INTEGER : LXW_VALIDATION_TYPE_DECIMAL;
        rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
        rule.minimum_number = value_of(allowed.minimum);
        rule.maximum_number = value_of(allowed.maximum);
    } else {
        formula = number_or_word(allowed);
        rule.validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
        rule.value_formula = formula.data();
    }
    rule.error_title = c_str(allowed.error_title);
    rule.error_message = c_str(allowed.error_message);
    m_impl->check(add_rule(m_impl->sheet, allowed.where, rule));
}

void SheetWriter::allow(const TextRule& allowed) {
    lxw_data_validation rule{};
    rule.validate = LXW_VALIDATION_TYPE_LENGTH;
    rule.criteria = LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO;
    rule.value_number = allowed.most_letters;
    rule.input_title = c_str(allowed.prompt_title);
    rule.input_message = c_str(allowed.prompt);
    rule.error_title = c_str(allowed.error_title);
    rule.error_message = c_str(allowed.error_message);
    m_impl->check(add_rule(m_impl->sheet, allowed.where, rule));
}

void SheetWriter::highlight(const Highlight& highlight) {
    lxw_conditional_format rule{};
    std::string text;
    rule.type = LXW_CONDITIONAL_TYPE_CELL;
    switch (highlight.when) {
    case Highlight::When::below:
        rule.criteria = LXW_CONDITIONAL_CRITERIA_LESS_THAN;
        rule.value = value_of(highlight.value);
        break;
    case Highlight::When::above:
        rule.criteria = LXW_CONDITIONAL_CRITERIA_GREATER_THAN;
        rule.value = value_of(highlight.value);
        break;
    case Highlight::When::equal:
        rule.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
        rule.value = value_of(highlight.value);
        break;
    case Highlight::When::text_equal:
        rule.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
        text = quoted(highlight.value);
        rule.value_string = text.data();
        break;
    case Highlight::When::blank:
        rule.type = LXW_CONDITIONAL_TYPE_BLANKS;
        break;
    case Highlight::When::duplicate:
        rule.type = LXW_CONDITIONAL_TYPE_DUPLICATE;
        break;
    }
    rule.format = m_impl->formats.highlight(highlight.colour);
    const auto [first, last] = highlight.where;
    m_impl->check(worksheet_conditional_format_range(m_impl->sheet, first.row, narrow(first.column), last.row,
                                                     narrow(last.column), &rule));
}

void SheetWriter::chart(const Chart& chart) {
    lxw_chart* drawn = workbook_add_chart(m_impl->workbook, chart_type(chart.kind));
    if (!drawn) throw std::bad_alloc{};
    const std::string font_name = body_font;
    lxw_chart_font font{};
    font.name = c_str(font_name);
    font.size = 9;
    lxw_chart_font title = font;
    title.size = 11;
    title.bold = LXW_TRUE;
    for (const Chart::Series& series : chart.series) {
        lxw_chart_series* added = chart_add_series(drawn, nullptr, nullptr);
        const auto& [c_first, c_last] = series.categories;
        const auto& [v_first, v_last] = series.values;
        chart_series_set_name(added, series.name.c_str());
        chart_series_set_categories(added, series.sheet.c_str(), c_first.row, narrow(c_first.column),
                                    c_last.row, narrow(c_last.column));
        chart_series_set_values(added, series.sheet.c_str(), v_first.row, narrow(v_first.column), v_last.row,
                                narrow(v_last.column));
    }
    if (!chart.title.empty()) {
        chart_title_set_name(drawn, chart.title.c_str());
        chart_title_set_name_font(drawn, &title);
    }
    set_axis(drawn->x_axis, chart.x_title, font);
    set_axis(drawn->y_axis, chart.y_title, font);
    chart_legend_set_font(drawn, &font);
    chart_legend_set_position(drawn,
                              chart.series.size() > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
    lxw_chart_options size{};
    size.x_scale = chart.width_pixels / 480.0; // libxlsxwriter's own size is 480 by 288
    size.y_scale = chart.height_pixels / 288.0;
    m_impl->check(
        worksheet_insert_chart_opt(m_impl->sheet, chart.at.row, narrow(chart.at.column), drawn, &size));
}

} // namespace spreadsheet
