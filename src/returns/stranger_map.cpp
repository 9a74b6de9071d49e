// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/stranger_map.hpp"

#include "core/words.hpp"
#include "office/gazetteer_store.hpp"
#include "office/office_store.hpp"
#include "storage/change.hpp"

#include <algorithm>

namespace returns {
namespace {

constexpr core::Words<Axis, 2> axes{{"row", "column"}};

constexpr std::string_view select_map = R"sql(
SELECT id, last_period FROM stranger_map WHERE office_code = ?1 AND layout = ?2)sql";

constexpr std::string_view select_sheets = R"sql(
SELECT sheet_key, sheet_name, label_column, heading_row, heading_rows FROM stranger_map_sheet
WHERE map_id = ?1 ORDER BY sheet_key)sql";

constexpr std::string_view select_labels = R"sql(
SELECT label, key FROM stranger_map_label WHERE map_id = ?1 AND sheet_key = ?2 AND axis = ?3 ORDER BY label)sql";

constexpr std::string_view select_last_periods = R"sql(
SELECT last_period FROM stranger_map WHERE office_code = ?1 AND last_period IS NOT NULL)sql";

constexpr std::string_view insert_map = R"sql(
INSERT INTO stranger_map (office_code, layout, saved_at) VALUES (?1, ?2, ?3)
ON CONFLICT (office_code, layout) DO UPDATE SET saved_at = excluded.saved_at)sql";

constexpr std::string_view delete_labels = "DELETE FROM stranger_map_label WHERE map_id = ?1";
constexpr std::string_view delete_sheets = "DELETE FROM stranger_map_sheet WHERE map_id = ?1";

constexpr std::string_view insert_sheet = R"sql(
INSERT INTO stranger_map_sheet (map_id, sheet_key, sheet_name, label_column, heading_row, heading_rows)
VALUES (?1, ?2, ?3, ?4, ?5, ?6))sql";

constexpr std::string_view insert_label = R"sql(
INSERT INTO stranger_map_label (map_id, sheet_key, axis, label, key) VALUES (?1, ?2, ?3, ?4, ?5))sql";

constexpr std::string_view update_last_period = R"sql(
UPDATE stranger_map SET last_period = ?3 WHERE office_code = ?1 AND layout = ?2)sql";

std::vector<MapLabel> read_labels(const storage::Database& database, std::int64_t id,
                                  const std::string& sheet, Axis axis) {
    std::vector<MapLabel> labels;
    auto row = database.query(select_labels, id, sheet, to_text(axis));
    while (row.step())
        labels.push_back({row.get<std::string>(0), row.get<std::optional<std::string>>(1).value_or("")});
    return labels;
}

} // namespace

std::string_view to_text(Axis axis) {
    return axes.text(axis);
}

const MapSheet* StrangerMap::sheet(std::string_view key) const {
    const auto found =
        std::find_if(sheets.begin(), sheets.end(), [&](const MapSheet& one) { return one.key == key; });
    return found == sheets.end() ? nullptr : &*found;
}

const MapLabel* find_label(const std::vector<MapLabel>& labels, std::string_view label) {
    const auto found =
        std::find_if(labels.begin(), labels.end(), [&](const MapLabel& one) { return one.label == label; });
    return found == labels.end() ? nullptr : &*found;
}

std::optional<StrangerMap> find_map(const storage::Database& database, std::string_view office,
                                    std::string_view layout) {
    auto one = database.query(select_map, office, layout);
    if (!one.step()) return std::nullopt;
    const auto id = one.get<std::int64_t>(0);
    StrangerMap map{
        std::string{office}, std::string{layout}, one.get<std::optional<std::string>>(1).value_or(""), {}};
    auto row = database.query(select_sheets, id);
    while (row.step()) {
        MapSheet sheet;
        sheet.key = row.get<std::string>(0);
        sheet.sheet = row.get<std::string>(1);
        sheet.label_column = static_cast<std::uint32_t>(row.get<std::int64_t>(2));
        sheet.heading_row = static_cast<std::uint32_t>(row.get<std::int64_t>(3));
        sheet.heading_rows = static_cast<std::uint32_t>(row.get<std::int64_t>(4));
        for (const Axis axis : {Axis::row, Axis::column})
            sheet.labels(axis) = read_labels(database, id, sheet.key, axis);
        map.sheets.push_back(std::move(sheet));
    }
    return map;
}

std::optional<ReturnPeriod> period_after(std::string_view text) {
    const auto period = ReturnPeriod::from_text(text);
    if (!period) return std::nullopt;
    const core::Day next{std::chrono::sys_days{period->last_day()} + std::chrono::days{1}};
    return ReturnPeriod::holding(next, period->kind()).with_layout(period->layout());
}

std::optional<ReturnPeriod> next_period(const storage::Database& database, std::string_view office) {
    std::vector<std::string> last;
    auto row = database.query(select_last_periods, office);
    while (row.step())
        last.push_back(row.get<std::string>(0));
    return last.size() == 1 ? period_after(last.front()) : std::nullopt;
}

core::Expected<void> save_map(storage::Transaction& tx, const StrangerMap& map) {
    const auto ours = office::load_office(tx.database()).area_code;
    const bool below = map.office.size() == 4 && ours.size() == 2 && map.office.starts_with(ours);
    if (!below || !office::find_area(tx.database(), map.office))
        return core::fail(core::Error{"return.unknown-district"}.with("office", map.office));
    const auto told = [](const std::vector<MapLabel>& labels) {
        return std::any_of(labels.begin(), labels.end(),
                           [](const MapLabel& one) { return !one.key.empty(); });
    };
    if (std::none_of(map.sheets.begin(), map.sheets.end(),
                     [&](const MapSheet& one) { return told(one.rows) && told(one.columns); }))
        return core::fail(core::Error{"stranger.empty-map"}.with("office", map.office));
    tx.run(insert_map, map.office, map.layout, tx.now());
    const auto id = tx.database().value<std::int64_t>(select_map, map.office, map.layout);
    tx.run(delete_labels, *id);
    tx.run(delete_sheets, *id);
    for (const MapSheet& sheet : map.sheets) {
        tx.run(insert_sheet, *id, sheet.key, sheet.sheet, std::int64_t{sheet.label_column},
               std::int64_t{sheet.heading_row}, std::int64_t{sheet.heading_rows});
        for (const Axis axis : {Axis::row, Axis::column})
            for (const MapLabel& one : sheet.labels(axis))
                tx.run(insert_label, *id, sheet.key, to_text(axis), one.label,
                       one.key.empty() ? std::nullopt : std::optional{one.key});
    }
    tx.audit(
        "return.map", "stranger_map", std::nullopt,
        storage::change_json({{"office", std::nullopt, map.office}, {"layout", std::nullopt, map.layout}}));
    return {};
}

void keep_last_period(storage::Transaction& tx, const StrangerMap& map, const ReturnPeriod& period) {
    tx.run(update_last_period, map.office, map.layout, period.to_text());
}

} // namespace returns
