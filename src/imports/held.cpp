// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/held.hpp"

#include "imports/judging.hpp"
#include "imports/make_importer.hpp"
#include "imports/writing.hpp"
#include "spreadsheet/memory.hpp"

#include <algorithm>

namespace imports {
namespace {

void append(spreadsheet::Table& table, std::uint32_t row, const KeptCells& cells, std::uint32_t& columns) {
    const auto views = cells_of(cells);
    table.append({row, false, views});
    if (!cells.empty()) columns = std::max(columns, cells.back().column + 1);
}

// The list again, without the rows that were written or refused.
FoundSheet sheet_of(const Outcome& kept) {
    const auto budget = std::make_shared<spreadsheet::MemoryBudget>(spreadsheet::Limits{}.memory);
    FoundSheet found{0, kept.sheet, spreadsheet::Table{budget}, kept.head.layout};
    std::uint32_t columns = 0;
    for (const ListHead::Line& line : kept.head.lines)
        append(found.table, line.row, line.cells, columns);
    std::uint32_t rows = kept.head.layout.first_row;
    for (const RowOutcome& row : kept.rows) {
        if (row.verdict == Verdict::refuse) continue;
        append(found.table, row.row - 1, row.cells, columns);
        rows = row.row;
    }
    found.table.set_facts({kept.head.merged, {}, rows, columns});
    // One that could not be read would not have been imported.
    found.key = sheets::find_key(found.table).value_or(std::nullopt);
    found.whole = false;
    return found;
}

struct Judged {
    Outcome outcome;
    std::unique_ptr<Importer> importer;
    Request request;
};

core::Expected<Judged> judge(const storage::Database& database, ImportId id, const Decisions& decisions,
                             core::Progress& progress) {
    auto kept = load_kept(database, id);
    if (!kept) return core::fail(kept.error());
    // With the import its held rows were taken back, too.
    if (find_import(database, id)->undone_at)
        return core::fail(core::Error{"import.undone-already"}.with(
            "import", std::to_string(static_cast<std::int64_t>(id))));
    const Vocabulary vocabulary;
    const FoundSheet found = sheet_of(*kept);
    Judged judged;
    judged.request.kind = kept->kind;
    judged.request.decisions = decisions;
    if (kept->head.class_id) judged.request.class_id = static_cast<classes::ClassId>(*kept->head.class_id);
    auto judges = make_importer(database, vocabulary, judged.request, found, std::nullopt, kept->file, false);
    if (!judges) return core::fail(judges.error());
    judged.importer = std::move(judges->importer);
    judged.outcome = std::move(*kept);
    judged.outcome.import.reset();
    judged.outcome.rows.clear();
    if (auto done = judge_held_rows(found, *judged.importer, judged.outcome, progress); !done)
        return core::fail(done.error());
    return judged;
}

// A row that became what the register holds already is settled by that.
void settle(Outcome& outcome) {
    for (RowOutcome& row : outcome.rows)
        if (row.verdict == Verdict::accept || row.verdict == Verdict::same) row.decided = Decided::taken;
}

} // namespace

core::Expected<Outcome> preview_held(const storage::Database& database, ImportId id,
                                     core::Progress& progress) {
    auto judged = judge(database, id, {}, progress);
    if (!judged) return core::fail(judged.error());
    return std::move(judged->outcome);
}

core::Expected<Outcome> take_up(storage::Database& database, const storage::Actor& actor, ImportId id,
                                const Decisions& decisions, core::Progress& progress) {
    storage::Transaction tx(database, actor);
    auto judged = judge(database, id, decisions, progress);
    if (!judged) return core::fail(judged.error());
    storage::ChangeRecorder recorder(tx, imported_tables());
    if (auto done = write_rows(tx, judged->request, *judged->importer, judged->outcome, progress); !done)
        return core::fail(done.error());
    settle(judged->outcome);
    judged->outcome.import = keep_taken_up(tx, judged->outcome, id, recorder.finish());
    tx.commit();
    return std::move(judged->outcome);
}

} // namespace imports
