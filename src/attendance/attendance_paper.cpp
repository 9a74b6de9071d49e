// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/attendance_paper.hpp"

#include "attendance/shown_days.hpp"
#include "attendance/words.hpp"
#include "core/file_in_place.hpp"
#include "core/lunar_date.hpp"
#include "core/numerals.hpp"
#include "documents/pdf.hpp"

#include <fstream>

namespace attendance {
namespace {

using documents::Align;
using documents::SignatureBlock;

// More absences than this stand in parts beside each other.
constexpr std::size_t absences_in_one_column = 4;

std::string khmer(std::int64_t number) {
    return core::to_khmer_digits(std::to_string(number));
}

std::string khmer_days(const core::Ratio& days) {
    return core::to_khmer_digits(days_text(days));
}

std::string percent(const std::optional<core::Ratio>& rate) {
    return rate ? core::to_khmer_digits(core::format_percent(*rate)) : std::string{};
}

const std::string& name_of(const learners::Learner& learner) {
    return learner.name_km.empty() ? learner.name : learner.name_km;
}

std::string period_words(Period period) {
    return words().fill("from_to", {core::gregorian_line(period.first), core::gregorian_line(period.last)});
}

const std::string& absence_words(Mark mark) {
    switch (mark) {
    case Mark::permission:
        return words()["with"];
    case Mark::half_permission:
        return words()["half_with"];
    case Mark::half_absent:
        return words()["half_without"];
    default:
        return words()["without"];
    }
}

std::vector<std::string> date_lines(const AttendancePaper& paper, PaperDate dated) {
    if (!dated) return {words()["lunar_date"], words()["solar_date"]};
    std::vector<std::string> lines;
    if (const auto lunar = core::lunar_date(*dated)) lines.push_back(core::lunar_line(*lunar));
    lines.push_back(paper.place + ", " + core::gregorian_line(*dated));
    return lines;
}

// A row of the list of absences, and how many of them stand beside each other when there are many.
struct AbsenceColumns {
    bool weekdays = false;
    std::size_t beside = 1;
};

std::vector<std::string> absence_cells(const AbsentDay& absent, std::size_t number, bool weekdays) {
    std::vector<std::string> cells{khmer(static_cast<std::int64_t>(number))};
    if (weekdays) cells.emplace_back(core::khmer_name(core::weekday_of(absent.day)));
    cells.insert(cells.end(), {core::to_khmer_digits(day_text(absent.day)), absence_words(absent.mark)});
    return cells;
}

documents::Section absence_section(const AttendancePaper& paper, AbsenceColumns columns) {
    documents::Section section{.title = words()["absences"]};
    if (paper.absences.empty()) {
        section.lines.push_back(words()["no_absence"]);
        return section;
    }
    const std::size_t all = paper.absences.size();
    const std::size_t parts = all > absences_in_one_column ? columns.beside : 1;
    const std::size_t rows = (all + parts - 1) / parts;
    section.rows.resize(rows);
    for (std::size_t part = 0; part < parts; ++part) {
        const std::size_t before = section.columns.size();
        section.columns.push_back({words()["row"], 6.5, Align::centre});
        if (columns.weekdays) section.columns.push_back({words()["weekday"], 12});
        section.columns.push_back({words()["date"], 17.5, Align::centre});
        section.columns.push_back({words()["absence"], 18.5});
        const std::size_t width = section.columns.size() - before;
        for (std::size_t row = 0; row < rows; ++row) {
            const std::size_t at = part * rows + row;
            const auto cells = at < all ? absence_cells(paper.absences[at], at + 1, columns.weekdays)
                                        : std::vector<std::string>(width);
            section.rows[row].insert(section.rows[row].end(), cells.begin(), cells.end());
        }
    }
    return section;
}

void write_letter(documents::Sheet& sheet, const AttendancePaper& paper, PaperDate dated) {
    const Words& say = words();
    const std::string& name = name_of(paper.learner);
    const auto& guardian = paper.learner.guardian;
    sheet.titles = {say["letter_title"]};
    sheet.opening = {
        {say["to"],
         guardian ? say.fill("to_guardian", {*guardian, name}) : say.fill("to_any_guardian", {name})},
        {say["subject"], say["subject_words"]},
        {say["reference"], say.fill("reference_words", {paper.class_name, period_words(paper.period)})}};
    std::string told = say.fill("told", {khmer(paper.tally.taken),
                                         khmer_days(days_absent_with_permission(paper.tally, paper.worths)),
                                         khmer_days(days_absent_without(paper.tally, paper.worths)),
                                         percent(rate(paper.tally, paper.worths))});
    if (paper.tally.late > 0) told += " " + say.fill("told_late", {khmer(paper.tally.late)});
    if (paper.minimum > core::Ratio{0}) told += " " + say.fill("told_minimum", {percent(paper.minimum)});
    sheet.opening.push_back({{}, told});
    sheet.sections.push_back(absence_section(paper, {.weekdays = true, .beside = 2}));
    auto& below = sheet.sections.back().lines;
    below.insert(below.end(), {say["asked"], say["regards"]});
    const auto dates = date_lines(paper, dated);
    sheet.signatures = {{date_lines(paper, {}), say["received"], say["guardian"], ""},
                        {dates, say["agreed"], say["head"], ""},
                        {dates, "", say["teacher"], paper.teacher}};
}

std::vector<std::string> month_row(const AttendancePaper& paper, const std::string& name,
                                   const Tally& tally) {
    return {name,
            khmer(tally.taken),
            khmer_days(days_present(tally, paper.worths)),
            khmer_days(days_absent_with_permission(tally, paper.worths)),
            khmer_days(days_absent_without(tally, paper.worths)),
            khmer(tally.late),
            khmer_days(hours_attended(tally, paper.worths, paper.session_minutes)),
            percent(rate(tally, paper.worths))};
}

std::vector<documents::SheetFact> learner_facts(const AttendancePaper& paper) {
    const Words& say = words();
    const learners::Learner& learner = paper.learner;
    std::vector<documents::SheetFact> facts;
    const auto add = [&](std::string_view label, std::string value) {
        if (!value.empty()) facts.push_back({say[label], std::move(value)});
    };
    add("learner_name", name_of(learner));
    if (!learner.name_km.empty()) add("latin_name", learner.name);
    if (learner.sex) add("sex", say[*learner.sex == core::Sex::female ? "woman" : "man"]);
    if (learner.born) add("born", core::to_khmer_digits(date_text(*learner.born)));
    add("learner_number", learner.number);
    add("class", paper.class_name + " (" + paper.programme + ")");
    return facts;
}

void write_statement(documents::Sheet& sheet, const AttendancePaper& paper, PaperDate dated) {
    const Words& say = words();
    sheet.titles = {say["statement_title"]};
    sheet.facts = learner_facts(paper);
    sheet.opening = {{{}, say.fill("certified", {period_words(paper.period)})}};
    sheet.columns = {{say["month"], 15},
                     {say["taken"], 9, Align::centre},
                     {say["present"], 9, Align::centre},
                     {say["with"], 8, Align::centre, say["absence"]},
                     {say["without"], 8, Align::centre, say["absence"]},
                     {say["late"], 8, Align::centre},
                     {say["hours"], 9, Align::centre},
                     {say["rate"] + " %", 9, Align::centre}};
    for (const PaperMonth& month : paper.months)
        if (month.tally.taken > 0)
            sheet.rows.push_back(month_row(paper,
                                           std::string{core::khmer_name(month.month.month())} + " " +
                                               khmer(static_cast<int>(month.month.year())),
                                           month.tally));
    sheet.rows.push_back(month_row(paper, say["total"], paper.tally));
    sheet.sections.push_back(absence_section(paper, {.weekdays = false, .beside = 3}));
    if (paper.not_recorded > 0)
        sheet.closing_lines.push_back(say.fill("not_recorded", {khmer(paper.not_recorded)}));
    sheet.closing_lines.push_back(say["purpose"]);
    const auto dates = date_lines(paper, dated);
    sheet.signatures = {{dates, say["certifies"], say["head"], ""},
                        {dates, "", say["teacher"], paper.teacher}};
}

// A file beside the target until it is whole.
class PartFile {
  public:
    explicit PartFile(std::filesystem::path target)
        : m_target(std::move(target))
        , m_part(m_target) {
        m_part += ".part";
        m_stream.open(m_part, std::ios::binary);
    }
    ~PartFile() {
        if (m_kept) return;
        m_stream.close();
        std::error_code ignored;
        std::filesystem::remove(m_part, ignored);
    }
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;

