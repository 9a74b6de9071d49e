// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/judging.hpp"

#include "imports/lines.hpp"

#include <algorithm>
#include <tuple>

namespace imports {
namespace {

void count(Counts& counts, Verdict verdict) {
    switch (verdict) {
    case Verdict::accept:
        ++counts.accepted;
        break;
    case Verdict::same:
        ++counts.same;
        break;
    case Verdict::update:
        ++counts.updated;
        break;
    case Verdict::review:
        ++counts.review;
        break;
    case Verdict::refuse:
        ++counts.refused;
        break;
    }
}

// Closing lines close what stands above them since the last one, or all of it. Does the list hold as many?
class ClosingCheck {
  public:
    void count(bool female) {
        if (m_closed) m_group = {};
        m_closed = false;
        m_group.add(female);
        m_all.add(female);
    }
    void close(ClosingLine line) {
        m_closed = true;
        if (line.says_anything()) m_lines.push_back({std::move(line), m_group, m_all});
    }
    std::vector<core::Error> findings() const {
        std::vector<core::Error> found;
        for (const Closed& closed : m_lines) {
            if (closed.line.agrees_with(closed.group) || closed.line.agrees_with(closed.all)) continue;
            const bool last = &closed == &m_lines.back();
            found.push_back(finding(closed.line, last ? closed.all : closed.group));
        }
        return found;
    }

  private:
    struct Closed {
        ClosingLine line;
        HeadCount group;
        HeadCount all;
    };
    static core::Error finding(const ClosingLine& line, const HeadCount& counted) {
        core::Error error{"closing-line"};
        error.place.cell = line.cell;
        const auto says = line.total ? line.total : line.female ? line.female : line.male;
        const auto rows = line.total    ? counted.total
                          : line.female ? counted.female
                                        : counted.total - counted.female;
        error.with("says", std::to_string(*says)).with("counted", std::to_string(rows));
        if (line.female)
            error.with("says_female", std::to_string(*line.female))
                .with("counted_female", std::to_string(counted.female));
        return error;
    }

