// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/province_sheets.hpp"

#include <algorithm>

namespace returns::province_sheets {

using spreadsheet::Style;

std::vector<ListColumn> district_columns() {
    return {{"code", {"កូដ", "Code"}, 8}, {"name", {"ស្រុក", "District"}, 24}};
}

namespace {

// Whose figures nobody signed is told wherever they stand.
std::string marked_name(const DistrictContent& district) {
    return district.is_unsigned() ? district.name_km + " (គ្មានហត្ថលេខា)" : district.name_km;
}

} // namespace

void begin_row(SignedSheet& sheet, const DistrictContent* district) {
    sheet.row(district == nullptr ? "all" : district->code, 22);
    sheet.text(0, district == nullptr ? "" : district->code,
               district == nullptr ? Style::total_text : Style::centred);
    sheet.text(1, district == nullptr ? "សរុបខេត្ត" : marked_name(*district),
               district == nullptr ? Style::total_text : Style::text);
}

void blanks(SignedSheet& sheet, std::uint32_t from, std::size_t columns) {
    for (auto at = from; at < columns; ++at)
        sheet.blank(at, Style::count);
}

std::string titled(std::string_view title, const ReturnPeriod& period) {
    return std::string{title} + ' ' + period.name_km();
}
std::string titled_en(std::string_view title, const ReturnPeriod& period) {
    return std::string{title} + ", " + period.name_en();
}

namespace {

void write_main_row(SignedSheet& sheet, const DistrictContent* district, const Figures& figures,
                    const std::optional<Count>& before) {
    const Style style = district == nullptr ? Style::total : Style::count;
    begin_row(sheet, district);
    write_count(sheet, 2, figures.classes(), style);
    write_pair(sheet, 3, figures.count("learners"), style);
    if (before) {
        write_pair(sheet, 5, *before, style);
        if (const int learners = figures.count("learners").total; learners == not_told)
            sheet.blank(7, style);
        else
            sheet.number(7, std::int64_t{learners - before->total}, style);
    } else {
        blanks(sheet, 5, 8);
    }
    write_pair(sheet, 8, figures.count("new"), style);
    write_pair(sheet, 10, figures.count("left"), style);
    write_pair(sheet, 12, figures.count("at-end"), style);
    write_rate(sheet, 14, figures.days.rate());
    write_rate(sheet, 15, figures.days_female.rate());
}

std::vector<ListColumn> main_columns() {
    auto columns = district_columns();
    const auto add = [&](const char* key, words::Label label) { columns.push_back({key, label, 9}); };
    add("classes", {"ថ្នាក់", "Classes"});
    add("learners.total", {"អ្នកសិក្សា", "Learners"});
    add("learners.female", words::female);
    add("before.total", {"រយៈពេលមុន", "Period before"});
    add("before.female", words::female);
    add("change", {"ប្រែប្រួល", "Change"});
    add("new.total", {"ចូលថ្មី", "New"});
    add("new.female", words::female);
    add("left.total", {"ចាកចេញ", "Left"});
    add("left.female", words::female);
    add("at-end.total", {"នៅចុងគ្រា", "At the end"});
    add("at-end.female", words::female);
    add("rate.total", {"អត្រាវត្តមាន", "Attendance"});
    add("rate.female", {"វត្តមានស្រី", "Female"});
    return columns;
}

words::Label state_label(const DistrictContent& district) {
    if (!district.newest) return {"មិនទាន់ផ្ញើ", "Not sent"};
    switch (district.newest->state) {
    case ReceivedState::accepted:
        return {"បានអនុម័ត", "Accepted"};
    case ReceivedState::rejected:
        return {"បានបដិសេធ", "Sent back"};
    default:
        return {"បានទទួល", "Received"};
    }
}

} // namespace

void write_districts(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceContent& province) {
    const auto columns = main_columns();
    const auto keys = keys_of(columns);
    SignedSheet& sheet = workbook.add_sheet("districts", districts_name, keys);
    begin_list(sheet, columns, titled("តួលេខតាមស្រុក", province.period),
               titled_en("Figures by district", province.period));
    for (const DistrictContent& one : province.districts) {
        if (one.counted) {
            write_main_row(sheet, &one, one.content.all(), one.before);
        } else {
            begin_row(sheet, &one);
            blanks(sheet, first_figure, keys.size());
        }
    }
    write_main_row(sheet, nullptr, province.total.all(), province.before());
    set_up_print(sheet, head, true, list_heading_row);
}

namespace {

bool is_unsigned_file(const DistrictContent& district) {
    return district.newest && district.newest->verdict == FileVerdict::unsigned_file;
}

} // namespace

void write_sent(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceContent& province) {
    const bool wide = std::any_of(province.districts.begin(), province.districts.end(), is_unsigned_file);
    auto columns = district_columns();
    columns.push_back({"state", {"ស្ថានភាព", "Status"}, wide ? 46.0 : 26.0});
    columns.push_back({"newest", {"កំណែចុងក្រោយ", "Newest version"}, 14});
    columns.push_back({"counted", {"កំណែដែលរាប់បញ្ចូល", "Version counted"}, 16});
    columns.push_back({"built", {"ធ្វើនៅថ្ងៃទី", "Built on"}, 14});
    columns.push_back({"received", {"ទទួលនៅថ្ងៃទី", "Received on"}, 14});
    const auto keys = keys_of(columns);
    SignedSheet& sheet = workbook.add_sheet("sent", "ការផ្ញើ", keys);
    begin_list(sheet, columns, titled("ស្ថានភាពនៃការផ្ញើ", province.period),
               titled_en("Who has sent", province.period));
    for (const DistrictContent& one : province.districts) {
        begin_row(sheet, &one);
        const words::Label state = state_label(one);
        sheet.text(2, std::string{state.km} + "  " + std::string{state.en} +
                          (is_unsigned_file(one) ? " · គ្មានហត្ថលេខា  Not signed" : ""));
        sheet.text(3, one.newest ? std::to_string(one.newest->version) : "", Style::centred);
        sheet.text(4, one.counted ? std::to_string(one.counted->version) : "", Style::centred);
        sheet.text(5, one.counted ? words::date_text(core::day_in_cambodia(one.built)) : "", Style::centred);
        sheet.text(6, one.newest ? words::date_text(core::day_in_cambodia(one.newest->received_at)) : "",
                   Style::centred);
    }
    filter_list(sheet, list_heading_row, columns.size());
    set_up_print(sheet, head, false, list_heading_row);
}

} // namespace returns::province_sheets
