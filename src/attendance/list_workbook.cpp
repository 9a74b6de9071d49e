// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/list_workbook.hpp"

#include "attendance/rate_chart.hpp"
#include "attendance/shown_days.hpp"
#include "attendance/words.hpp"
#include "core/lunar_date.hpp"
#include "office/office_store.hpp"

namespace attendance {
namespace {

using spreadsheet::Style;

const std::string& first_of(const std::string& km, const std::string& other) {
    return km.empty() ? other : km;
}

// The columns that every list of learners begins with, and their cells.
std::vector<ListColumn> learner_columns() {
    const Words& say = words();
    return {{say["learner_number"], 17},
            {say["learner_name"], 24},
            {say["sex"], 7, Style::centred},
            {say["class"], 26},
            {say["institution"], 34}};
}

std::vector<std::string> learner_cells(const classes::ClassLearner& learner, const ClassHeading& in) {
    return {learner.number, first_of(learner.name_km, learner.name),
            words()[learner.sex == core::Sex::female ? "woman" : "man"], first_of(in.name_km, in.name),
            first_of(in.institution_km, in.institution_name)};
}

void add_columns(ListSheet& sheet, std::initializer_list<ListColumn> columns) {
    sheet.columns.insert(sheet.columns.end(), columns);
}

void add_cells(std::vector<std::string>& row, std::initializer_list<std::string> cells) {
    row.insert(row.end(), cells);
}

std::string limit_text(const std::optional<int>& most) {
    return most ? std::to_string(*most) : std::string{};
}

std::string rate_text(const std::optional<core::Ratio>& rate) {
    return rate ? core::format_percent(*rate) : std::string{};
}

std::string group_name(const GroupRate& group, RateBy by) {
    if (by == RateBy::sex) return words()[group.key == "f" ? "woman" : "man"];
    if (by != RateBy::month) return first_of(group.name_km, group.name);
    const auto month = core::month_from_iso(group.key);
    return std::string{core::khmer_name(month->month())} + " " +
           std::to_string(static_cast<int>(month->year()));
}

std::vector<std::string> rate_cells(const std::string& name, const GroupRate& group) {
    const Tally& tally = group.all.tally;
    return {name,
            std::to_string(group.all.learners),
            std::to_string(group.female.learners),
            std::to_string(tally.taken),
            std::to_string(group.female.tally.taken),
            std::to_string(tally.permission + tally.half_permission),
            std::to_string(tally.absent + tally.half_absent),
            std::to_string(tally.late),
            rate_text(group.all.rate()),
            rate_text(group.female.rate())};
}

// More bars than a page is high help nobody.
constexpr std::size_t most_bars = 40;

// One worksheet, from the top down.
class ListWriter {
  public:
    ListWriter(spreadsheet::WorkbookWriter& workbook, const ListSheet& sheet)
        : m_name(spreadsheet::sheet_name(sheet.title))
        , m_writer(workbook.add_sheet(m_name))
        , m_sheet(sheet) {}

    void write() {
        for (const std::string& line : m_sheet.office_lines)
            m_writer.text(m_row++, 0, line, Style::plain);
        if (m_sheet.sample) m_writer.text(m_row++, 0, words()["sample"], Style::note);
        const auto last = static_cast<std::uint32_t>(m_sheet.columns.size()) - 1;
        m_writer.merge({m_row, 0, m_row, last}, m_sheet.title, Style::title);
        ++m_row;
        m_writer.merge({m_row, 0, m_row, last}, m_sheet.subtitle, Style::subtitle);
        m_row += 2;
        const std::uint32_t heading = m_row++;
        for (std::uint32_t at = 0; at <= last; ++at)
            m_writer.text(heading, at, m_sheet.columns[at].heading, Style::heading);
        for (const auto& row : m_sheet.rows)
            write_row(row);
        if (!m_sheet.rows.empty()) m_writer.autofilter({heading, 0, m_row - 1, last});
        if (!m_sheet.total.empty()) write_row(m_sheet.total);
        if (m_sheet.drawn) draw(*m_sheet.drawn, heading + 1);
        for (std::uint32_t at = 0; at <= last; ++at)
            m_writer.columns(at, at, m_sheet.columns[at].width);
        m_writer.freeze(heading + 1);
        m_writer.print({.landscape = true, .repeat = spreadsheet::PrintSetup::Rows{heading, heading}});
    }

