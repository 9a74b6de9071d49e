// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/called_days.hpp"

#include "attendance/letter_store.hpp"
#include "attendance/members.hpp"
#include "core/check_digit.hpp"
#include "imports/called_row.hpp"
#include "imports/lines.hpp"
#include "imports/row_cells.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace imports {
namespace {

using attendance::DaySet;
using attendance::Mark;

constexpr std::array<std::string_view, 5> no_ticks = {"", "-", ".", "0", "០"};

attendance::Period whole(core::Month month) {
    return {core::first_day(month), core::last_day(month)};
}

// What stands in a register, before anybody's row is judged.
class RegisterScan {
  public:
    RegisterScan(const storage::Database& database, const Vocabulary& vocabulary, const FoundSheet& found,
                 classes::ClassId class_id, core::Month month)
        : m_vocabulary(vocabulary)
        , m_found(found)
        , m_month(month)
        , m_letters(attendance::load_letters(database))
        , m_number(found.layout.find(Field::number)) {
        for (const attendance::Member& member : attendance::load_members(database, class_id, whole(month)))
            m_known.insert_or_assign(member.learner.number, member.marks_of(month));
        scan();
    }

    bool has_called_row() const { return m_has_called_row; }
    DaySet ticked() const { return m_ticked; }
    DaySet marked() const { return m_marked; }
    bool anything_written() const { return m_written; }
    // More than the office itself put there.
    bool anything_new() const { return m_new; }
    const std::vector<core::Error>& findings() const { return m_findings; }
    // Where the ticks are looked for.
    const std::string& called_cell() const { return m_called_cell; }

  private:
    void scan() {
        Lines lines(m_found.table, m_found.layout, m_vocabulary, Kind::attendance);
        for (std::size_t nth = 0; nth < m_found.table.size(); ++nth) {
            const spreadsheet::Row row = m_found.table.row(nth);
            if (row.index < m_found.layout.header_row.value_or(m_found.layout.first_row)) continue;
            if (row.index < m_found.layout.first_row) {
                if (is_called_row(m_vocabulary, row)) read_called(row);
                continue;
            }
            const LineKind kind = lines.next(row);
            if (kind == LineKind::called) read_called(row);
            if (kind == LineKind::learner) read_learner(row);
        }
    }

    void read_called(const spreadsheet::Row& row) {
        m_has_called_row = true;
        if (m_called_cell.empty() && !row.cells.empty())
            m_called_cell = spreadsheet::cell_name(row.index, row.cells.front().column);
        for (const Column& column : m_found.layout.columns) {
            const spreadsheet::Cell* cell = column.field == Field::day ? row.find(column.column) : nullptr;
            if (cell == nullptr || column.index > core::days_in(m_month)) continue;
            const std::string text = tidy_text(cell->text);
            if (std::find(no_ticks.begin(), no_ticks.end(), text) != no_ticks.end()) continue;
            if (m_vocabulary.meaning("tick", text)) {
                m_ticked.add(column.index);
                continue;
            }
            core::Error finding = core::Error{"register.tick-unknown"}.with("text", text);
            finding.place.cell = spreadsheet::cell_name(row.index, column.column);
            m_findings.push_back(std::move(finding));
        }
    }

    void read_learner(const spreadsheet::Row& row) {
        const attendance::MonthMarks* known = known_marks(row);
        for (const Column& column : m_found.layout.columns) {
            const spreadsheet::Cell* cell = row.find(column.column);
            if (cell == nullptr || tidy_text(cell->text).empty()) continue;
            switch (column.field) {
            case Field::with_permission:
            case Field::without_permission:
            case Field::total_absent:
            case Field::present:
                m_written = m_new = true;
                break;
            case Field::day:
                read_day(tidy_text(cell->text), column.index, known);
                break;
            default:
                break;
            }
        }
    }

    void read_day(const std::string& text, unsigned day, const attendance::MonthMarks* known) {
        if (day > core::days_in(m_month)) return;
        m_written = true;
        const auto mark = attendance::read_mark(text, m_letters);
        if (mark && *mark != Mark::none) m_marked.add(day);
        // A presence that somebody ticked is news, too.
        m_new = m_new || !mark || known == nullptr || known->on(day) != *mark || *mark == Mark::none;
    }

    const attendance::MonthMarks* known_marks(const spreadsheet::Row& row) const {
        const spreadsheet::Cell* cell = m_number ? row.find(*m_number) : nullptr;
        const auto number = cell != nullptr ? core::read_learner_number(cell->text)
                                            : core::Expected<std::string>{std::string{}};
        const auto known = m_known.find(number.value_or(std::string{}));
        return known == m_known.end() ? nullptr : &known->second;
    }

    const Vocabulary& m_vocabulary;
    const FoundSheet& m_found;
    core::Month m_month;
    attendance::Letters m_letters;
    std::optional<std::uint32_t> m_number;
    std::map<std::string, attendance::MonthMarks> m_known;
    bool m_has_called_row = false;
    bool m_written = false;
    bool m_new = false;
    DaySet m_ticked;
    DaySet m_marked;
    std::string m_called_cell;
    std::vector<core::Error> m_findings;
};

std::string days_text(DaySet days) {
    std::string text;
    for (unsigned day = 1; day <= 31; ++day)
        if (days.has(day)) text += (text.empty() ? "" : ", ") + std::to_string(day);
    return text;
}

} // namespace

core::Expected<CalledDays> called_days(const storage::Database& database, const Vocabulary& vocabulary,
                                       const FoundSheet& found, const classes::Class& taught,
                                       core::Month month) {
    const auto class_days = attendance::load_class_days(database, taught, whole(month));
    const attendance::MonthDays& days = *class_days.find(month);
    const core::Day today = database.clock().today();
    const DaySet come = days.school() & DaySet::between(month, core::first_day(month), today);
    const RegisterScan scan(database, vocabulary, found, taught.id, month);
    CalledDays called{{}, scan.findings()};
    if (!scan.ticked().empty()) {
        called.days = (scan.ticked() | scan.marked()) & come;
        const DaySet missing = days.not_recorded(today) - called.days;
        if (!missing.empty() && found.whole) {
            core::Error finding = core::Error{"register.days-not-called"}.with("days", days_text(missing));
            finding.place.cell = scan.called_cell();
            called.findings.push_back(std::move(finding));
        }
        return called;
    }
    if (!scan.anything_written() && found.whole) {
        core::Error blank{"register.blank"};
        blank.place.sheet = found.name;
        blank.place.cell = scan.called_cell();
        return core::fail(std::move(blank));
    }
    if (scan.anything_new() || !scan.has_called_row()) called.days = come;
    return called;
}

} // namespace imports
