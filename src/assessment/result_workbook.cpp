// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/result_words.hpp"
#include "core/numerals.hpp"
#include "spreadsheet/writer.hpp"

#include <fmt/format.h>

namespace assessment {
namespace {

using namespace words;

constexpr std::size_t columns_in_portrait = 13;

// One workbook sheet, written from the top down.
class WorkbookSheet {
  public:
    WorkbookSheet(spreadsheet::SheetWriter& writer, const ResultSheet& sheet)
        : m_writer(writer)
        , m_sheet(sheet)
        , m_columns(columns(sheet)) {}

    void write() {
        write_head();
        write_headings();
        std::size_t number = 0;
        for (const ResultRow& row : m_sheet.results.rows)
            write_row(row, ++number);
        write_closing();
        set_up();
    }

  private:
    using Style = spreadsheet::Style;

    std::uint32_t last_column() const { return static_cast<std::uint32_t>(m_columns.size()) - 1; }

    void write_head() {
        for (const std::string& line : m_sheet.office_lines)
            m_writer.text(m_row++, 0, line, Style::plain);
        if (m_sheet.sample) m_writer.text(m_row++, 0, sheet_wording().sample, Style::note);
        for (const std::string& line : titles(m_sheet)) {
            m_writer.merge({m_row, 0, m_row, last_column()}, line,
                           line == sheet_wording().title ? Style::title : Style::subtitle);
            ++m_row;
        }
        ++m_row;
    }

    void write_headings() {
        m_heading_row = m_row++;
        for (std::uint32_t at = 0; at < m_columns.size(); ++at)
            m_writer.text(m_heading_row, at, m_columns[at].heading, Style::heading);
    }

    void write_score(const ResultRow& row, const std::string& subject, std::uint32_t at) {
        const Score* score = find_score(row, m_sheet.results.period, subject);
        if (score == nullptr)
            m_writer.blank(m_row, at, Style::text);
        else if (score->state == Score::State::mark)
            m_writer.number(m_row, at, core::format_hundredths(score->hundredths), Style::decimal2);
        else
            m_writer.text(m_row, at, format_score(*score), Style::centred);
    }

    void write_number(const std::string& decimal, std::uint32_t at, Style style) {
        if (decimal.empty())
            m_writer.blank(m_row, at, Style::text);
        else
            m_writer.number(m_row, at, decimal, style);
    }

    void write_row(const ResultRow& row, std::size_t number) {
        m_writer.number(m_row, 0, static_cast<std::int64_t>(number));
        m_writer.text(m_row, 1, name_of(row));
        m_writer.text(m_row, 2, sex_text(row.learner.sex), Style::centred);
        std::uint32_t at = 3;
        for (const auto* subject : shown_subjects(m_sheet.results))
            write_score(row, subject->key, at++);
        const Style average = m_sheet.results.pack.averaging.decimals == 2 ? Style::decimal2 : Style::number;
        for (const auto* part : shown_parts(m_sheet.results))
            write_number(part_text(m_sheet.results, row, *part), at++, average);
        const Result& result = row.result;
        if (!shown_subjects(m_sheet.results).empty()) write_number(total_text(result), at++, Style::decimal2);
        write_number(average_text(m_sheet, result), at++, average);
        write_number(result.rank ? std::to_string(*result.rank) : "", at++, Style::number);
        m_writer.text(m_row, at++, result.grade, Style::centred);
        m_writer.text(m_row, at++, result_text(result), Style::centred);
        ++m_row;
    }

    void write_count(std::string_view name, const Count& count) {
        m_writer.text(m_row, 1, name, Style::total_text);
        m_writer.number(m_row, 2, count.total, Style::total);
        m_writer.number(m_row, 3, count.female, Style::total);
        ++m_row;
    }

    void write_closing() {
        const Distribution distribution = distribution_of(m_sheet.results);
        ++m_row;
        m_writer.text(m_row, 2, sheet_wording().all, Style::heading);
        m_writer.text(m_row++, 3, sheet_wording().female, Style::heading);
        write_count(sheet_wording().all, distribution.learners);
        write_count(verdict_text(Verdict::pass), distribution.pass);
        write_count(verdict_text(Verdict::fail), distribution.fail);
        write_count(verdict_text(Verdict::incomplete), distribution.incomplete);
        for (const auto& [standing, count] : distribution.standings)
            write_count(standing_text(standing), count);
        for (const auto& grade : distribution.grades)
            write_count(fmt::format("{} {}", sheet_wording().grade, grade.letter), grade.count);
        write_signatures();
    }

    void write_signatures() {
        ++m_row;
        const std::size_t blocks = m_sheet.signatures.size();
        for (std::size_t line = 0; line < 4; ++line, ++m_row)
            for (std::size_t block = 0; block < blocks; ++block) {
                const auto& signature = m_sheet.signatures[block];
                std::vector<std::string> lines = signature.date_lines;
                lines.insert(lines.end(), {signature.words, signature.role});
                if (line >= lines.size() || lines[line].empty()) continue;
                const auto at = static_cast<std::uint32_t>(1 + block * (m_columns.size() - 2) / blocks);
                m_writer.text(m_row, at, lines[line], Style::plain);
            }
    }

    void set_up() {
        for (std::uint32_t at = 0; at < m_columns.size(); ++at)
            m_writer.columns(at, at, at == 1 ? 26 : std::max(6.0, m_columns[at].width * 2));
        m_writer.freeze(m_heading_row + 1, 2);
        m_writer.print({.landscape = m_columns.size() > columns_in_portrait,
                        .repeat = spreadsheet::PrintSetup::Rows{m_heading_row, m_heading_row}});
    }

    spreadsheet::SheetWriter& m_writer;
    const ResultSheet& m_sheet;
    std::vector<documents::Column> m_columns;
    std::uint32_t m_row = 0;
    std::uint32_t m_heading_row = 0;
};

} // namespace

void write_result_workbook(const std::filesystem::path& path, const ResultSheet& sheet) {
    spreadsheet::WorkbookWriter workbook{
        path,
        {.title = sheet_wording().title + " " + sheet.class_name,
         .author = sheet.office_lines.empty() ? "" : sheet.office_lines.back(),
         .created = sheet.made_at}};
    WorkbookSheet{workbook.add_sheet(sheet_wording().title), sheet}.write();
    workbook.close();
    workbook.publish();
}

} // namespace assessment
