// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/award_list_paper.hpp"

#include "certificates/paper_words.hpp"
#include "core/numerals.hpp"
#include "core/resource.hpp"
#include "documents/sheet_file.hpp"
#include "institutions/institution_store.hpp"
#include "office/office_store.hpp"
#include "spreadsheet/writer.hpp"
#include "wording/language.hpp"
#include "wording/sentence.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace certificates {

// Made by the build.
const core::Resource* resources();
std::string_view resource(std::string_view path);

namespace {

using spreadsheet::Style;

const attendance::Words& words() {
    static const auto shipped = attendance::Words::shipped(resource("certificates/award-list.txt"));
    return shipped;
}

// As much of a birth date as is known, the day first.
std::string born_text(const std::optional<core::PartialDate>& born) {
    if (!born) return {};
    const auto month = static_cast<unsigned>(born->day.month());
    const int year = static_cast<int>(born->day.year());
    switch (born->precision) {
    case core::Precision::day:
        return khmer(born->day);
    case core::Precision::month:
        return core::to_khmer_digits(fmt::format("{:02}/{:04}", month, year));
    case core::Precision::year:
        return core::to_khmer_digits(fmt::format("{:04}", year));
    case core::Precision::about:
        return core::to_khmer_digits(fmt::format("~{:04}", year));
    }
    return {};
}

// Khmer writes the decimal comma.
std::string decimal_km(std::string decimal) {
    std::replace(decimal.begin(), decimal.end(), '.', ',');
    return core::to_khmer_digits(decimal);
}

std::string name_of(const ListLine& line) {
    return line.name_km.empty() ? line.name : line.name_km;
}

std::string reasons_of(const ListLine& line) {
    const wording::Catalogue& khmer_words = wording::catalogue_of(wording::Language::khmer);
    std::string text;
    for (const core::Error& reason : line.reasons)
        text += (text.empty() ? "" : " ") + wording::sentence(khmer_words, reason).message;
    return text;
}

// What was remarked on the learner when the list was returned.
std::string remark_on(const AwardList& list, const ListLine& line) {
    std::string text;
    for (const ListStep& step : list.steps)
        for (const LineRemark& one : step.remarks)
            if (one.enrolment == line.enrolment) text += (text.empty() ? "" : "; ") + one.remark;
    return text;
}

std::vector<documents::Column> columns() {
    using documents::Align;
    return {{words()["order"], 5, Align::centre},   {words()["rank"], 9, Align::centre},
            {words()["number"], 15, Align::centre}, {words()["name"], 24},
            {words()["sex"], 5, Align::centre},     {words()["born"], 12, Align::centre},
            {words()["rate"], 10, Align::centre},   {words()["average"], 9, Align::centre},
            {words()["grade"], 8, Align::centre},   {words()["remarks"], 26}};
}

std::vector<documents::Column> annex_columns() {
    using documents::Align;
    return {{words()["order"], 5, Align::centre},
            {words()["number"], 15, Align::centre},
            {words()["name"], 24},
            {words()["sex"], 5, Align::centre},
            {words()["born"], 12, Align::centre},
            {words()["reasons"], 62}};
}

const std::string& sex_of(const ListLine& line) {
    return words()[line.sex == core::Sex::female ? "woman" : "man"];
}

std::vector<std::string> printed(const AwardList& list, const ListLine& line, std::int64_t order) {
    if (!line.awarded())
        return {khmer(order), line.number,          name_of(line),
                sex_of(line), born_text(line.born), reasons_of(line)};
    return {khmer(order),
            line.rank ? khmer(*line.rank) : std::string{},
            line.number,
            name_of(line),
            sex_of(line),
            born_text(line.born),
            decimal_km(line.rate),
            decimal_km(line.average),
            line.grade,
            remark_on(list, line)};
}

struct People {
    std::int64_t all = 0;
    std::int64_t women = 0;
};

People count(const AwardList& list, bool awarded) {
    People people;
    for (const ListLine& line : list.lines) {
        if (line.awarded() != awarded) continue;
        ++people.all;
        people.women += line.sex == core::Sex::female ? 1 : 0;
    }
    return people;
}

std::string closing(const char* key, const People& people) {
    return words().fill(key, {khmer(people.all), khmer(people.women)});
}

std::vector<std::string> closing_lines(const AwardList& list) {
    const People yes = count(list, true);
    const People no = count(list, false);
    return {closing("closing", yes), closing("others", no),
            closing("all", {yes.all + no.all, yes.women + no.women})};
}

std::vector<std::string> titles(const AwardListSheet& sheet) {
    return {words()["title"], words().fill("class", {sheet.class_name}),
            words().fill("institution", {sheet.institution}), words().fill("programme", {sheet.programme}),
            words().fill("list", {khmer(sheet.list.number), khmer(sheet.list.steps.front().day)})};
}

// Where the step was done the day and the name stand there; else room for the pen.
documents::SignatureBlock block(const AwardList& list, Step step, const std::string& above,
                                const std::string& role) {
    documents::SignatureBlock signature{{words()["lunar_date"], words()["solar_date"]}, above, role, ""};
    for (const ListStep& done : list.steps) {
        if (done.step != step) continue;
        signature.date_lines = {words().fill("day", {khmer(done.day)})};
        signature.name = done.name;
        if (done.role) signature.role = words()[to_text(*done.role)];
        if (!done.acting_for.empty())
            signature.role = words().fill("acting", {done.acting_for}) + ", " + signature.role;
    }
    return signature;
}

std::vector<documents::SignatureBlock> signatures(const AwardList& list) {
    return {block(list, Step::approve, words()["agreed"], words()["headteacher"]),
            block(list, Step::check, words()["seen"], words()["checked"]),
            block(list, Step::prepare, "", words()["prepared"])};
}

std::string file_title(const AwardListSheet& sheet) {
    return words()["title"] + " " + sheet.class_name;
}

// One workbook sheet from the top down.
class Book {
  public:
    Book(spreadsheet::SheetWriter& writer, const AwardListSheet& sheet)
        : m_writer(writer)
        , m_sheet(sheet) {}