  private:
    void write_row(const std::vector<std::string>& row) {
        for (std::uint32_t at = 0; at < row.size(); ++at)
            write_cell(at, row[at], m_sheet.columns[at].style);
        ++m_row;
    }

    void draw(const ListSheet::Drawn& drawn, std::uint32_t first) {
        const auto last = first + static_cast<std::uint32_t>(m_sheet.rows.size()) - 1;
        m_writer.chart(drawn.chart,
                       {.sheet = m_name,
                        .categories = {{first, 0}, {last, 0}},
                        .values = {{{first, drawn.column}, {last, drawn.column}}},
                        .at = {m_row + 1, 0},
                        .width_pixels = 760,
                        .height_pixels = static_cast<std::uint32_t>(140 + 22 * m_sheet.rows.size())});
    }

    void write_cell(std::uint32_t at, const std::string& cell, Style style) {
        if (style == Style::text || style == Style::centred || style == Style::wrapped)
            m_writer.text(m_row, at, cell, style);
        else if (cell.empty())
            m_writer.blank(m_row, at, style);
        else if (style == Style::date)
            m_writer.date(m_row, at, core::day_from_iso(cell).value(), style);
        else
            m_writer.number(m_row, at, std::string_view{cell}, style);
    }

    std::string m_name;
    spreadsheet::SheetWriter& m_writer;
    const ListSheet& m_sheet;
    std::uint32_t m_row = 0;
};

} // namespace

ListSheet list_sheet(const std::vector<NotRecorded>& list) {
    const Words& say = words();
    ListSheet sheet{.title = say["list_not_recorded"],
                    .subtitle = {},
                    .columns = {{say["class"], 26},
                                {say["institution"], 34},
                                {say["number_of_days"], 10, Style::number},
                                {say["date"], 80, Style::wrapped}},
                    .rows = {}};
    for (const NotRecorded& one : list) {
        std::string days;
        for (const core::Day day : one.days)
            days += (days.empty() ? "" : ", ") + day_text(day);
        sheet.rows.push_back({first_of(one.in.name_km, one.in.name),
                              first_of(one.in.institution_km, one.in.institution_name),
                              std::to_string(one.days.size()), days});
    }
    return sheet;
}

ListSheet list_sheet(const std::vector<LowRate>& list) {
    const Words& say = words();
    ListSheet sheet{.title = say["list_below"], .subtitle = {}, .columns = learner_columns(), .rows = {}};
    add_columns(sheet, {{say["taken"], 10, Style::number},
                        {say["with"], 10, Style::number},
                        {say["without"], 10, Style::number},
                        {say["rate"], 12, Style::percent},
                        {say["minimum"], 12, Style::percent}});
    for (const LowRate& one : list) {
        auto cells = learner_cells(one.learner, one.in);
        const Margin margin = margin_of(one.tally);
        add_cells(cells, {std::to_string(one.tally.taken), std::to_string(margin.permission),
                          std::to_string(margin.absent), core::format_percent(one.rate),
                          core::format_percent(one.minimum)});
        sheet.rows.push_back(std::move(cells));
    }
    return sheet;
}

ListSheet list_sheet(const std::vector<LongAbsence>& list) {
    const Words& say = words();
    ListSheet sheet{.title = say["list_in_a_row"], .subtitle = {}, .columns = learner_columns(), .rows = {}};
    add_columns(sheet, {{say["in_a_row"], 12, Style::number},
                        {say["with"], 10, Style::number},
                        {say["without"], 10, Style::number},
                        {say["first_day"], 13, Style::date},
                        {say["last_day"], 13, Style::date},
                        {say["goes_on"], 16, Style::centred}});
    for (const LongAbsence& one : list) {
        auto cells = learner_cells(one.learner, one.in);
        add_cells(cells, {std::to_string(one.run.days), std::to_string(one.run.permission),
                          std::to_string(one.run.days - one.run.permission), core::to_iso(one.run.first),
                          core::to_iso(one.run.last), one.run.goes_on ? "✓" : ""});
        sheet.rows.push_back(std::move(cells));
    }
    return sheet;
}

ListSheet list_sheet(const std::vector<OverLimit>& list) {
    const Words& say = words();
    ListSheet sheet{
        .title = say["list_over_limit"], .subtitle = {}, .columns = learner_columns(), .rows = {}};
    add_columns(sheet, {{say["with"], 11, Style::number},
                        {say["most_with"], 12, Style::number},
                        {say["without"], 11, Style::number},
                        {say["most_without"], 12, Style::number}});
    for (const OverLimit& one : list) {
        auto cells = learner_cells(one.learner, one.in);
        add_cells(cells, {days_text(one.permission), limit_text(one.most_permission), days_text(one.absent),
                          limit_text(one.most_absent)});
        sheet.rows.push_back(std::move(cells));
    }
    return sheet;
}

ListSheet list_sheet(const GroupRates& rates, RateBy by) {
    const Words& say = words();
    const std::string_view heading = by == RateBy::school_class  ? "class"
                                     : by == RateBy::month       ? "month"
                                     : by == RateBy::sex         ? "sex"
                                     : by == RateBy::institution ? "institution"
                                                                 : "district";
    ListSheet sheet{.title = say["list_rates"],
                    .subtitle = {},
                    .columns = {{say[heading], 36},
                                {say["learners"], 11, Style::count},
                                {say["female"], 9, Style::count},
                                {say["taken"], 13, Style::count},
                                {say["taken"] + " " + say["female"], 13, Style::count},
                                {say["with"], 11, Style::count},
                                {say["without"], 11, Style::count},
                                {say["late"], 11, Style::count},
                                {say["rate"], 13, Style::percent},
                                {say["female_rate"], 13, Style::percent}},
                    .rows = {}};
    for (const GroupRate& group : rates.rows)
        sheet.rows.push_back(rate_cells(group_name(group, by), group));
    sheet.total = rate_cells(say["total"], rates.total);
    if (!rates.rows.empty() && rates.rows.size() <= most_bars) {
        std::vector<std::string> names;
        for (const GroupRate& group : rates.rows)
            names.push_back(group_name(group, by));
        constexpr std::uint32_t rate_column = 8;
        sheet.drawn = {
            rate_chart(rates, by, std::move(names),
                       {.title = say["list_rates"], .note = {}, .line = {}, .below = {}, .nothing = {}}),
            rate_column};
    }
    return sheet;
}

core::Expected<void> write_list(const std::filesystem::path& path, const storage::Database& database,
                                Period period, ListSheet sheet) {
    if (path.extension() != ".xlsx") return core::fail(core::Error{"file.kind"}.with("kinds", ".xlsx"));
    const auto office = office::load_office(database);
    sheet.office_lines = {office::administration_km(office::load_area(database, office)), office.name_km};
    sheet.subtitle =
        words().fill("from_to", {core::gregorian_line(period.first), core::gregorian_line(period.last)});
    sheet.made_at = database.clock().now();
    sheet.sample = office.sample;
    spreadsheet::WorkbookWriter workbook{
        path, {.title = sheet.title, .author = office.name_km, .created = sheet.made_at}};
    ListWriter{workbook, sheet}.write();
    workbook.close();
    workbook.publish();
    return {};
}

} // namespace attendance
