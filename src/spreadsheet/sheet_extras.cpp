// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/sheet_extras.hpp"

#include "spreadsheet/decimal.hpp"
#include "spreadsheet/sheet_writer.hpp"

#include <algorithm>
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

std::size_t cells_in(const Range& range) {
    return (std::size_t{range.last.row} - range.first.row + 1) *
           (std::size_t{range.last.column} - range.first.column + 1);
}

// As documents/ draws them: the whole light with a rim, the part dark, told apart without colour.
void set_fill(lxw_chart_series* series, bool dark) {
    lxw_chart_fill fill{};
    fill.color = dark ? 0x1F4F8F : 0xD3DFF0;
    chart_series_set_fill(series, &fill);
    lxw_chart_line rim{};
    rim.color = 0x1F4F8F;
    rim.width = 0.75F;
    chart_series_set_line(series, &rim);
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
    if (setup.area)
        m_impl->check(worksheet_print_area(m_impl->sheet, setup.area->first.row,
                                           narrow(setup.area->first.column), setup.area->last.row,
                                           narrow(setup.area->last.column)));
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

void SheetWriter::chart(const core::Chart& chart, const ChartCells& cells) {
    const auto as_many = [&](const Range& range) { return cells_in(range) == chart.categories.size(); };
    if (cells.values.size() != chart.series.size() || !as_many(cells.categories) ||
        !std::all_of(cells.values.begin(), cells.values.end(), as_many))
        throw std::logic_error("a chart of other cells than it shows: " + chart.title);
    const bool upright = chart.kind == core::ChartKind::columns;
    lxw_chart* drawn = workbook_add_chart(m_impl->workbook, upright ? LXW_CHART_COLUMN : LXW_CHART_BAR);
    if (!drawn) throw std::bad_alloc{};
    const std::string font_name = body_font;
    lxw_chart_font font{};
    font.name = c_str(font_name);
    font.size = 9;
    lxw_chart_font title = font;
    title.size = 11;
    title.bold = LXW_TRUE;
    const auto& [c_first, c_last] = cells.categories;
    for (std::size_t at = 0; at < chart.series.size(); ++at) {
        const auto& [v_first, v_last] = cells.values[at];
        lxw_chart_series* added = chart_add_series(drawn, nullptr, nullptr);
        chart_series_set_name(added, chart.series[at].name.c_str());
        chart_series_set_categories(added, cells.sheet.c_str(), c_first.row, narrow(c_first.column),
                                    c_last.row, narrow(c_last.column));
        chart_series_set_values(added, cells.sheet.c_str(), v_first.row, narrow(v_first.column), v_last.row,
                                narrow(v_last.column));
        set_fill(added, at + 1 == chart.series.size());
        if (at == 0) {
            chart_series_set_labels(added);
            chart_series_set_labels_font(added, &font);
            chart_series_set_labels_position(added, LXW_CHART_LABEL_POSITION_OUTSIDE_END);
        }
    }
    // A part lies over its whole.
    if (chart.kind != core::ChartKind::pyramid) chart_set_series_overlap(drawn, 100);
    if (!upright) {
        // The first category above, as on paper, and the numbers below. Of lying bars the categories' axis is
        // the y axis.
        chart_axis_set_reverse(drawn->y_axis);
        chart_axis_set_crossing_max(drawn->y_axis);
    }
    chart_set_series_gap(drawn, 60);
    chart_title_set_name(drawn, chart.title.c_str());
    chart_title_set_name_font(drawn, &title);
    chart_axis_set_num_font(drawn->x_axis, &font);
    chart_axis_set_num_font(drawn->y_axis, &font);
    chart_legend_set_font(drawn, &font);
    chart_legend_set_position(drawn,
                              chart.series.size() > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
    lxw_chart_options size{};
    size.x_scale = cells.width_pixels / 480.0; // libxlsxwriter's own size is 480 by 288
    size.y_scale = cells.height_pixels / 288.0;
    m_impl->check(
        worksheet_insert_chart_opt(m_impl->sheet, cells.at.row, narrow(cells.at.column), drawn, &size));
}

} // namespace spreadsheet
