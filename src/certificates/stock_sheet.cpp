// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/stock_sheet.hpp"

#include "attendance/words.hpp"
#include "core/numerals.hpp"
#include "core/resource.hpp"
#include "documents/sheet_file.hpp"
#include "office/gazetteer_store.hpp"
#include "office/office_store.hpp"
#include "spreadsheet/simple_table.hpp"

#include <fmt/format.h>

namespace certificates {

// Made by the build.
std::string_view resource(std::string_view path);

namespace {

const attendance::Words& words() {
    static const auto shipped = attendance::Words::shipped(resource("certificates/words.txt"));
    return shipped;
}

std::string khmer(std::int64_t number) {
    return core::to_khmer_digits(std::to_string(number));
}

std::string day_text(core::Day day) {
    return core::to_khmer_digits(fmt::format("{:02}/{:02}/{:04}", static_cast<unsigned>(day.day()),
                                             static_cast<unsigned>(day.month()),
                                             static_cast<int>(day.year())));
}

std::string state_text(SheetState state) {
    return words()["paper_" + std::string{to_text(state)}];
}

std::string numbers_text(const SheetRow& row) {
    return row.first == row.last ? row.first : row.first + " – " + row.last;
}

std::string remark_text(const SheetRow& row) {
    if (row.state == SheetState::returned) return words().fill("paper_returned_to", {row.remark});
    return row.remark;
}

std::string title_of(const PaperDelivery& delivery) {
    return words().fill("paper_delivery", {delivery.sheets.text(delivery.sheets.first),
                                           delivery.sheets.text(delivery.sheets.last), delivery.source,
                                           day_text(delivery.received_on)});
}

std::string sum_of(const PaperDelivery& delivery) {
    return words().fill("paper_sum",
                        {khmer(delivery.sheets.count()), khmer(delivery.count(SheetState::received)),
                         khmer(delivery.count(SheetState::used)), khmer(delivery.count(SheetState::spoiled)),
                         khmer(delivery.count(SheetState::returned))});
}

std::vector<documents::Column> columns() {
    using documents::Align;
    return {{words()["paper_number"], 30},
            {words()["paper_sheets"], 10, Align::centre},
            {words()["state"], 16, Align::centre},
            {words()["serial"], 26},
            {words()["paper_day"], 14, Align::centre},
            {words()["remarks"], 50}};
}

void write_workbook(const std::filesystem::path& path, const StockSheet& sheet) {
    using spreadsheet::Style;
    spreadsheet::SimpleTable table;
    table.sheet = words()["paper_sheet_name"];
    table.titles = {words()["paper_title"]};
    table.titles.insert(table.titles.end(), sheet.office_lines.begin(), sheet.office_lines.end());
    if (sheet.sample) table.titles.push_back(words()["sample"]);
    for (const PaperDelivery& delivery : sheet.deliveries)
        table.titles.push_back(title_of(delivery) + "  " + sum_of(delivery));
    table.columns = {{words()["paper_number"], 26},
                     {words()["paper_sheets"], 10, Style::count},
                     {words()["state"], 16},
                     {words()["serial"], 24},
                     {words()["paper_day"], 13, Style::date},
                     {words()["remarks"], 50, Style::wrapped}};
    for (const PaperDelivery& delivery : sheet.deliveries)
        for (const SheetRow& row : delivery.rows)
            table.rows.push_back({numbers_text(row), std::to_string(row.sheets), state_text(row.state),
                                  row.serial, row.day ? core::to_iso(*row.day) : std::string{},
                                  remark_text(row)});
    spreadsheet::write_table(path, table, {words()["paper_title"], sheet.office_lines.back(), sheet.made_at});
}

} // namespace

StockSheet load_stock_sheet(const storage::Database& database) {
    StockSheet sheet;
    const office::Office office = office::load_office(database);
    sheet.office_lines = {office::administration_km(office::load_area(database, office)), office.name_km};
    sheet.sample = office.sample;
    sheet.made_at = database.clock().now();
    sheet.deliveries = load_paper(database);
    return sheet;
}

documents::Sheet paper_of(const StockSheet& sheet) {
    documents::Sheet paper;
    paper.orientation = documents::Orientation::landscape;
    paper.office_lines = sheet.office_lines;
    paper.titles = {words()["paper_title"]};
    for (const PaperDelivery& delivery : sheet.deliveries) {
        documents::Section section{.title = title_of(delivery), .columns = columns()};
        for (const SheetRow& row : delivery.rows)
            section.rows.push_back({numbers_text(row), khmer(row.sheets), state_text(row.state), row.serial,
                                    row.day ? day_text(*row.day) : std::string{}, remark_text(row)});
        section.lines = {sum_of(delivery)};
        paper.sections.push_back(std::move(section));
    }
    const std::vector<std::string> dotted = {words()["lunar_date"], words()["solar_date"]};
    paper.signatures = {{dotted, words()["agreed"], words()["head"], ""},
                        {dotted, "", words()["prepared"], ""}};
    paper.footer = words()["paper_title"];
    paper.sample = sheet.sample;
    return paper;
}

core::Expected<void> write_stock_sheet(const std::filesystem::path& path, const StockSheet& sheet,
                                       const std::vector<std::filesystem::path>& font_folders) {
    if (sheet.deliveries.empty()) return core::fail(core::Error{"paper.none"});
    if (path.extension() == ".xlsx") {
        write_workbook(path, sheet);
        return {};
    }
    return documents::write_sheet_paper(path, paper_of(sheet), font_folders, sheet.made_at);
}

} // namespace certificates
