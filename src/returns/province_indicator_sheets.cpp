// SPDX-License-Identifier: GPL-3.0-or-later
// Indicators by district, the last periods side by side, and the quality of each district's data.
#include "core/ratio.hpp"
#include "returns/charts.hpp"
#include "returns/indicators.hpp"
#include "returns/province_sheets.hpp"
#include "wording/language.hpp"
#include "wording/sentence.hpp"

namespace returns::province_sheets {
namespace {

using spreadsheet::Style;

// People as whole numbers, days with their parts.
void write_amount(SignedSheet& sheet, std::uint32_t at, std::int64_t thousandths, Style style) {
    if (thousandths % 1000 == 0)
        sheet.number(at, thousandths / 1000, style);
    else
        sheet.number(at, core::format_decimal(thousandths, 3),
                     style == Style::total ? Style::total_decimal2 : Style::decimal2);
}

void write_shares(SignedSheet& sheet, const Layout& layout, const Figures& figures, Style style) {
    std::uint32_t at = first_figure;
    for (const Share& share : shares_of(layout, figures)) {
        if (share.known) {
            write_amount(sheet, at, share.rest ? share.denominator - share.numerator : share.numerator,
                         style);
            write_amount(sheet, at + 1, share.denominator, style);
        } else {
            sheet.blank(at, style);
            sheet.blank(at + 1, style);
        }
        write_rate(sheet, at + 2, share.percent());
        at += 3;
    }
}

void write_indicator_headings(SignedSheet& sheet, const ProvinceContent& province) {
    const Layout& layout = province.total.layout;
    const auto last = static_cast<std::uint32_t>(first_figure + 3 * layout.indicators.size() - 1);
    sheet.row("title", 30);
    sheet.title(0, last, titled("សូចនាករ", province.period), Style::title);
    sheet.row("title-en", 18);
    sheet.title(0, last, titled_en("Indicators", province.period), Style::subtitle);
    sheet.row("indicator", 44);
    sheet.title(0, 0, "កូដ\nCode", Style::heading, 2);
    sheet.title(1, 1, "ស្រុក\nDistrict", Style::heading, 2);
    for (std::uint32_t at = 0; at < layout.indicators.size(); ++at)
        sheet.title(first_figure + 3 * at, first_figure + 3 * at + 2, words::both(layout.indicators[at].name),
                    Style::heading);
    sheet.row("heading", 36);
    for (std::uint32_t at = first_figure; at < last; at += 3) {
        sheet.text(at, "ភាគយក\nPart", Style::heading);
        sheet.text(at + 1, "ភាគបែង\nOf", Style::heading);
        sheet.text(at + 2, "%", Style::heading);
    }
    sheet.looks().freeze(sheet.sheet_row() + 1, first_figure + 1);
}

// TRANSLATORS of the workbook's words: what of the data is known.
words::Label part_label(QualityPart::What what) {
    switch (what) {
    case QualityPart::What::recorded:
        return {"ថ្ងៃបានស្រង់ (៤០)", "Days recorded (40)"};
    case QualityPart::What::ages:
        return {"ស្គាល់អាយុ (២០)", "Ages known (20)"};
    case QualityPart::What::disability:
        return {"បានសួរពិការភាព (១៥)", "Disability asked (15)"};
    case QualityPart::What::ethnicity:
        return {"បញ្ជាក់ជនជាតិ (១០)", "Ethnicity stated (10)"};
    case QualityPart::What::explained:
        break;
    }
    return {"បានពន្យល់ (១៥)", "Explained (15)"};
}

constexpr std::array<QualityPart::What, 5> parts{QualityPart::What::recorded, QualityPart::What::ages,
                                                 QualityPart::What::disability, QualityPart::What::ethnicity,
                                                 QualityPart::What::explained};

std::string to_mend(const Quality& quality, wording::Language language) {
    std::string text;
    int number = 0;
    for (const Finding& one : quality.to_mend)
        text += (text.empty() ? "" : "\n") + std::to_string(++number) + ". " +
                wording::sentence(wording::catalogue_of(language), one.what).message;
    return text;
}

} // namespace

void write_indicators(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceContent& province) {
    const Layout& layout = province.total.layout;
    if (layout.indicators.empty()) return;
    std::vector<std::string> keys = {"code", "name"};
    for (const Indicator& one : layout.indicators)
        for (const char* part : {".part", ".of", ".percent"})
            keys.push_back(one.key + part);
    SignedSheet& sheet = workbook.add_sheet("indicators", "សូចនាករ", keys);
    sheet.columns(0, 0, 8);
    sheet.columns(1, 1, 24);
    sheet.columns(first_figure, static_cast<std::uint32_t>(keys.size() - 1), 9);
    write_indicator_headings(sheet, province);
    for (const DistrictContent& one : province.districts) {
        begin_row(sheet, &one);
        if (one.counted)
            write_shares(sheet, layout, one.content.all(), Style::count);
        else
            blanks(sheet, first_figure, keys.size());
    }
    begin_row(sheet, nullptr);
    write_shares(sheet, layout, province.total.all(), Style::total);
    set_up_print(sheet, head, true, 4);
}

void write_trend(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceContent& province) {
    if (province.trend.size() < 2) return;
    static const std::vector<ListColumn> columns = {
        {"period", {"រយៈពេល", "Period"}, 26},    {"period-en", {"ជាភាសាអង់គ្លេស", "In English"}, 24},
        {"districts", {"ស្រុក", "Districts"}, 10}, {"learners.total", {"អ្នកសិក្សា", "Learners"}, 12},
        {"learners.female", words::female, 10},  {"new", {"ចូលថ្មី", "New"}, 10},
        {"left", {"ចាកចេញ", "Left"}, 10},        {"rate", {"អត្រាវត្តមាន", "Attendance"}, 12}};
    const auto keys = keys_of(columns);
    constexpr std::string_view name = "និន្នាការ";
    SignedSheet& sheet = workbook.add_sheet("trend", name, keys);
    begin_list(sheet, columns, titled("និន្នាការ", province.period), titled_en("Trend", province.period));
    for (const TrendPoint& point : province.trend) {
        sheet.row(point.period.to_text(), 22);
        sheet.text(0, point.period.name_km());
        sheet.text(1, point.period.name_en());
        sheet.number(2, static_cast<std::int64_t>(point.counted), Style::count);
        write_pair(sheet, 3, point.all.count("learners"));
        write_count(sheet, 5, point.all.count("new").total);
        write_count(sheet, 6, point.all.count("left").total);
        write_rate(sheet, 7, point.all.days.rate());
    }
    const auto column = [&](std::uint32_t at) {
        return spreadsheet::Range{{list_heading_row + 1, at + 1}, {sheet.sheet_row(), at + 1}};
    };
    sheet.looks().chart(learners_by_period(province, {}), {.sheet = std::string{name},
                                                           .categories = column(0),
                                                           .values = {column(3), column(4)},
                                                           .at = {sheet.sheet_row() + 2, 1},
                                                           .width_pixels = 660,
                                                           .height_pixels = 300});
    sheet.skip(17);
    set_up_print(sheet, head, true, list_heading_row);
}

void write_quality(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceContent& province) {
    auto columns = district_columns();
    columns.push_back({"score", {"ពិន្ទុ (លើ ១០០)", "Score (of 100)"}, 10});
    for (const QualityPart::What what : parts)
        columns.push_back({"part:" + std::to_string(static_cast<int>(what)), part_label(what), 12});
    columns.push_back({"mend-km", {"អ្វីត្រូវកែបន្ទាប់", "To mend next, in Khmer"}, 60});
    columns.push_back({"mend", {"អ្វីត្រូវកែបន្ទាប់ (អង់គ្លេស)", "To mend next"}, 60});
    const auto keys = keys_of(columns);
    SignedSheet& sheet = workbook.add_sheet("quality", "គុណភាពទិន្នន័យ", keys);
    begin_list(sheet, columns, titled("គុណភាពទិន្នន័យ", province.period),
               titled_en("Quality of the data", province.period));
    for (const DistrictContent& one : province.districts) {
        begin_row(sheet, &one);
        if (!one.counted) {
            blanks(sheet, first_figure, keys.size());
            continue;
        }
        if (one.quality.score)
            sheet.number(first_figure, std::int64_t{*one.quality.score}, Style::total);
        else
            sheet.blank(first_figure, Style::total);
        std::uint32_t at = first_figure + 1;
        for (const QualityPart& part : one.quality.parts)
            write_rate(sheet, at++, part.of == 0 ? "" : core::format_percent({part.has, part.of}));
        sheet.text(at, to_mend(one.quality, wording::Language::khmer), Style::wrapped);
        sheet.text(at + 1, to_mend(one.quality, wording::Language::english), Style::wrapped);
    }
    filter_list(sheet, list_heading_row, columns.size());
    set_up_print(sheet, head, true, list_heading_row);
}

} // namespace returns::province_sheets
