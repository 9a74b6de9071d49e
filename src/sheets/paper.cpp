// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerals.hpp"
#include "documents/file.hpp"
#include "documents/pdf.hpp"
#include "documents/sheet.hpp"
#include "sheets/draw.hpp"
#include "sheets/wording.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sheets {
namespace {

// A month's register has narrow columns; the other papers have room for the learner's number.
bool has_room(const Sheet& sheet) {
    return sheet.key.kind != Kind::attendance;
}

documents::Column heading_of(const Column& column) {
    return {column.heading, column.width, column.words ? documents::Align::left : documents::Align::centre,
            column.group.empty() ? column.above : column.group};
}

std::vector<documents::Column> columns_of(const Sheet& sheet) {
    std::vector<documents::Column> columns;
    for (const Column& column : sheet.columns)
        columns.push_back(heading_of(column));
    if (has_room(sheet))
        columns.insert(columns.begin() + 1, {wording().number, 15, documents::Align::centre});
    return columns;
}

std::vector<std::string> cells_of(const Sheet& sheet, const Row& row) {
    std::vector<std::string> cells = row.cells;
    for (std::size_t nth = 0; nth < cells.size(); ++nth)
        if (sheet.columns[nth].figure) cells[nth] = core::to_khmer_digits(cells[nth]);
    if (has_room(sheet)) cells.insert(cells.begin() + 1, row.number);
    return cells;
}

void add_rows(const Sheet& sheet, documents::Sheet& paper) {
    const std::size_t moved = has_room(sheet) ? 1 : 0;
    const auto add = [&](std::vector<std::string> cells, const std::vector<std::size_t>& shut) {
        for (std::size_t nth = 0; nth < sheet.columns.size(); ++nth)
            if (sheet.columns[nth].shut || std::find(shut.begin(), shut.end(), nth) != shut.end())
                paper.shaded.push_back({paper.rows.size(), nth + moved});
        paper.rows.push_back(std::move(cells));
    };
    if (!sheet.called.empty()) add(sheet.called, {});
    for (const Row& row : sheet.rows)
        add(cells_of(sheet, row), row.shut);
}

documents::Sheet paper_of(const Sheet& sheet) {
    const Wording& words = wording();
    documents::Sheet paper;
    if (sheet.landscape) paper.orientation = documents::Orientation::landscape;
    paper.office_lines = sheet.office_lines;
    paper.titles = {sheet.title};
    paper.titles.insert(paper.titles.end(), sheet.subtitles.begin(), sheet.subtitles.end());
    paper.columns = columns_of(sheet);
    paper.row_height = 20;
    paper.text_size = has_room(sheet) ? 8.5 : 7.5;
    add_rows(sheet, paper);
    if (!sheet.help.empty()) paper.closing_lines.push_back(sheet.help);
    paper.closing_lines.push_back(
        core::to_khmer_digits(fmt::format(fmt::runtime(words.closing), sheet.learners, sheet.women)));
    const std::vector<std::string> dotted = {words.lunar_date, words.solar_date};
    paper.signatures = {{dotted, words.agreed, words.head, ""}, {dotted, "", words.teacher, ""}};
    paper.footer = sheet.title + ' ' + sheet.key.class_name;
    paper.sample = sheet.sample;
    return paper;
}

} // namespace

core::Expected<std::vector<documents::Page>> pages_of(const Sheet& sheet, const documents::Fonts& fonts) {
    return documents::lay_out(paper_of(sheet), fonts);
}

documents::PdfFacts facts_of(const Sheet& sheet) {
    return {.title = sheet.title + ' ' + sheet.key.class_name,
            .author = sheet.key.office_name,
            .created = sheet.made_at};
}

core::Expected<void> write_pdf(const std::filesystem::path& path, const Sheet& sheet,
                               const documents::Fonts& fonts) {
    const auto pages = pages_of(sheet, fonts);
    if (!pages) return core::fail(pages.error());
    documents::write_file(path, documents::to_pdf(*pages, facts_of(sheet)));
    return {};
}

} // namespace sheets
