// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/stranger_reading.hpp"

#include "core/numerals.hpp"
#include "office/gazetteer_store.hpp"
#include "returns/layout_store.hpp"
#include "returns/sheet_values.hpp"
#include "returns/stranger_choices.hpp"
#include "returns/stranger_text.hpp"
#include "spreadsheet/decimal.hpp"

#include <algorithm>
#include <map>

namespace returns {
namespace {

using spreadsheet::Cell;
using spreadsheet::CellKind;

constexpr unsigned day_decimals = 3;

// In thousandths; days present have parts.
core::Expected<std::int64_t> read_figure(const Cell& cell, bool with_parts) {
    const std::string text{cell.text};
    const auto unreadable = [&] { return core::fail(core::Error{"number.unreadable"}.with("text", text)); };
    if (cell.formula) return core::fail(core::Error{"cell.formula"});
    if (cell.kind == CellKind::error) return core::fail(core::Error{"cell.error"}.with("text", text));
    if (cell.kind == CellKind::text) {
        const auto whole = core::read_integer(text);
        if (!whole || *whole < 0) return unreadable();
        if (!whole_number(std::to_string(*whole)))
            return core::fail(core::Error{"number.too-large"}.with("text", text));
        return *whole * thousand;
    }
    const auto plain = spreadsheet::plain_decimal(text, 4);
    if (cell.kind != CellKind::number || cell.date || !plain || plain->starts_with('-')) return unreadable();
    const auto parts = units(*plain, day_decimals);
    if (!parts || (!with_parts && *parts % thousand != 0)) return unreadable();
    if (!whole_number(std::to_string(*parts / thousand)))
        return core::fail(core::Error{"number.too-large"}.with("text", text));
    return *parts;
}

const StrangerWorkbook::Sheet* sheet_in(const StrangerWorkbook& workbook, const MapSheet& map) {
    if (const auto* named = workbook.find(map.sheet)) return named;
    // A sheet called after its month is another one each time.
    const StrangerWorkbook::Sheet* best = nullptr;
    std::size_t most = 0;
    for (const StrangerWorkbook::Sheet& one : workbook.sheets) {
        const auto found =
            lay_out(one, [&](std::string_view label) { return find_label(map.rows, label) != nullptr; });
        if (found.known <= most) continue;
        most = found.known;
        best = &one;
    }
    return best;
}

// One sheet of the map.
class SheetReading {
  public:
    SheetReading(const SheetChoices& choices, const MapSheet& map, const StrangerWorkbook::Sheet& sheet)
        : m_choices(choices)
        , m_map(map)
        , m_sheet(sheet)
        , m_found(lay_out(sheet,
                          [&](std::string_view label) { return find_label(map.rows, label) != nullptr; })) {}

    void read() {
        keys.sheet_name = m_sheet.name;
        keys.columns["label"] = m_found.label_column;
        keys.rows["heading"] = m_found.heading_row;
        find_places(Axis::row, m_found.rows);
        find_places(Axis::column, m_found.columns);
        for (const auto& [row, row_at] : m_rows)
            for (const auto& [column, column_at] : m_columns)
                read_cell(row, column, m_sheet.table.find(row_at, column_at));
        if (m_not_told > 0)
            find(Weight::hint, core::Error{"stranger.not-told"}.with("count", std::to_string(m_not_told)), {},
                 {});
        figures = values.size();
        if (!values.empty() && !has_all()) add_up();
    }

    SheetKeys keys;
    std::map<ValueKey, std::int64_t> values;
    std::vector<Finding> findings;
    std::size_t figures = 0;

  private:
    bool is_table() const { return m_choices.plan.kind == SheetPlan::Kind::table; }

    void find(Weight weight, core::Error what, std::string row, std::string column) {
        findings.push_back(
            {weight, std::move(what), {m_choices.plan.key, std::move(row), std::move(column)}});
    }

    void find_places(Axis axis, const std::vector<FoundLabel>& found) {
        auto& places = axis == Axis::row ? m_rows : m_columns;
        auto& shown = axis == Axis::row ? keys.rows : keys.columns;
        for (const FoundLabel& one : found) {
            const MapLabel* known = find_label(m_map.labels(axis), one.text);
            if (known == nullptr) {
                if (one.has_values) add_new(axis, one);
            } else if (!known->key.empty()) {
                places[known->key] = one.at;
                shown[known->key] = one.at;
            }
        }
        for (const MapLabel& one : m_map.labels(axis))
            if (!one.key.empty() && !places.contains(one.key))
                find(Weight::explain, core::Error{"stranger.gone"}.with("label", one.label),
                     axis == Axis::row ? one.key : std::string{},
                     axis == Axis::column ? one.key : std::string{});
    }

    void add_new(Axis axis, const FoundLabel& one) {
        const std::string key = "label:" + one.text;
        (axis == Axis::row ? keys.rows : keys.columns)[key] = one.at;
        find(Weight::block, core::Error{"stranger.new"}.with("label", one.text),
             axis == Axis::row ? key : "heading", axis == Axis::row ? "label" : key);
    }

