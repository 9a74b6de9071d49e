// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/import_file.hpp"

#include "imports/import_store.hpp"
#include "imports/lines.hpp"
#include "imports/make_importer.hpp"
#include "spreadsheet/simple_table.hpp"
#include "storage/changeset.hpp"

#include <array>
#include <fstream>

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

// The closing line says how many; does the list hold as many?
void check_closing(const ClosingLine& line, std::int64_t rows, std::int64_t female, Outcome& outcome) {
    const bool total_differs = line.total && *line.total != rows;
    const bool female_differs = line.female && *line.female != female;
    if (!total_differs && !female_differs) return;
    core::Error finding{"closing-line"};
    finding.place.cell = line.cell;
    finding.place.sheet = outcome.sheet;
    finding.with("says", line.total ? std::to_string(*line.total) : "").with("counted", std::to_string(rows));
    if (line.female)
        finding.with("says_female", std::to_string(*line.female))
            .with("counted_female", std::to_string(female));
    outcome.file_findings.push_back(std::move(finding));
}

std::vector<std::string> headings_of(const FoundSheet& found) {
    std::vector<std::string> headings;
    if (!found.layout.header_row) return headings;
    for (std::uint32_t column = 0; column < found.table.facts().columns; ++column)
        headings.emplace_back(found.table.text(*found.layout.header_row, column));
    return headings;
}

bool is_female(const spreadsheet::Row& row, const Layout& layout, const Vocabulary& vocabulary) {
    const auto sex = layout.find(Field::sex);
    const spreadsheet::Cell* word = sex ? row.find(*sex) : nullptr;
    if (word != nullptr) return vocabulary.meaning("sex", word->text) == "f";
    const auto tick = layout.find(Field::sex_f);
    const spreadsheet::Cell* mark = tick ? row.find(*tick) : nullptr;
    return mark != nullptr && vocabulary.meaning("tick", mark->text).has_value();
}

core::Error cancelled() {
    return core::Error{"cancelled"};
}

// Every row of the list, judged from top to bottom.
core::Expected<void> judge_rows(const FoundSheet& found, spreadsheet::DateSystem dates,
                                const Vocabulary& vocabulary, Judged& judged, core::Progress& progress) {
    std::int64_t female = 0;
    const auto& table = found.table;
    std::vector<ClosingLine> closing;
    for (std::size_t nth = 0; nth < table.size(); ++nth) {
        const spreadsheet::Row row = table.row(nth);
        if (row.index < found.layout.first_row) continue;
        if (nth % 256 == 0)
            progress.report(static_cast<std::int64_t>(nth), static_cast<std::int64_t>(table.size()));
        if (progress.cancelled()) return core::fail(cancelled());
        const LineKind kind = classify(table, found.layout, row, vocabulary);
        if (kind == LineKind::closing) closing.push_back(read_closing(row, vocabulary));
        if (kind != LineKind::learner) continue;
        RowCells cells(row, found.layout, dates);
        judged.outcome.rows.push_back(judged.importer->judge(cells));
        count(judged.outcome.counts, judged.outcome.rows.back().verdict);
        female += is_female(row, found.layout, vocabulary) ? 1 : 0;
    }
    for (const ClosingLine& line : closing)
        check_closing(line, static_cast<std::int64_t>(judged.outcome.rows.size()), female, judged.outcome);
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
    auto prepared = prepare(database, vocabulary, request, *workbook);
    if (!prepared) {
        core::Error error = prepared.error();
        if (error.place.file.empty()) error.place.file = judged.outcome.file;
        return core::fail(std::move(error));
    }
    judged.importer = std::move(prepared->importer);
    judged.outcome.sheet = prepared->found.name;
    judged.outcome.header_row =
        prepared->found.layout.header_row ? *prepared->found.layout.header_row + 1 : 0;
    judged.outcome.headings = headings_of(prepared->found);
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
                                    const Request& request, core::Progress& progress) {
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
    judged->outcome.import = keep_import(tx, judged->outcome, judged->digest, recorder.finish());
    tx.commit();
    return std::move(judged->outcome);
}

void write_rejects(const std::filesystem::path& path, const Outcome& outcome, const std::string& why_heading,
                   const std::function<std::string(const core::Error&)>& why, core::Moment now) {
    spreadsheet::SimpleTable table;
    table.sheet = "1";
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