    std::ostream& stream() { return m_stream; }
    // Throws WorldFailure file.write.
    void publish() {
        m_stream.close();
        std::optional<core::NotInPlace> refused = core::NotInPlace{{}, "failed"};
        if (m_stream) refused = core::put_in_place(m_part, m_target);
        m_kept = !refused;
        if (refused) throw core::not_written(m_target, *refused);
    }

  private:
    std::filesystem::path m_target;
    std::filesystem::path m_part;
    std::ofstream m_stream;
    bool m_kept = false;
};

} // namespace

documents::Sheet paper_sheet(const AttendancePaper& paper, PaperKind kind, PaperDate dated) {
    documents::Sheet sheet;
    sheet.office_lines = paper.office_lines;
    sheet.office_lines.push_back(words()["number_line"]);
    sheet.sample = paper.sample;
    sheet.text_size = 9;
    sheet.row_height = 15;
    if (kind == PaperKind::letter)
        write_letter(sheet, paper, dated);
    else
        write_statement(sheet, paper, dated);
    sheet.footer = sheet.titles.front() + " " + name_of(paper.learner) + " " + paper.learner.number;
    return sheet;
}

namespace {

documents::PdfFacts facts_of(const std::vector<AttendancePaper>& papers, PaperKind kind) {
    documents::PdfFacts facts;
    facts.title = words()[kind == PaperKind::letter ? "letter_title" : "statement_title"];
    if (papers.empty()) return facts;
    facts.created = papers.front().made_at;
    if (papers.size() == 1) facts.title += " " + name_of(papers.front().learner);
    if (!papers.front().office_lines.empty()) facts.author = papers.front().office_lines.back();
    return facts;
}

// Each paper's pages to `take`, as they come.
template<typename Take>
core::Expected<void> each_paper(const std::vector<AttendancePaper>& papers, PaperKind kind, PaperDate dated,
                                const documents::Fonts& fonts, core::Progress& progress, Take take) {
    for (std::size_t at = 0; at < papers.size(); ++at) {
        if (progress.cancelled()) throw core::WorldFailure{{"cancelled"}};
        progress.report(static_cast<std::int64_t>(at), static_cast<std::int64_t>(papers.size()));
        const auto pages = documents::lay_out(paper_sheet(papers[at], kind, dated), fonts);
        if (!pages) return core::fail(pages.error());
        for (const documents::Page& page : *pages)
            take(page);
    }
    return {};
}

} // namespace

core::Expected<LaidOut> lay_out_papers(const std::vector<AttendancePaper>& papers, PaperKind kind,
                                       PaperDate dated, const documents::Fonts& fonts,
                                       core::Progress& progress) {
    LaidOut laid{{}, facts_of(papers, kind)};
    const auto done = each_paper(papers, kind, dated, fonts, progress,
                                 [&](const documents::Page& page) { laid.pages.push_back(page); });
    if (!done) return core::fail(done.error());
    return laid;
}

core::Expected<void> write_papers(const std::filesystem::path& path,
                                  const std::vector<AttendancePaper>& papers, PaperKind kind, PaperDate dated,
                                  const documents::Fonts& fonts, core::Progress& progress) {
    PartFile file(path);
    documents::PdfWriter pdf(file.stream(), facts_of(papers, kind));
    const auto done =
        each_paper(papers, kind, dated, fonts, progress, [&](const documents::Page& page) { pdf.add(page); });
    if (!done) return done;
    pdf.finish();
    file.publish();
    return {};
}

} // namespace attendance