    const Figure* figure_of(const std::string& row, const std::string& column) const {
        const std::string key = is_table() ? column.substr(0, column.rfind('.')) : row;
        const auto found = std::find_if(m_choices.figures.begin(), m_choices.figures.end(),
                                        [&](const Figure& one) { return one.key == key; });
        return found == m_choices.figures.end() ? nullptr : &*found;
    }

    void read_cell(const std::string& row, const std::string& column, const Cell* cell) {
        const Figure* figure = figure_of(row, column);
        const auto counted = figure == nullptr ? Counted::people : figure->counted;
        if (counted == Counted::classes && column.ends_with(".female")) return; // classes have no women
        if (cell == nullptr || (cell->text.empty() && !cell->formula)) {
            ++m_not_told;
            return;
        }
        const auto value = read_figure(*cell, counted == Counted::days_present);
        if (value)
            values[{m_choices.plan.key, row, column}] = *value;
        else
            find(Weight::block, value.error(), row, column);
    }

    std::string group_of(const ValueKey& key) const {
        return is_table() ? key.row : key.column.substr(0, key.column.rfind('.'));
    }

    bool has_all() const {
        return std::any_of(values.begin(), values.end(),
                           [&](const auto& one) { return group_of(one.first) == "all"; });
    }

    void add_up() {
        std::map<ValueKey, std::int64_t> sums;
        for (const auto& [key, value] : values) {
            ValueKey all = key;
            if (is_table())
                all.row = "all";
            else
                all.column = "all" + key.column.substr(key.column.rfind('.'));
            sums[all] += value;
        }
        values.merge(sums);
        find(Weight::hint, core::Error{"stranger.added-up"}.with("sheet", m_sheet.name), {}, {});
    }

    const SheetChoices& m_choices;
    const MapSheet& m_map;
    const StrangerWorkbook::Sheet& m_sheet;
    StrangerSheet m_found;
    std::map<std::string, std::uint32_t> m_rows;
    std::map<std::string, std::uint32_t> m_columns;
    std::size_t m_not_told = 0;
};

ReturnHead head_of(const storage::Database& database, const Layout& layout, const StrangerMap& map,
                   const ReturnPeriod& period, const StrangerHead& head) {
    ReturnHead full;
    full.layout = layout.id();
    full.office = map.office;
    if (const auto area = office::find_area(database, map.office)) {
        full.office_name_km = office::unit_km(*area);
        full.office_name = office::unit_en(*area);
    }
    full.uid = head.uid;
    full.period = period.to_text();
    full.version = head.version;
    full.built = head.read_at;
    full.by_map = true;
    return full;
}

} // namespace

core::Expected<StrangerReturn> read_by_map(const storage::Database& database,
                                           const StrangerWorkbook& workbook, const StrangerMap& map,
                                           const ReturnPeriod& period, const StrangerHead& head) {
    if (map.office.size() != 4 || !office::find_area(database, map.office))
        return core::fail(core::Error{"return.unknown-district"}.with("office", map.office));
    const auto current = current_layout(database, map.layout);
    if (!current) return core::fail(core::Error{"return.layout-unknown"}.with("layout", map.layout));
    const Layout& layout = current->layout;
    if (period.layout() != layout.name)
        return core::fail(core::Error{"stranger.other-period"}
                              .with("period", period.to_text())
                              .with("layout", layout.name));
    StrangerReturn read;
    CheckedFile& file = read.checked.file;
    std::string packed;
    CanonicalWriter writer(head_of(database, layout, map, period, head),
                           [&](std::string_view piece) { packed.append(piece); });
    std::vector<Finding> findings;
    for (const SheetChoices& choices : choices_of(database, layout)) {
        const MapSheet* mapped = map.sheet(choices.plan.key);
        if (mapped == nullptr) continue;
        const auto* sheet = sheet_in(workbook, *mapped);
        if (sheet == nullptr) {
            findings.push_back({Weight::block,
                                core::Error{"stranger.gone"}.with("label", mapped->sheet),
                                {choices.plan.key, {}, {}}});
            continue;
        }
        SheetReading one(choices, *mapped, *sheet);
        one.read();
        read.figures += one.figures;
        write_stranger_sheet(writer, choices, one.values);
        std::move(one.findings.begin(), one.findings.end(), std::back_inserter(findings));
        file.sheets[choices.plan.key] = std::move(one.keys);
    }
    write_stranger_findings(writer, findings);
    file.digest = writer.finish();
    auto canonical = read_canonical(packed, own_memory);
    if (!canonical) return core::fail(canonical.error());
    file.canonical = std::move(*canonical);
    file.content = std::move(packed);
    for (Finding& finding : findings_in(database, *file.canonical)) {
        core::Place place = file.place_of(finding.about);
        read.checked.findings.push_back({std::move(finding), std::move(place), {}});
    }
    return read;
}

} // namespace returns
