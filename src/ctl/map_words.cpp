// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl return FILE map SHEET --office CODE: how the spreadsheet of a district without Srok is read
#include "ctl/layout_words.hpp"
#include "ctl/return_json.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "documents/file.hpp"
#include "returns/layout_store.hpp"
#include "returns/stranger_draft.hpp"
#include "returns/stranger_reading.hpp"

#include <fmt/format.h>

namespace ctl {
namespace {

constexpr std::uintmax_t largest_sheet = 20'000'000;

struct Options {
    std::shared_ptr<const std::string> file;
    std::string input;
    std::string office;
    std::string period;
    std::string sheet;
    std::string part;
    std::vector<std::string> rows;
    std::vector<std::string> columns;
    bool save = false;
};
using SharedOptions = std::shared_ptr<Options>;

core::Expected<returns::ReturnPeriod> period_for(const storage::Database& database, const Options& options) {
    if (!options.period.empty()) return period_of(options.period);
    if (const auto next = returns::next_period(database, options.office)) return *next;
    return core::fail(core::Error{"stranger.no-period"}.with("office", options.office));
}

// "LABEL=KEY": the label may hold an equals sign, the key has none.
core::Expected<void> choose(returns::StrangerDraft& draft, returns::Axis axis, const Options& options,
                            const std::vector<std::string>& typed) {
    for (const std::string& one : typed) {
        const auto equals = one.rfind('=');
        if (equals == std::string::npos)
            return core::fail(core::Error{"stranger.no-label"}.with("label", one));
        const std::string label = one.substr(0, equals);
        const std::string key = one.substr(equals + 1);
        auto done = options.part.empty() ? draft.choose(axis, label, key)
                                         : draft.choose(options.part, axis, label, key);
        if (!done) return done;
    }
    return {};
}

// Where one sheet of the file is named, it is the layout's first or the one that --part names.
core::Expected<void> apply(returns::StrangerDraft& draft, const Options& options) {
    if (!options.sheet.empty()) {
        const std::string part =
            options.part.empty() ? draft.sheets().front().choices.plan.key : options.part;
        if (auto done = draft.use_sheet(part, options.sheet); !done) return done;
    }
    if (auto done = choose(draft, returns::Axis::row, options, options.rows); !done) return done;
    return choose(draft, returns::Axis::column, options, options.columns);
}

Json lines_json(const std::vector<returns::DraftLine>& lines) {
    Json list = Json::array();
    for (const returns::DraftLine& one : lines) {
        Json line{{"label", one.label}, {"cell", one.cell}, {"key", nullptr}, {"decided", one.decided}};
        if (!one.key.empty()) line["key"] = one.key;
        list.push_back(std::move(line));
    }
    return list;
}

std::string lines_text(const std::vector<returns::DraftLine>& lines) {
    std::string text;
    for (const returns::DraftLine& one : lines)
        text += fmt::format("\n  {}\t{}\t{}", one.cell, one.label,
                            !one.decided      ? "?"
                            : one.key.empty() ? "-"
                                              : one.key);
    return text;
}

core::Expected<Exit> map(Shell& shell, const Options& options) {
    const auto bytes = documents::read_file(path_of(options.input), largest_sheet);
    if (!bytes) return core::fail(bytes.error());
    const auto workbook = returns::open_stranger(*bytes, options.input);
    if (!workbook) return core::fail(workbook.error());
    storage::Database database =
        options.save ? shell.open_to_write(*options.file) : shell.open_to_read(*options.file);
    const auto period = period_for(database, options);
    if (!period) return core::fail(period.error());
    const auto layout = returns::current_layout(database, period->layout());
    if (!layout) return core::fail(layout.error());
    returns::StrangerDraft draft(database, *workbook, options.office, layout->layout);
    if (auto done = apply(draft, options); !done) return core::fail(done.error());
    const auto read = returns::read_by_map(database, *workbook, draft.map(), *period, {});
    if (!read) return core::fail(read.error());
    if (options.save) {
        storage::Transaction tx(database, shell.actor());
        if (auto done = returns::save_map(tx, draft.map()); !done) return core::fail(done.error());
        tx.commit();
    }
    Json document{{"office", options.office}, {"period", period->to_text()}, {"layout", layout->layout.name},
                  {"saved", options.save},    {"figures", read->figures},    {"undecided", draft.undecided()},
                  {"sheets", Json::array()},  {"findings", Json::array()}};
    std::string text;
    for (const returns::DraftSheet& one : draft.sheets()) {
        if (one.found.name.empty()) continue;
        document["sheets"].push_back({{"key", one.choices.plan.key},
                                      {"sheet", one.found.name},
                                      {"rows", lines_json(one.rows)},
                                      {"columns", lines_json(one.columns)}});
        text += fmt::format("{}{}  {}{}{}", text.empty() ? "" : "\n", one.choices.plan.key, one.found.name,
                            lines_text(one.columns), lines_text(one.rows));
    }
    for (const auto& placed : read->checked.findings)
        document["findings"].push_back(finding_json(placed.finding, placed.place, shell.out().language()));
    shell.out().answer(document, [&] {
        return text + fmt::format("\n{}  {}  {}", options.office, period->to_text(), read->figures) +
               finding_lines(document["findings"]);
    });
    return draft.undecided() > 0 || read->figures == 0 ? Exit::findings : Exit::done;
}

} // namespace

void add_map_words(Word word, Shell& shell, std::shared_ptr<const std::string> file) {
    const auto options = std::make_shared<Options>();
    options->file = std::move(file);
    Word mapped =
        word.add_word("map", "What the rows and columns of a spreadsheet from a district without Srok are");
    mapped.add_option("SHEET", options->input, "Its .xlsx").required();
    mapped.add_option("--office", options->office, "The district that sent it").required();
    mapped.add_option("--period", options->period, "Of which period; else the one after its last");
    mapped.add_option("--sheet", options->sheet, "The sheet of the file, where another was taken");
    mapped.add_option("--part", options->part,
                      "The sheet of the layout that is meant, by its key; else the first");
    mapped.add_option("--row", options->rows,
                      "'LABEL=KEY', which figure that row is; without a key it is left out");
    mapped.add_option("--column", options->columns,
                      "'HEADING=KEY', which group's total or female that column is");
    mapped.add_flag("--save", options->save, "From now on files of this office are read so");
    shell.on(mapped, [&shell, options] { return map(shell, *options); });
}

} // namespace ctl