    void write() {
        for (const std::string& office : m_sheet.office_lines)
            m_writer.text(m_row++, 0, office, Style::plain);
        if (m_sheet.sample) m_writer.text(m_row++, 0, words()["sample"], Style::note);
        for (const std::string& line : titles(m_sheet)) {
            m_writer.merge({{m_row, 0}, {m_row, 9}}, line,
                           line == words()["title"] ? Style::title : Style::subtitle);
            ++m_row;
        }
        ++m_row;
        m_heading = m_row;
        write_headings(columns());
        write_lines(true);
        write_closing();
        if (count(m_sheet.list, false).all > 0) write_annex();
        write_signatures();
        set_up();
    }

  private:
    void write_headings(const std::vector<documents::Column>& headings) {
        std::uint32_t at = 0;
        for (const documents::Column& column : headings)
            m_writer.text(m_row, at++, column.heading, Style::heading);
        ++m_row;
    }

    void write_born(std::uint32_t at, const ListLine& line) {
        if (line.born && line.born->full())
            m_writer.date(m_row, at, line.born->day);
        else
            m_writer.text(m_row, at, line.born ? core::to_text(*line.born) : std::string{}, Style::centred);
    }

    void write_figure(std::uint32_t at, const std::string& decimal) {
        if (decimal.empty())
            m_writer.blank(m_row, at);
        else
            m_writer.number(m_row, at, decimal, Style::decimal2);
    }

    void write_awarded(const ListLine& line, std::int64_t order) {
        m_writer.number(m_row, 0, order);
        if (line.rank)
            m_writer.number(m_row, 1, std::int64_t{*line.rank});
        else
            m_writer.blank(m_row, 1);
        m_writer.text(m_row, 2, line.number, Style::centred);
        m_writer.text(m_row, 3, name_of(line));
        m_writer.text(m_row, 4, sex_of(line), Style::centred);
        write_born(5, line);
        write_figure(6, line.rate);
        write_figure(7, line.average);
        m_writer.text(m_row, 8, line.grade, Style::centred);
        m_writer.text(m_row, 9, remark_on(m_sheet.list, line), Style::wrapped);
    }

    void write_other(const ListLine& line, std::int64_t order) {
        m_writer.number(m_row, 0, order);
        m_writer.text(m_row, 2, line.number, Style::centred);
        m_writer.text(m_row, 3, name_of(line));
        m_writer.text(m_row, 4, sex_of(line), Style::centred);
        write_born(5, line);
        m_writer.blank(m_row, 1);
        m_writer.merge({{m_row, 6}, {m_row, 9}}, reasons_of(line), Style::wrapped);
    }

