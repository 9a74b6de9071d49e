// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/stranger_draft.hpp"

#include <algorithm>

namespace returns {
namespace {

// Fewer known rows than this are chance.
constexpr std::size_t least_known = 3;

void free_key(std::vector<DraftLine>& lines, std::string_view key) {
    for (DraftLine& line : lines)
        if (!key.empty() && line.key == key) {
            line.key.clear();
            line.decided = false;
        }
}

bool has_key(const std::vector<DraftLine>& lines, std::string_view key) {
    return std::any_of(lines.begin(), lines.end(), [&](const DraftLine& line) { return line.key == key; });
}

// What the map before knew and the file has no longer stays in it, so that the reading names it as gone.
void add_gone(const std::vector<MapLabel>& before, const std::vector<DraftLine>& lines,
              std::vector<MapLabel>& into) {
    for (const MapLabel& one : before) {
        const bool here = std::any_of(lines.begin(), lines.end(),
                                      [&](const auto& line) { return line.label == one.label; });
        if (!here && (one.key.empty() || !has_key(lines, one.key))) into.push_back(one);
    }
}

} // namespace

std::vector<FigureChoice> DraftSheet::free_choices(Axis axis, const DraftLine& line) const {
    std::vector<FigureChoice> free;
    for (const FigureChoice& one : choices_for(axis))
        if (one.key == line.key || !has_key(lines(axis), one.key)) free.push_back(one);
    for (FigureChoice& one : choices.named_by(axis, line.label))
        if (one.key == line.key || !has_key(lines(axis), one.key)) free.push_back(std::move(one));
    return free;
}

StrangerDraft::StrangerDraft(const storage::Database& database, const StrangerWorkbook& workbook,
                             std::string office, const Layout& layout)
    : m_workbook(workbook)
    , m_before(find_map(database, office, layout.name).value_or(StrangerMap{office, layout.name, {}, {}})) {
    for (SheetChoices& choices : choices_of(database, layout)) {
        DraftSheet& sheet = m_sheets.emplace_back(DraftSheet{std::move(choices), {}, {}, {}});
        const MapSheet* before = m_before.sheet(sheet.choices.plan.key);
        const StrangerWorkbook::Sheet* best = before == nullptr ? nullptr : m_workbook.find(before->sheet);
        std::size_t known = least_known - 1;
        if (best == nullptr && (before != nullptr || m_before.sheets.empty()))
            for (const StrangerWorkbook::Sheet& one : m_workbook.sheets) {
                const StrangerSheet found = laid_out(sheet.choices, one);
                if (found.known <= known) continue;
                known = found.known;
                best = &one;
            }
        if (best != nullptr) recognise(sheet, *best);
    }
}

StrangerSheet StrangerDraft::laid_out(const SheetChoices& choices, const StrangerWorkbook::Sheet& in) const {
    const MapSheet* before = m_before.sheet(choices.plan.key);
    return lay_out(in, [&](std::string_view label) {
        return (before != nullptr && find_label(before->rows, label) != nullptr) ||
               recognise_row(choices, label).has_value();
    });
}

void StrangerDraft::recognise(DraftSheet& sheet, const StrangerWorkbook::Sheet& in) {
    const MapSheet* before = m_before.sheet(sheet.choices.plan.key);
    sheet.found = laid_out(sheet.choices, in);
    const StrangerSheet& found = sheet.found;
    const auto add = [&](Axis axis, const FoundLabel& label, const std::optional<std::string>& recognised) {
        const MapLabel* known = before == nullptr ? nullptr : find_label(before->labels(axis), label.text);
        if (known == nullptr && !recognised && !label.has_values) return;
        DraftLine line{label.text, {}, {}, false};
        line.cell = axis == Axis::row ? spreadsheet::cell_name(label.at, found.label_column)
                                      : spreadsheet::cell_name(found.heading_row, label.at);
        // Two rows of one name are both of them only one figure's.
        if (known != nullptr) {
            free_key(sheet.lines(axis), known->key);
            line = {line.label, line.cell, known->key, true};
        }
        if (known == nullptr && recognised && !has_key(sheet.lines(axis), *recognised))
            line = {line.label, line.cell, *recognised, true};
        sheet.lines(axis).push_back(std::move(line));
    };
    sheet.rows.clear();
    sheet.columns.clear();
    for (const FoundLabel& row : found.rows)
        add(Axis::row, row, recognise_row(sheet.choices, row.text));
    const auto keys = recognise_columns(sheet.choices, found.columns);
    for (std::size_t at = 0; at < found.columns.size(); ++at)
        add(Axis::column, found.columns[at], keys[at]);
}

std::size_t StrangerDraft::undecided() const {
    std::size_t count = 0;
    for (const DraftSheet& sheet : m_sheets)
        for (const Axis axis : {Axis::row, Axis::column})
            count +=
                static_cast<std::size_t>(std::count_if(sheet.lines(axis).begin(), sheet.lines(axis).end(),
                                                       [](const DraftLine& line) { return !line.decided; }));
    return count;
}

DraftSheet* StrangerDraft::find(std::string_view key) {
    const auto found = std::find_if(m_sheets.begin(), m_sheets.end(),
                                    [&](const DraftSheet& one) { return one.choices.plan.key == key; });
    return found == m_sheets.end() ? nullptr : &*found;
}

core::Expected<void> StrangerDraft::use_sheet(std::string_view key, std::string_view sheet) {
    DraftSheet* into = find(key);
    const StrangerWorkbook::Sheet* in = m_workbook.find(sheet);
    if (into == nullptr || (in == nullptr && !sheet.empty())) {
        std::string known;
        for (const std::string& name : m_workbook.names())
            known += (known.empty() ? "" : ", ") + name;
        return core::fail(
            core::Error{"stranger.no-sheet"}.with("sheet", std::string{sheet}).with("known", known));
    }
    *into = {std::move(into->choices), {}, {}, {}};
    if (in != nullptr) recognise(*into, *in);
    return {};
}

core::Expected<void> StrangerDraft::choose(std::string_view key_of_sheet, Axis axis, std::string_view label,
                                           std::string_view key) {
    DraftSheet* sheet = find(key_of_sheet);
    auto no_label = core::Error{"stranger.no-label"}.with("label", std::string{label});
    if (sheet == nullptr) return core::fail(std::move(no_label));
    auto& lines = sheet->lines(axis);
    const auto line =
        std::find_if(lines.begin(), lines.end(), [&](const DraftLine& one) { return one.label == label; });
    if (line == lines.end()) return core::fail(std::move(no_label));
    const bool good = axis == Axis::row ? sheet->choices.has_row(key) : sheet->choices.has_column(key);
    if (!good && !key.empty())
        return core::fail(core::Error{"stranger.no-key"}.with("key", std::string{key}));
    free_key(lines, key);
    line->key = key;
    line->decided = true;
    return {};
}

core::Expected<void> StrangerDraft::choose(Axis axis, std::string_view label, std::string_view key) {
    core::Expected<void> last =
        core::fail(core::Error{"stranger.no-label"}.with("label", std::string{label}));
    for (const DraftSheet& sheet : m_sheets) {
        auto done = choose(sheet.choices.plan.key, axis, label, key);
        if (done) return done;
        if (done.error().code == "stranger.no-key") last = std::move(done);
    }
    return last;
}

StrangerMap StrangerDraft::map() const {
    StrangerMap map{m_before.office, m_before.layout, m_before.last_period, {}};
    for (const DraftSheet& sheet : m_sheets) {
        const MapSheet* before = m_before.sheet(sheet.choices.plan.key);
        if (sheet.found.name.empty() || sheet.rows.empty() || sheet.columns.empty()) continue;
        MapSheet& into = map.sheets.emplace_back(MapSheet{sheet.choices.plan.key, sheet.found.name,
                                                          sheet.found.label_column, sheet.found.heading_row,
                                                          sheet.found.heading_rows});
        for (const Axis axis : {Axis::row, Axis::column}) {
            for (const DraftLine& line : sheet.lines(axis))
                if (line.decided) into.labels(axis).push_back({line.label, line.key});
            if (before != nullptr) add_gone(before->labels(axis), sheet.lines(axis), into.labels(axis));
        }
    }
    return map;
}

} // namespace returns
