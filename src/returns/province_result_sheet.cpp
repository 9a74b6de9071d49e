// SPDX-License-Identifier: GPL-3.0-or-later
// Results by district and programme.
#include "returns/masking.hpp"
#include "returns/province_sheets.hpp"

#include <set>

namespace returns::province_sheets {
namespace {

using spreadsheet::Style;

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
std::map<std::string, ResultSum> sums_of(const ReturnContent& content) {
    std::map<std::string, ResultSum> sums;
    for (const ResultLine& line : content.results) {
        if (line.programme.empty()) continue;
        ResultSum& sum = sums[line.programme + '/' + line.period];
        sum.programme_name = line.programme_name.km;
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

std::set<std::string> letters_of(const ProvinceContent& province) {
    std::set<std::string> letters;
    for (const DistrictContent& one : province.districts)
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
    add_result_columns(columns, {letters.begin(), letters.end()});
    return columns;
}

void hide_small(ResultSum& sum) {
    for (Count* count : {&sum.learners, &sum.pass, &sum.fail, &sum.incomplete})
        mask(*count);
    for (auto& [letter, count] : sum.grades)
        mask(count);
}

void write_result_row(SignedSheet& sheet, const DistrictContent& district, const std::string& key,
                      ResultSum sum, const std::set<std::string>& letters, bool publishable) {
    if (publishable) hide_small(sum);
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

} // namespace

void write_results(SignedWorkbook& workbook, const ReturnHead& head, const ProvinceContent& province) {
    const auto letters = letters_of(province);
    if (letters.empty()) return;
    const auto columns = result_columns(letters);
    const auto keys = keys_of(columns);
    SignedSheet& sheet = workbook.add_sheet("results", "លទ្ធផល", keys);
    begin_list(sheet, columns, titled("លទ្ធផលតាមស្រុក", province.period),
               titled_en("Results by district", province.period));
    for (const DistrictContent& one : province.districts)
        for (const auto& [key, sum] : sums_of(one.content))
            write_result_row(sheet, one, key, sum, letters, province.publishable);
    filter_list(sheet, list_heading_row, columns.size());
    set_up_print(sheet, head, true, list_heading_row);
}

} // namespace returns::province_sheets