    void write_lines(bool awarded) {
        std::int64_t order = 0;
        for (const ListLine& line : m_sheet.list.lines) {
            if (line.awarded() != awarded) continue;
            awarded ? write_awarded(line, ++order) : write_other(line, ++order);
            ++m_row;
        }
    }

    void write_closing() {
        ++m_row;
        for (const std::string& line : closing_lines(m_sheet.list))
            m_writer.text(m_row++, 0, line, Style::plain);
    }

    void write_annex() {
        ++m_row;
        m_writer.merge({{m_row, 0}, {m_row, 9}}, words()["annex"], Style::subtitle);
        ++m_row;
        m_writer.text(m_row, 0, words()["order"], Style::heading);
        m_writer.text(m_row, 1, "", Style::heading);
        m_writer.text(m_row, 2, words()["number"], Style::heading);
        m_writer.text(m_row, 3, words()["name"], Style::heading);
        m_writer.text(m_row, 4, words()["sex"], Style::heading);
        m_writer.text(m_row, 5, words()["born"], Style::heading);
        m_writer.merge({{m_row, 6}, {m_row, 9}}, words()["reasons"], Style::heading);
        ++m_row;
        write_lines(false);
    }

    void write_signatures() {
        ++m_row;
        const auto blocks = signatures(m_sheet.list);
        constexpr std::array<std::uint32_t, 3> at{0, 3, 7};
        for (std::size_t line = 0; line < 5; ++line, ++m_row)
            for (std::size_t one = 0; one < blocks.size(); ++one) {
                std::vector<std::string> lines = blocks[one].date_lines;
                lines.insert(lines.end(), {blocks[one].words, blocks[one].role, blocks[one].name});
                if (line < lines.size() && !lines[line].empty())
                    m_writer.text(m_row, at[one], lines[line], Style::plain);
            }
    }

    void set_up() {
        constexpr std::array<double, 10> widths = {6, 10, 17, 26, 6, 13, 11, 11, 9, 34};
        for (std::uint32_t at = 0; at < widths.size(); ++at)
            m_writer.columns(at, at, widths[at]);
        m_writer.freeze(m_heading + 1);
        m_writer.print({.landscape = true, .repeat = spreadsheet::PrintSetup::Rows{m_heading, m_heading}});
    }

    spreadsheet::SheetWriter& m_writer;
    const AwardListSheet& m_sheet;
    std::uint32_t m_row = 0;
    std::uint32_t m_heading = 0;
};

} // namespace

AwardListSheet load_award_list_sheet(const storage::Database& database, const AwardList& list) {
    const office::Office office = office::load_office(database);
    const classes::Class taught = classes::load_class(database, list.class_id);
    return {{office::administration_km(office::load_area(database, office)), office.name_km},
            institutions::load_institution(database, taught.institution).name_km,
            taught.name_km,
            classes::load_rules(database, taught).name.km,
            list,
            database.clock().now(),
            office.sample};
}

documents::Sheet paper_of(const AwardListSheet& sheet) {
    documents::Sheet paper;
    paper.orientation = documents::Orientation::landscape;
    paper.office_lines = sheet.office_lines;
    paper.titles = titles(sheet);
    paper.columns = columns();
    documents::Section annex{.title = words()["annex"], .columns = annex_columns()};
    for (const ListLine& line : sheet.list.lines) {
        auto& rows = line.awarded() ? paper.rows : annex.rows;
        rows.push_back(printed(sheet.list, line, static_cast<std::int64_t>(rows.size()) + 1));
    }
    if (!annex.rows.empty()) paper.sections.push_back(std::move(annex));
    paper.closing_lines = closing_lines(sheet.list);
    paper.signatures = signatures(sheet.list);
    paper.footer = file_title(sheet);
    paper.sample = sheet.sample;
    return paper;
}

core::Expected<void> write_award_list(const std::filesystem::path& path, const AwardListSheet& sheet,
                                      const std::vector<std::filesystem::path>& font_folders) {
    if (path.extension() == ".xlsx") {
        spreadsheet::WorkbookWriter book(path, {file_title(sheet), sheet.office_lines.back(), sheet.made_at});
        Book(book.add_sheet(words()["title"]), sheet).write();
        book.publish();
        return {};
    }
    return documents::write_sheet_paper(path, paper_of(sheet), font_folders, sheet.made_at);
}

} // namespace certificates