    std::vector<Closed> m_lines;
    HeadCount m_group;
    HeadCount m_all;
    bool m_closed = false;
};

bool is_female(const spreadsheet::Row& row, const Layout& layout, const Vocabulary& vocabulary) {
    const auto sex = layout.find(Field::sex);
    const spreadsheet::Cell* word = sex ? row.find(*sex) : nullptr;
    if (word != nullptr) return sex_meaning(layout, vocabulary, word->text) == "f";
    const auto tick = layout.find(Field::sex_f);
    const spreadsheet::Cell* mark = tick ? row.find(*tick) : nullptr;
    return mark != nullptr && vocabulary.meaning("tick", mark->text).has_value();
}

// What a person may not have seen of the file: rows that a filter hides, and lists on other sheets.
std::vector<core::Error> unseen(const FoundSheet& found, std::int64_t hidden_rows) {
    std::vector<core::Error> findings;
    if (hidden_rows > 0) {
        core::Error finding{"rows.hidden"};
        finding.place.sheet = found.name;
        findings.push_back(std::move(finding).with("count", std::to_string(hidden_rows)));
    }
    for (const std::string& name : found.others) {
        core::Error finding{"sheet.ignored"};
        finding.place.sheet = name;
        findings.push_back(std::move(finding).with("sheet", name));
    }
    return findings;
}

// A row that is simply accepted, or known already, is not asked for again: its cells need not be kept.
void add_row(RowOutcome row, Outcome& outcome) {
    count(outcome.counts, row.verdict);
    if (row.verdict == Verdict::accept || row.verdict == Verdict::same) {
        row.cells.clear();
        row.cells.shrink_to_fit();
    }
    outcome.rows.push_back(std::move(row));
}

// Tells how far it is; false when it is to stop.
bool go_on(core::Progress& progress, std::size_t nth, std::size_t size) {
    if (nth % 256 == 0) progress.report(static_cast<std::int64_t>(nth), static_cast<std::int64_t>(size));
    return !progress.cancelled();
}

} // namespace

core::Expected<void> judge_list(const FoundSheet& found, const Vocabulary& vocabulary, Importer& importer,
                                Outcome& outcome, core::Progress& progress) {
    const auto& table = found.table;
    Lines lines(table, found.layout, vocabulary, outcome.kind);
    const SharedCells shared(table, found.layout);
    ClosingCheck closing;
    std::int64_t hidden_rows = 0;
    for (std::size_t nth = 0; nth < table.size(); ++nth) {
        const spreadsheet::Row row = table.row(nth);
        if (row.index < found.layout.first_row) continue;
        if (!go_on(progress, nth, table.size())) return core::fail(core::Error{"cancelled"});
        const LineKind kind = lines.next(row);
        if (kind == LineKind::closing) closing.close(read_closing(row, found.layout, vocabulary));
        if (kind != LineKind::learner) continue;
        hidden_rows += row.hidden ? 1 : 0;
        RowCells cells(row, found.layout, shared, outcome.head.dates);
        add_row(importer.judge(cells), outcome);
        closing.count(is_female(row, found.layout, vocabulary));
    }
    for (core::Error& finding : closing.findings()) {
        finding.place.sheet = outcome.sheet;
        outcome.file_findings.push_back(std::move(finding));
    }
    if (outcome.rows.empty()) outcome.file_findings.push_back(core::Error{"list.empty"});
    for (core::Error& finding : unseen(found, hidden_rows))
        outcome.file_findings.push_back(std::move(finding));
    return {};
}

core::Expected<void> judge_held_rows(const FoundSheet& found, Importer& importer, Outcome& outcome,
                                     core::Progress& progress) {
    const auto& table = found.table;
    const SharedCells shared(table, found.layout);
    for (std::size_t nth = 0; nth < table.size(); ++nth) {
        const spreadsheet::Row row = table.row(nth);
        if (row.index < found.layout.first_row) continue;
        if (!go_on(progress, nth, table.size())) return core::fail(core::Error{"cancelled"});
        RowCells cells(row, found.layout, shared, outcome.head.dates);
        add_row(importer.judge(cells), outcome);
    }
    return {};
}

std::vector<core::Error> ignored_columns(const FoundSheet& found, const Vocabulary& vocabulary) {
    std::vector<core::Error> findings;
    const auto& [table, layout] = std::tie(found.table, found.layout);
    if (!layout.header_row) return findings;
    for (std::uint32_t column = 0; column < table.facts().columns; ++column) {
        if (std::any_of(layout.columns.begin(), layout.columns.end(),
                        [&](const Column& c) { return c.column == column; }))
            continue;
        std::string heading;
        for (std::uint32_t row = *layout.header_row; row < layout.first_row; ++row)
            if (!table.text(row, column).empty()) heading = tidy_text(table.text(row, column));
        if (heading.empty() || vocabulary.meaning("heading", without_brackets(heading))) continue;
        for (std::size_t nth = 0; nth < table.size(); ++nth) {
            const spreadsheet::Row row = table.row(nth);
            const spreadsheet::Cell* cell = row.index < layout.first_row ? nullptr : row.find(column);
            if (cell == nullptr || tidy_text(cell->text).empty()) continue;
            core::Error finding{"column.ignored"};
            finding.place.sheet = found.name;
            finding.place.cell = spreadsheet::cell_name(layout.first_row - 1, column);
            findings.push_back(std::move(finding).with("heading", heading));
            break;
        }
    }
    return findings;
}

ListHead head_of(const FoundSheet& found, spreadsheet::DateSystem dates,
                 const std::optional<std::int64_t>& class_id) {
    ListHead head{{}, {}, dates, found.layout, class_id, false};
    for (std::size_t nth = 0; nth < found.table.size(); ++nth) {
        const spreadsheet::Row row = found.table.row(nth);
        if (row.index >= found.layout.first_row) break;
        head.lines.push_back({row.index, keep(row)});
    }
    for (const spreadsheet::Range& range : found.table.facts().merged)
        if (range.last.row < found.layout.first_row) head.merged.push_back(range);
    return head;
}

} // namespace imports
