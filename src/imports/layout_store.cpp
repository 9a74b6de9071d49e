// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/layout_store.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace imports {
namespace {

constexpr std::string_view read_layouts = R"sql(
SELECT digest, sheet, heading_rows, columns FROM import_layout WHERE kind = ?1)sql";

constexpr std::string_view write_layout = R"sql(
INSERT INTO import_layout (digest, kind, sheet, heading_rows, columns, actor, remembered_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (digest) DO UPDATE SET sheet = excluded.sheet, heading_rows = excluded.heading_rows,
    columns = excluded.columns, actor = excluded.actor, remembered_at = excluded.remembered_at)sql";

std::string to_json(const std::vector<RememberedLayout::Place>& places) {
    nlohmann::json json = nlohmann::json::array();
    for (const auto& place : places) {
        nlohmann::json one = {{"nth", place.nth}, {"means", to_text(place.meaning.field)}};
        if (place.meaning.field == Field::day) one["day"] = place.meaning.index;
        if (place.meaning.part != Part::whole) one["part"] = to_text(place.meaning.part);
        if (place.meaning.field == Field::subject) one["subject"] = place.subject;
        json.push_back(std::move(one));
    }
    return json.dump();
}

std::vector<RememberedLayout::Place> places_from_json(std::string_view text) {
    std::vector<RememberedLayout::Place> places;
    for (const nlohmann::json& one : nlohmann::json::parse(text)) {
        const auto field = field_from_text(one.at("means").get<std::string>());
        if (!field) continue;
        places.push_back({one.at("nth").get<std::uint32_t>(),
                          {*field, one.value("day", 0U), part_from_text(one.value("part", ""))},
                          one.value("subject", "")});
    }
    return places;
}

} // namespace

bool HeadingKeys::tell_nothing() const {
    return std::count_if(keys.begin(), keys.end(), [](const std::string& key) { return !key.empty(); }) < 2;
}

HeadingKeys heading_keys(const spreadsheet::Table& table, const Vocabulary& vocabulary, std::uint32_t first,
                         std::uint32_t rows) {
    HeadingKeys headings;
    for (std::uint32_t column = 0; column < table.facts().columns; ++column) {
        std::string key;
        bool ours = false;
        for (std::uint32_t row = first; row < first + rows; ++row) {
            const std::string_view text = table.text(row, column);
            ours = ours || vocabulary.meaning("heading", text) == "why";
            if (row > first) key += '\n';
            if (!text.empty()) key += word_key(text);
        }
        if (ours) continue;
        headings.keys.push_back(rows > 1 && key == "\n" ? std::string{} : std::move(key));
        headings.columns.push_back(column);
    }
    while (!headings.keys.empty() && headings.keys.back().empty()) {
        headings.keys.pop_back();
        headings.columns.pop_back();
    }
    return headings;
}

office::Digest digest_of(Kind kind, const HeadingKeys& headings) {
    std::string all{to_text(kind)};
    for (const std::string& key : headings.keys)
        all += '\t' + key;
    return office::digest(all);
}

std::optional<RememberedLayout> layout_to_remember(Kind kind, const FoundSheet& found,
                                                   const Vocabulary& vocabulary,
                                                   const std::vector<SubjectHeadings>& subjects) {
    const Layout& layout = found.layout;
    if (!layout.header_row) return std::nullopt;
    const auto rows = layout.first_row - *layout.header_row;
    const HeadingKeys headings = heading_keys(found.table, vocabulary, *layout.header_row, rows);
    if (headings.tell_nothing()) return std::nullopt;
    RememberedLayout remembered{digest_of(kind, headings), found.name, rows, {}};
    for (const Column& column : layout.columns) {
        const auto at = std::find(headings.columns.begin(), headings.columns.end(), column.column);
        // A column without a heading right of the last one is found by its content again.
        if (at == headings.columns.end()) continue;
        const bool subject = column.field == Field::subject;
        remembered.places.push_back({static_cast<std::uint32_t>(at - headings.columns.begin()),
                                     column.meaning(),
                                     subject ? subjects[column.index].names.front() : std::string{}});
    }
    return remembered;
}

std::vector<RememberedLayout> remembered_layouts(const storage::Database& database, Kind kind) {
    std::vector<RememberedLayout> layouts;
    storage::Statement rows = database.query(read_layouts, to_text(kind));
    while (rows.step())
        layouts.push_back({rows.get<office::Digest>(0), rows.get<std::string>(1),
                           static_cast<std::uint32_t>(rows.get<std::int64_t>(2)),
                           places_from_json(rows.get<std::string_view>(3))});
    return layouts;
}

void remember(storage::Transaction& tx, Kind kind, const RememberedLayout& layout) {
    tx.run(write_layout, layout.digest, to_text(kind), layout.sheet, layout.heading_rows,
           to_json(layout.places), tx.actor().name, tx.now());
}

void forget(storage::Transaction& tx, const office::Digest& digest) {
    tx.run("DELETE FROM import_layout WHERE digest = ?1", digest);
}

} // namespace imports
