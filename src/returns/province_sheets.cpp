// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/province_sheets.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace returns::province_sheets {
namespace {

using spreadsheet::Style;

constexpr std::uint32_t first_figure = 2; // after the district's code and name

std::vector<ListColumn> district_columns() {
    return {{"code", {"កូដ", "Code"}, 8}, {"name", {"ស្រុក", "District"}, 24}};
}

// Begins a district's row; the closing one has no code.
void begin_row(SignedSheet& sheet, const DistrictMonth* district) {
    sheet.row(district == nullptr ? "all" : district->code, 22);
    sheet.text(0, district == nullptr ? "" : district->code,
               district == nullptr ? Style::total_text : Style::centred);
    sheet.text(1, district == nullptr ? "សរុបខេត្ត" : district->name_km,
               district == nullptr ? Style::total_text : Style::text);
}

void blanks(SignedSheet& sheet, std::uint32_t from, std::size_t columns) {
    for (auto at = from; at < columns; ++at)
        sheet.blank(at, Style::count);
}

std::string titled(std::string_view title, core::Month month) {
    return std::string{title} + ' ' + words::month_km(month);
}
std::string titled_en(std::string_view title, core::Month month) {
    return std::string{title} + ", " + words::month_en(month);
}

// Figures of people, each a pair of columns.
struct PairColumn {
    std::string key;
    std::string km;
    std::string en;
    std::function<Count(const MonthReturn&)> count;
};

PairColumn people(const words::FigureRow& row) {
    // A reason is indented only below "left".
    const auto flush = [](const std::string& text) {
        return text.substr(std::min(text.find_first_not_of(' '), text.size()));
    };
    return {row.key, flush(row.km), flush(row.en),
            [key = row.key](const MonthReturn& month) { return month.all.count(key); }};
}

struct PairSheet {
    std::string_view key;
    std::string_view name;
    words::Label title;
    std::vector<PairColumn> pairs;
};

// A pair's heading stands over "total" and "female".
void write_pair_headings(SignedSheet& sheet, const PairSheet& table, core::Month month) {
    const auto last = static_cast<std::uint32_t>(first_figure + 2 * table.pairs.size() - 1);
    sheet.row("title", 30);
    sheet.title(0, last, titled(table.title.km, month), Style::title);
    sheet.row("title-en", 18);
    sheet.title(0, last, titled_en(table.title.en, month), Style::subtitle);
    sheet.row("figure", 44);
    sheet.title(0, 0, "កូដ\nCode", Style::heading, 2);
    sheet.title(1, 1, "ស្រុក\nDistrict", Style::heading, 2);
    for (std::uint32_t at = 0; at < table.pairs.size(); ++at)
        sheet.title(first_figure + 2 * at, first_figure + 2 * at + 1,
                    table.pairs[at].km + '\n' + table.pairs[at].en, Style::heading);
    sheet.row("heading", 36);
    for (std::uint32_t at = first_figure; at < last; at += 2) {
        sheet.text(at, words::total.both(), Style::heading);
        sheet.text(at + 1, words::female.both(), Style::heading);
    }
    sheet.looks().freeze(sheet.sheet_row() + 1, first_figure + 1);
}

void write_pairs(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceMonth& province,
                 const PairSheet& table) {
    std::vector<std::string> keys = {"code", "name"};
    for (const PairColumn& pair : table.pairs) {
        keys.push_back(pair.key + ".total");
        keys.push_back(pair.key + ".female");
    }
    SignedSheet& sheet = workbook.add_sheet(table.key, table.name, keys);
    sheet.columns(0, 0, 8);
    sheet.columns(1, 1, 24);
    sheet.columns(first_figure, static_cast<std::uint32_t>(keys.size() - 1), 9);
    write_pair_headings(sheet, table, province.month);
    const auto write = [&](const DistrictMonth* district, const MonthReturn& month, Style style) {
        begin_row(sheet, district);
        std::uint32_t at = first_figure;
        for (const PairColumn& pair : table.pairs) {
            write_pair(sheet, at, pair.count(month), style);
            at += 2;
        }
    };
    for (const DistrictMonth& one : province.districts) {
        if (one.counted) {
            write(&one, one.content, Style::count);
        } else {
            begin_row(sheet, &one);
            blanks(sheet, first_figure, keys.size());
        }
    }
    write(nullptr, province.total, Style::total);
    set_up_print(sheet, head, true, 4);
}

void write_main_row(SignedSheet& sheet, const DistrictMonth* district, const MonthReturn& month,
                    const std::optional<Count>& before) {
    const Style style = district == nullptr ? Style::total : Style::count;
    const Figures& figures = month.all;
    begin_row(sheet, district);
    sheet.number(2, figures.classes, style);
    write_pair(sheet, 3, figures.count("learners"), style);
    if (before) {
        write_pair(sheet, 5, *before, style);
        sheet.number(7, std::int64_t{figures.count("learners").total - before->total}, style);
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
    add("before.total", {"ខែមុន", "Month before"});
    add("before.female", words::female);
    add("change", {"ប្រែប្រួល", "Change"});
    add("new.total", {"ចូលថ្មី", "New"});
    add("new.female", words::female);
    add("left.total", {"ចាកចេញ", "Left"});
    add("left.female", words::female);
    add("at-end.total", {"នៅចុងខែ", "At the end"});
    add("at-end.female", words::female);
    add("rate.total", {"អត្រាវត្តមាន", "Attendance"});
    add("rate.female", {"វត្តមានស្រី", "Female"});
    return columns;
}

Count programme_learners(const MonthReturn& month, const std::string& programme) {
    for (const ProgrammeFigures& one : month.programmes)
        if (one.programme == programme) return one.figures.count("learners");
    return {};
}

// Results of a district's programme in one of its periods, over its classes.
struct ResultSum {
    std::string programme_name;
    std::string period_name;
    std::int64_t classes = 0;
    Count learners, pass, fail, incomplete;
    std::map<std::string, Count> grades;
};

void add(Count& sum, const Count& more) {
    sum.total += more.total;
    sum.female += more.female;
}

// Keyed by programme and period.
std::map<std::string, ResultSum> sums_of(const MonthReturn& month) {
    std::map<std::string, ResultSum> sums;
    for (const ResultLine& line : month.results) {
        if (line.programme >= month.programmes.size()) continue;
        const ProgrammeFigures& programme = month.programmes[line.programme];
        ResultSum& sum = sums[programme.programme + '/' + line.period];
        sum.programme_name = programme.name.km;
        sum.period_name = line.period_name;
        ++sum.classes;
        add(sum.learners, line.learners);
        add(sum.pass, line.pass);
        add(sum.fail, line.fail);
        add(sum.incomplete, line.incomplete);
        for (const auto& [letter, count] : line.grades)
            add(sum.grades[letter], count);
    }
    return sums;
}

std::set<std::string> letters_of(const ProvinceMonth& province) {
    std::set<std::string> letters;
    for (const DistrictMonth& one : province.districts)
        for (const ResultLine& line : one.content.results)
            for (const auto& [letter, count] : line.grades)
                letters.insert(letter);
    return letters;
}

std::vector<ListColumn> result_columns(const std::set<std::string>& letters) {
    auto columns = district_columns();
    columns.push_back({"programme", {"កម្មវិធី", "Programme"}, 17});
    columns.push_back({"period", {"រយៈពេល", "Period"}, 14});
    columns.push_back({"classes", {"ថ្នាក់", "Classes"}, 8});
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
    return columns;
}

void write_result_row(SignedSheet& sheet, const DistrictMonth& district, const std::string& key,
                      const ResultSum& sum, const std::set<std::string>& letters) {
    sheet.row(district.code + '/' + key, 22);
    sheet.text(0, district.code, Style::centred);
    sheet.text(1, district.name_km);
    sheet.text(2, sum.programme_name);
    sheet.text(3, sum.period_name);
    sheet.number(4, sum.classes, Style::count);
    write_pair(sheet, 5, sum.learners);
    write_pair(sheet, 7, sum.pass);
    write_pair(sheet, 9, sum.fail);
    write_pair(sheet, 11, sum.incomplete);
    std::uint32_t at = 13;
    for (const std::string& letter : letters) {
        const auto grade = sum.grades.find(letter);
        write_pair(sheet, at, grade == sum.grades.end() ? Count{} : grade->second);
        at += 2;
    }
}

words::Label state_label(const DistrictMonth& district) {
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

void write_districts(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceMonth& province) {
    const auto columns = main_columns();
    const auto keys = keys_of(columns);
    SignedSheet& sheet = workbook.add_sheet("districts", districts_name, keys);
    begin_list(sheet, columns, titled("តួលេខតាមស្រុក", province.month),
               titled_en("Figures by district", province.month));
    for (const DistrictMonth& one : province.districts) {
        if (one.counted) {
            write_main_row(sheet, &one, one.content, one.before);
        } else {
            begin_row(sheet, &one);
            blanks(sheet, first_figure, keys.size());
        }
    }
    write_main_row(sheet, nullptr, province.total, province.before());
    set_up_print(sheet, head, true, list_heading_row);
}

void write_figures(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceMonth& province) {
    PairSheet programmes{"programmes", "តាមកម្មវិធី", {"អ្នកសិក្សាតាមកម្មវិធី", "Learners by programme"}, {}};
    for (const ProgrammeFigures& one : province.total.programmes)
        programmes.pairs.push_back(
            {one.programme, one.name.km, one.name.en,
             [key = one.programme](const MonthReturn& month) { return programme_learners(month, key); }});
    if (!programmes.pairs.empty()) write_pairs(workbook, head, province, programmes);
    PairSheet movement{"movement", "ចរន្តអ្នកសិក្សា", {"ចរន្តអ្នកសិក្សា", "Movement of learners"}, {}};
    PairSheet reasons{"reasons", "មូលហេតុចាកចេញ", {"អ្នកចាកចេញតាមមូលហេតុ", "Who left, by reason"}, {}};
    PairSheet ages{"ages", "តាមអាយុ", {"អ្នកសិក្សាតាមក្រុមអាយុ", "Learners by age"}, {}};
    PairSheet people_of{"people", "ពិការភាព និងសមធម៌", {"ពិការភាព និងប័ណ្ណសមធម៌", "Disability and equity card"}, {}};
    for (const words::FigureRow& row : words::figure_rows(age_bands(), {})) {
        if (row.kind != words::FigureRow::Kind::people || row.key == "learners") continue;
        if (row.key.starts_with("age:"))
            ages.pairs.push_back(people(row));
        else if (row.key.starts_with("disability:") || row.key.starts_with("equity:"))
            people_of.pairs.push_back(people(row));
        else if (row.key.starts_with("left:"))
            reasons.pairs.push_back(people(row));
        else if (!row.key.starts_with("ethnicity:"))
            movement.pairs.push_back(people(row));
    }
    for (const PairSheet& one : {movement, reasons, ages, people_of})
        write_pairs(workbook, head, province, one);
}

void write_ethnicities(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceMonth& province) {
    auto columns = district_columns();
    columns.push_back({"ethnicity", {"ជនជាតិ", "Ethnicity"}, 24});
    columns.push_back({"learners.total", words::total, 12});
    columns.push_back({"learners.female", words::female, 12});
    const auto keys = keys_of(columns);
    SignedSheet& sheet = workbook.add_sheet("ethnicities", "តាមជនជាតិ", keys);
    begin_list(sheet, columns, titled("អ្នកសិក្សាតាមជនជាតិ", province.month),
               titled_en("Learners by ethnicity", province.month));
    const auto write = [&](const DistrictMonth* district, const MonthReturn& month) {
        for (const words::FigureRow& row : words::figure_rows(age_bands(), month.all)) {
            if (!row.key.starts_with("ethnicity:") || month.all.count(row.key).total == 0) continue;
            sheet.row((district == nullptr ? "all" : district->code) + '/' + row.key, 22);
            sheet.text(0, district == nullptr ? "" : district->code, Style::centred);
            sheet.text(1, district == nullptr ? "សរុបខេត្ត" : district->name_km,
                       district == nullptr ? Style::total_text : Style::text);
            sheet.text(2, row.km);
            write_pair(sheet, 3, month.all.count(row.key), district == nullptr ? Style::total : Style::count);
        }
    };
    for (const DistrictMonth& one : province.districts)
        write(&one, one.content);
    write(nullptr, province.total);
    filter_list(sheet, list_heading_row, columns.size());
    set_up_print(sheet, head, false, list_heading_row);
}

void write_results(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceMonth& province) {
    const auto letters = letters_of(province);
    if (letters.empty()) return;
    const auto columns = result_columns(letters);
    const auto keys = keys_of(columns);
    SignedSheet& sheet = workbook.add_sheet(sheet_keys::results, sheet_names::results, keys);
    begin_list(sheet, columns, titled("លទ្ធផលតាមស្រុក", province.month),
               titled_en("Results by district", province.month));
    for (const DistrictMonth& one : province.districts)
        for (const auto& [key, sum] : sums_of(one.content))
            write_result_row(sheet, one, key, sum, letters);
    filter_list(sheet, list_heading_row, columns.size());
    set_up_print(sheet, head, true, list_heading_row);
}

void write_sent(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceMonth& province) {
    auto columns = district_columns();
    columns.push_back({"state", {"ស្ថានភាព", "Status"}, 26});
    columns.push_back({"newest", {"កំណែចុងក្រោយ", "Newest version"}, 14});
    columns.push_back({"counted", {"កំណែដែលរាប់បញ្ចូល", "Version counted"}, 16});
    columns.push_back({"built", {"ធ្វើនៅថ្ងៃទី", "Built on"}, 14});
    columns.push_back({"received", {"ទទួលនៅថ្ងៃទី", "Received on"}, 14});
    const auto keys = keys_of(columns);
    SignedSheet& sheet = workbook.add_sheet("sent", "ការផ្ញើ", keys);
    begin_list(sheet, columns, titled("ស្ថានភាពនៃការផ្ញើ", province.month),
               titled_en("Who has sent", province.month));
    for (const DistrictMonth& one : province.districts) {
        begin_row(sheet, &one);
        const words::Label state = state_label(one);
        sheet.text(2, std::string{state.km} + "  " + std::string{state.en});
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
