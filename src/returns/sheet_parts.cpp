// SPDX-License-Identifier: GPL-3.0-or-later
// What the sheets of returns write alike.
#include "returns/return_sheets.hpp"

namespace returns {

using spreadsheet::Style;

std::vector<std::string> keys_of(const std::vector<ListColumn>& columns) {
    std::vector<std::string> keys;
    for (const ListColumn& column : columns)
        keys.push_back(column.key);
    return keys;
}

std::string titled_km(const SheetPlan& plan, const ReturnPeriod& period) {
    return plan.title.km + ' ' + period.name_km();
}

std::string titled_en(const SheetPlan& plan, const ReturnPeriod& period) {
    return plan.title.en + ", " + period.name_en();
}

void add_result_columns(std::vector<ListColumn>& columns, const std::vector<std::string>& letters) {
    const auto add_pair = [&](const std::string& key, words::Label label) {
        columns.push_back({key + ".total", label, 9});
        columns.push_back({key + ".female", words::female, 7});
    };
    add_pair("learners", {"អ្នកសិក្សា", "Learners"});
    add_pair("pass", {"ជាប់", "Pass"});
    add_pair("fail", {"ធ្លាក់", "Fail"});
    add_pair("incomplete", {"មិនទាន់គ្រប់", "Incomplete"});
    for (const std::string& letter : letters)
        add_pair("grade:" + letter, {"និទ្ទេស", letter});
}

void begin_list(SignedSheet& sheet, const std::vector<ListColumn>& columns, const std::string& title_km,
                const std::string& title_en) {
    const auto last = static_cast<std::uint32_t>(columns.size() - 1);
    for (std::uint32_t at = 0; at <= last; ++at)
        sheet.columns(at, at, columns[at].width);
    sheet.row("title", 30);
    sheet.title(0, last, title_km, Style::title);
    sheet.row("title-en", 18);
    sheet.title(0, last, title_en, Style::subtitle);
    sheet.row("heading", 48);
    for (std::uint32_t at = 0; at <= last; ++at)
        sheet.text(at, columns[at].heading, Style::heading);
    sheet.looks().freeze(sheet.sheet_row() + 1);
}

void filter_list(SignedSheet& sheet, std::uint32_t heading_row, std::size_t columns) {
    sheet.looks().autofilter({{heading_row, 1}, {sheet.sheet_row(), static_cast<std::uint32_t>(columns)}});
}

void warn_where(SignedSheet& sheet, std::uint32_t column, spreadsheet::Highlight::When when,
                std::string value) {
    if (sheet.sheet_row() <= list_heading_row) return;
    sheet.looks().highlight({.where = {{list_heading_row + 1, column + 1}, {sheet.sheet_row(), column + 1}},
                             .when = when,
                             .value = std::move(value)});
}

void set_up_print(SignedSheet& sheet, const ReturnHead& head, bool landscape, std::uint32_t repeat_last) {
    spreadsheet::PrintSetup setup;
    setup.landscape = landscape;
    if (repeat_last > 0) setup.repeat = {1, repeat_last};
    setup.area =
        spreadsheet::Range{{1, 1}, sheet.at(sheet.column_count() - 1)}; // without row and column of keys
    setup.header.left = head.office_name_km;
    setup.header.right = head.period + (head.sample ? "  " + std::string{words::sample_mark} : "");
    setup.footer.left = head.office + "  " + head.period + "  v" + std::to_string(head.version);
    sheet.looks().print(setup);
}

void write_count(SignedSheet& sheet, std::uint32_t column, int people, Style style) {
    if (people == hidden)
        sheet.text(column, "<5", style);
    else if (people == not_told)
        sheet.blank(column, style);
    else
        sheet.number(column, std::int64_t{people}, style);
}

void write_pair(SignedSheet& sheet, std::uint32_t column, const Count& count, Style style) {
    write_count(sheet, column, count.total, style);
    write_count(sheet, column + 1, count.female, style);
}

void write_rate(SignedSheet& sheet, std::uint32_t column, const std::string& percent) {
    if (percent.empty())
        sheet.blank(column, Style::percent);
    else
        sheet.number(column, percent, Style::percent);
}

void begin_cover(SignedSheet& sheet, const ReturnHead& head, const Letterhead& letterhead,
                 const std::string& title_km, const std::string& title_en, std::uint32_t columns) {
    const std::uint32_t last = columns - 1;
    sheet.row("kingdom", 30);
    sheet.title(0, last, "ព្រះរាជាណាចក្រកម្ពុជា", Style::title);
    sheet.row("motto", 26);
    sheet.title(0, last, "ជាតិ សាសនា ព្រះមហាក្សត្រ", Style::title);
    for (std::size_t at = 0; at < letterhead.lines.size(); ++at) {
        sheet.row("letterhead-" + std::to_string(at + 1), 22);
        sheet.text(0, letterhead.lines[at], Style::plain);
    }
    sheet.skip(1);
    sheet.row("title", 34);
    sheet.title(0, last, title_km, Style::title);
    sheet.row("title-en", 20);
    sheet.title(0, last, title_en, Style::subtitle);
    if (head.sample) {
        sheet.row("sample", 26);
        sheet.title(0, last, words::sample_mark, Style::title);
    }
    sheet.skip(1);
}

void write_signatures(SignedSheet& sheet, const Letterhead& letterhead, std::string_view left_line,
                      std::string_view left_role, std::string_view right_line, std::uint32_t columns) {
    const std::uint32_t half = columns / 2;
    // Each is signed on its own day, by pen: dotted lines, the lunar one above.
    const auto both = [&](std::string_view key, std::string_view left, std::string_view right,
                          double height) {
        sheet.row(key, height);
        sheet.title(0, half - 1, left, Style::subtitle);
        sheet.title(half, columns - 1, right, Style::subtitle);
    };
    const std::string lunar = "ថ្ងៃ.................ខែ............ឆ្នាំ............ស័ក ព.ស.២៥.....";
    const std::string solar = letterhead.place_km + ", ថ្ងៃទី......ខែ............ឆ្នាំ២០.....";
    both("sign-lunar", lunar, lunar, 22);
    both("sign-solar", solar, solar, 22);
    both("sign-line", left_line, right_line, 24);
    sheet.row("sign-role", 22);
    sheet.title(0, half - 1, left_role, Style::subtitle);
    sheet.skip(4);
}

void write_note(SignedSheet& sheet, std::uint32_t columns) {
    sheet.row("note", 44);
    sheet.title(0, columns - 1,
                "តម្លៃក្នុងឯកសារនេះមានហត្ថលេខាឌីជីថល។ ការរក្សាទុកម្តងទៀតមិនប៉ះពាល់ទេ តែក្រឡាដែលត្រូវបានកែនឹងត្រូវបង្ហាញ។ "
                "សូមកែក្នុងកម្មវិធី Srok រួចបង្កើតកំណែថ្មី។\n"
                "The values are signed: saving the file again does no harm, but an edited cell is named. "
                "Correct them in "
                "Srok and build a new version.",
                Style::note);
}

} // namespace returns
