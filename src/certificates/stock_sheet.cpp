// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/stock_sheet.hpp"

#include "certificates/paper_words.hpp"
#include "documents/sheet_file.hpp"
#include "office/gazetteer_store.hpp"
#include "office/office_store.hpp"
#include "spreadsheet/simple_table.hpp"

namespace certificates {

namespace {

std::string state_text(SheetState state) {
    return register_words()["paper_" + std::string{to_text(state)}];
}

std::string numbers_text(const SheetRow& row) {
    return row.first == row.last ? row.first : row.first + " – " + row.last;
}

std::string remark_text(const SheetRow& row) {
    if (row.state == SheetState::returned) return register_words().fill("paper_returned_to", {row.remark});
    return row.remark;
}

std::string title_of(const PaperDelivery& delivery) {
    return register_words().fill("paper_delivery", {delivery.sheets.text(delivery.sheets.first),
                                                    delivery.sheets.text(delivery.sheets.last),
                                                    delivery.source, khmer(delivery.received_on)});
}

std::string sum_of(const PaperDelivery& delivery) {
    return register_words().fill(
        "paper_sum", {khmer(delivery.sheets.count()), khmer(delivery.count(SheetState::received)),
                      khmer(delivery.count(SheetState::used)), khmer(delivery.count(SheetState::spoiled)),
                      khmer(delivery.count(SheetState::returned))});
}

std::vector<documents::Column> columns() {
    using documents::Align;
    return {{register_words()["paper_number"], 30},
            {register_words()["paper_sheets"], 10, Align::centre},
            {register_words()["state"], 16, Align::centre},
            {register_words()["serial"], 26},
            {register_words()["paper_day"], 14, Align::centre},
            {register_words()["remarks"], 50}};
}

void write_workbook(const std::filesystem::path& path, const StockSheet& sheet) {
    using spreadsheet::Style;
    spreadsheet::SimpleTable table;
    table.sheet = register_words()["paper_sheet_name"];
    table.titles = {register_words()["paper_title"]};
    table.titles.insert(table.titles.end(), sheet.office_lines.begin(), sheet.office_lines.end());
    if (sheet.sample) table.titles.push_back(register_words()["sample"]);
    for (const PaperDelivery& delivery : sheet.deliveries)
        table.titles.push_back(title_of(delivery) + "  " + sum_of(delivery));
    table.columns = {{register_words()["paper_number"], 26},
                     {register_words()["paper_sheets"], 10, Style::count},
                     {register_words()["state"], 16},
                     {register_words()["serial"], 24},
                     {register_words()["paper_day"], 13, Style::date},
                     {register_words()["remarks"], 50, Style::wrapped}};
    for (const PaperDelivery& delivery : sheet.deliveries)
        for (const SheetRow& row : delivery.rows)
            table.rows.push_back({numbers_text(row), std::to_string(row.sheets), state_text(row.state),
                                  row.serial, row.day ? core::to_iso(*row.day) : std::string{},
                                  remark_text(row)});
    spreadsheet::write_table(path, table,
                             {register_words()["paper_title"], sheet.office_lines.back(), sheet.made_at});
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
    paper.titles = {register_words()["paper_title"]};
    for (const PaperDelivery& delivery : sheet.deliveries) {
        documents::Section section{.title = title_of(delivery), .columns = columns()};
        for (const SheetRow& row : delivery.rows)
            section.rows.push_back({numbers_text(row), khmer(row.sheets), state_text(row.state), row.serial,
                                    row.day ? khmer(*row.day) : std::string{}, remark_text(row)});
        section.lines = {sum_of(delivery)};
        paper.sections.push_back(std::move(section));
    }
    const std::vector<std::string> dotted = {register_words()["lunar_date"], register_words()["solar_date"]};
    paper.signatures = {{dotted, register_words()["agreed"], register_words()["head"], ""},
                        {dotted, "", register_words()["prepared"], ""}};
    paper.footer = register_words()["paper_title"];
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
