// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/result_words.hpp"
#include "core/numerals.hpp"
#include "documents/file.hpp"
#include "documents/pdf.hpp"

#include <fmt/format.h>

namespace assessment {
namespace {

using namespace words;

constexpr std::size_t subjects_in_portrait = 5;

std::string people(const Count& count) {
    return core::to_khmer_digits(
        fmt::format(fmt::runtime(sheet_wording().people), count.total, count.female));
}

std::vector<std::string> closing_lines(const Distribution& distribution) {
    std::vector<std::string> lines;
    lines.push_back(fmt::format(fmt::runtime(sheet_wording().closing), people(distribution.learners)));
    lines.push_back(fmt::format("{} {}; {} {}; {} {}", verdict_text(Verdict::pass), people(distribution.pass),
                                verdict_text(Verdict::fail), people(distribution.fail),
                                verdict_text(Verdict::incomplete), people(distribution.incomplete)));
    std::string standings;
    for (const auto& [standing, count] : distribution.standings)
        standings +=
            fmt::format("{}{} {}", standings.empty() ? "" : "; ", standing_text(standing), people(count));
    if (!standings.empty()) lines.push_back(standings);
    std::string grades = sheet_wording().grade;
    for (const auto& grade : distribution.grades)
        grades += core::to_khmer_digits(
            fmt::format("{} {} {} (ស្រី {})", grade.letter == distribution.grades.front().letter ? "៖" : ";",
                        grade.letter, grade.count.total, grade.count.female));
    lines.push_back(grades);
    return lines;
}

// Columns are narrow: absent by its usual abbreviation.
std::string printed_score(const Score* score) {
    if (score == nullptr) return {};
    return score->state == Score::State::absent ? sheet_wording().absent : format_score(*score);
}

// The cells of a row as the paper prints them, in Khmer digits.
std::vector<std::string> printed_row(const ResultSheet& sheet, const ResultRow& row, std::size_t number) {
    std::vector<std::string> cells{std::to_string(number), name_of(row), sex_text(row.learner.sex)};
    for (const auto* subject : shown_subjects(sheet.results))
        cells.push_back(printed_score(find_score(row, sheet.results.period, subject->key)));
    for (const auto* part : shown_parts(sheet.results))
        cells.push_back(part_text(sheet.results, row, *part));
    const Result& result = row.result;
    if (!shown_subjects(sheet.results).empty()) cells.push_back(total_text(result));
    cells.insert(cells.end(), {average_text(sheet, result), result.rank ? std::to_string(*result.rank) : "",
                               result.grade, result_text(result)});
    for (std::size_t at = 0; at < cells.size(); ++at)
        if (at != 1) cells[at] = core::to_khmer_digits(cells[at]);
    return cells;
}

} // namespace

documents::Sheet paper_of(const ResultSheet& sheet) {
    documents::Sheet paper;
    if (shown_subjects(sheet.results).size() > subjects_in_portrait)
        paper.orientation = documents::Orientation::landscape;
    paper.office_lines = sheet.office_lines;
    paper.titles = titles(sheet);
    paper.columns = columns(sheet);
    std::size_t number = 0;
    for (const ResultRow& row : sheet.results.rows)
        paper.rows.push_back(printed_row(sheet, row, ++number));
    paper.closing_lines = closing_lines(distribution_of(sheet.results));
    paper.signatures = sheet.signatures;
    paper.footer = fmt::format("{} {}", sheet_wording().title, sheet.class_name);
    paper.sample = sheet.sample;
    return paper;
}

core::Expected<std::vector<documents::Page>> result_pages(const ResultSheet& sheet,
                                                          const documents::Fonts& fonts) {
    return documents::lay_out(paper_of(sheet), fonts);
}

core::Expected<void> write_result_sheet(const std::filesystem::path& path, const ResultSheet& sheet,
                                        const std::vector<std::filesystem::path>& font_folders) {
    if (path.extension() == ".xlsx") {
        write_result_workbook(path, sheet);
        return {};
    }
    if (path.extension() != ".pdf") return core::fail(core::Error{"file.kind"}.with("kinds", ".xlsx .pdf"));
    const auto pages = result_pages(sheet, documents::Fonts::load(font_folders));
    if (!pages) return core::fail(pages.error());
    documents::write_file(
        path,
        documents::to_pdf(*pages, {.title = fmt::format("{} {}", sheet_wording().title, sheet.class_name),
                                   .author = sheet.office_lines.back(),
                                   .created = sheet.made_at}));
    return {};
}

std::vector<documents::SignatureBlock> result_signatures() {
    const SheetWording& words = sheet_wording();
    const std::vector<std::string> dotted = {words.lunar_date, words.solar_date};
    return {{dotted, words.agreed, words.head, ""}, {dotted, "", words.prepared, ""}};
}

} // namespace assessment
