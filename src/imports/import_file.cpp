// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/import_file.hpp"

#include "imports/import_store.hpp"
#include "imports/lines.hpp"
#include "imports/list_headings.hpp"
#include "imports/make_importer.hpp"
#include "spreadsheet/simple_table.hpp"
#include "storage/changeset.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <tuple>

namespace imports {
namespace {

// What an import may write; counters of numbers given out are left out, since a number is never given again.
constexpr std::array<std::string_view, 10> tables = {
    "learner", "identity_number", "enrolment", "attendance_month", "class_day",
    "score",   "institution",     "class",     "class_educator",   "educator",
};

struct Judged {
    Outcome outcome;
    std::unique_ptr<Importer> importer;
    office::Digest digest{};
};

core::Expected<std::string> read_bytes(const std::filesystem::path& path, const spreadsheet::Limits& limits) {
    std::error_code missing;
    const auto size = std::filesystem::file_size(path, missing);
    const auto name = path.filename().u8string();
    const core::Place place{.file = {name.begin(), name.end()}};
    if (missing) return core::fail(core::Error{"file.not-found"}.at(place));
    if (size > limits.memory) return core::fail(core::Error{"file.too-big"}.at(place));
    std::ifstream file(path, std::ios::binary);
    std::string bytes(static_cast<std::size_t>(size), '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file) throw core::WorldFailure(core::Error{"file.read"}.at(place));
    return bytes;
}

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

// Columns with a heading and values that nothing was made of: a person should know before the paper is filed.
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

core::Error cancelled() {
    return core::Error{"cancelled"};
}

// Every row of the list, judged from top to bottom.
core::Expected<void> judge_rows(const FoundSheet& found, spreadsheet::DateSystem dates,
                                const Vocabulary& vocabulary, Judged& judged, core::Progress& progress) {
    const auto& table = found.table;
    Lines lines(table, found.layout, vocabulary, judged.outcome.kind);
    const SharedCells shared(table, found.layout);
    ClosingCheck closing;
    std::int64_t hidden_rows = 0;
    for (std::size_t nth = 0; nth < table.size(); ++nth) {
        const spreadsheet::Row row = table.row(nth);
        if (row.index < found.layout.first_row) continue;
        if (nth % 256 == 0)
            progress.report(static_cast<std::int64_t>(nth), static_cast<std::int64_t>(table.size()));
        if (progress.cancelled()) return core::fail(cancelled());
        const LineKind kind = lines.next(row);
        if (kind == LineKind::closing) closing.close(read_closing(row, found.layout, vocabulary));
        if (kind != LineKind::learner) continue;
        hidden_rows += row.hidden ? 1 : 0;
        RowCells cells(row, found.layout, shared, dates);
        judged.outcome.rows.push_back(judged.importer->judge(cells));
        count(judged.outcome.counts, judged.outcome.rows.back().verdict);
        closing.count(is_female(row, found.layout, vocabulary));
    }
    for (core::Error& finding : closing.findings()) {
        finding.place.sheet = judged.outcome.sheet;
        judged.outcome.file_findings.push_back(std::move(finding));
    }
    if (judged.outcome.rows.empty()) judged.outcome.file_findings.push_back(core::Error{"list.empty"});
    for (core::Error& finding : unseen(found, hidden_rows))
        judged.outcome.file_findings.push_back(std::move(finding));
    for (core::Error& finding : ignored_columns(found, vocabulary))
        judged.outcome.file_findings.push_back(std::move(finding));
    return {};
}

core::Expected<Judged> judge(const storage::Database& database, const Request& request,
                             core::Progress& progress) {
    const Vocabulary vocabulary;
    auto bytes = read_bytes(request.file, request.limits);
    if (!bytes) return core::fail(bytes.error());
    Judged judged;
    judged.digest = office::digest(*bytes);
    const auto name = request.file.filename().u8string();
    judged.outcome.file = {name.begin(), name.end()};
    judged.outcome.kind = request.kind;
    auto workbook = spreadsheet::open_workbook(std::move(*bytes), judged.outcome.file, request.limits);
    if (!workbook) return core::fail(workbook.error());
    auto prepared = prepare(database, vocabulary, request, *workbook, was_imported(database, judged.digest));
    if (!prepared) {
        core::Error error = prepared.error();
        if (error.place.file.empty()) error.place.file = judged.outcome.file;
        return core::fail(std::move(error));
    }
    judged.importer = std::move(prepared->importer);
    judged.outcome.sheet = prepared->found.name;
    judged.outcome.header_row =
        prepared->found.layout.header_row ? *prepared->found.layout.header_row + 1 : 0;
    judged.outcome.titles = title_lines(prepared->found);
    judged.outcome.headings =
        list_headings(prepared->found, request.kind, vocabulary, workbook->date_system());
    if (auto done = judge_rows(prepared->found, workbook->date_system(), vocabulary, judged, progress); !done)
        return core::fail(done.error());
    for (core::Error& finding : judged.importer->findings())
        judged.outcome.file_findings.push_back(finding);
    return judged;
}

bool written(const Request& request, const Judged& judged, std::size_t nth) {
    switch (judged.outcome.rows[nth].verdict) {
    case Verdict::accept:
        return true;
    case Verdict::update:
        return request.update;
    case Verdict::review:
        return request.take_review && judged.importer->may_take(nth);
    case Verdict::same:
    case Verdict::refuse:
        return false;
    }
    return false;
}

} // namespace

core::Expected<Outcome> preview(const storage::Database& database, const Request& request,
                                core::Progress& progress) {
    auto judged = judge(database, request, progress);
    if (!judged) return core::fail(judged.error());
    return std::move(judged->outcome);
}

core::Expected<Outcome> import_file(storage::Database& database, const storage::Actor& actor,
                                    const Request& request, core::Progress& progress,
                                    const std::function<void(const Outcome&)>& before_commit) {
    storage::Transaction tx(database, actor);
    auto judged = judge(database, request, progress);
    if (!judged) return core::fail(judged.error());
    storage::ChangeRecorder recorder(tx, tables);
    const auto rows = static_cast<std::int64_t>(judged->outcome.rows.size());
    for (std::size_t nth = 0; nth < judged->outcome.rows.size(); ++nth) {
        if (nth % 64 == 0) progress.report(static_cast<std::int64_t>(nth), rows);
        if (progress.cancelled()) return core::fail(cancelled());
        if (!written(request, *judged, nth)) continue;
        if (auto done = judged->importer->write(tx, nth); !done) {
            core::Error error = done.error();
            error.place.row = judged->outcome.rows[nth].row;
            return core::fail(std::move(error));
        }
    }
    if (before_commit) before_commit(judged->outcome);
    judged->outcome.import = keep_import(tx, judged->outcome, judged->digest, recorder.finish());
    tx.commit();
    return std::move(judged->outcome);
}

void write_rejects(const std::filesystem::path& path, const Outcome& outcome, const std::string& why_heading,
                   const std::function<std::string(const core::Error&)>& why, core::Moment now) {
    spreadsheet::SimpleTable table;
    table.sheet = outcome.sheet.empty() ? "1" : outcome.sheet;
    // The list's own lines say its class and its month; where they do not, its name may.
    table.titles = outcome.titles;
    table.titles.push_back(outcome.file);
    table.columns.push_back({why_heading, 40, spreadsheet::Style::wrapped});
    for (const std::string& heading : outcome.headings)
        table.columns.push_back({heading, 18});
    for (const RowOutcome& row : outcome.rows) {
        if (row.verdict != Verdict::refuse) continue;
        std::vector<std::string> cells = {why(row.reason)};
        cells.insert(cells.end(), row.cells.begin(), row.cells.end());
        cells.resize(std::max(cells.size(), table.columns.size()));
        while (table.columns.size() < cells.size())
            table.columns.push_back({"", 18});
        table.rows.push_back(std::move(cells));
    }
    spreadsheet::write_table(path, table, {outcome.file, "", now});
}

} // namespace imports
