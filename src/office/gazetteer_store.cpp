// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/gazetteer_store.hpp"

#include "core/fold.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace office {
namespace {

constexpr std::string_view insert_area = R"sql(
INSERT INTO area (code, type, name_km, name, folded_km, folded, valid_from, valid_to, decree)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9))sql";

constexpr std::string_view insert_former_name = R"sql(
INSERT INTO area_former_name (area_code, valid_to, type, name_km, name) VALUES (?1, ?2, ?3, ?4, ?5))sql";

constexpr std::string_view insert_successor = R"sql(
INSERT INTO area_successor (old_code, new_code, since, decree) VALUES (?1, ?2, ?3, ?4))sql";

constexpr std::string_view insert_code_list = R"sql(
INSERT INTO code_list (name, version, digest, loaded_at) VALUES ('gazetteer', ?1, ?2, ?3))sql";

constexpr std::string_view select_area = R"sql(
SELECT code, type, name_km, name, valid_from, valid_to, decree FROM area WHERE code = ?1)sql";

// The first name that ended on or after the day is the one that stood on it.
constexpr std::string_view select_former_name = R"sql(
SELECT type, name_km, name FROM area_former_name
WHERE area_code = ?1 AND valid_to >= ?2 ORDER BY valid_to LIMIT 1)sql";

constexpr std::string_view select_below = R"sql(
SELECT code, type, name_km, name, valid_from, valid_to, decree FROM area
WHERE code >= ?1 AND code < ?2 AND length(code) = ?3 AND valid_to IS NULL ORDER BY code)sql";

constexpr std::string_view select_successors = R"sql(
SELECT new_code FROM area_successor WHERE old_code = ?1 ORDER BY new_code)sql";

constexpr std::string_view select_named_km = R"sql(
SELECT code, name_km FROM area
WHERE folded_km IN (?1, ?2) AND code >= ?3 AND code < ?4 AND length(code) = ?5 AND valid_to IS NULL)sql";

constexpr std::string_view select_named = R"sql(
SELECT code, name FROM area
WHERE folded IN (?1, ?2) AND code >= ?3 AND code < ?4 AND length(code) = ?5 AND valid_to IS NULL)sql";

constexpr std::size_t district_digits = 4;
constexpr std::size_t commune_digits = 6;
constexpr std::size_t village_digits = 8;

AreaType read_type(const storage::Statement& row, int column) {
    const auto type = area_type_from_text(row.get<std::string_view>(column));
    if (!type) throw core::WorldFailure(core::Error{"file.damaged"}.with("detail", "area.type"));
    return *type;
}

Area read_area(const storage::Statement& row) {
    return {row.get<std::string>(0),
            read_type(row, 1),
            row.get<std::string>(2),
            row.get<std::string>(3),
            row.get<std::optional<core::Day>>(4),
            row.get<std::optional<core::Day>>(5),
            row.get<std::optional<std::string>>(6)};
}

// Past every code that begins with `code`: ':' follows '9'.
std::string end_of(std::string_view code) {
    return std::string{code} + ":";
}

// Digits alone are looked up among the Khmer names, which are full of them.
bool has_latin(std::string_view key) {
    return std::any_of(key.begin(), key.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// A unit's name as it was typed, without its word. `bare`: the word was not typed either.
struct TypedName {
    std::string_view name;
    bool bare = true;
};

// Units of that many digits below `within` that are called so.
std::vector<std::string> named(const storage::Database& database, std::string_view within, TypedName typed,
                               AreaType unit, std::size_t digits) {
    const std::string_view name = typed.name;
    const std::string key = core::fold_name(name);
    if (key.empty()) return {};
    // Some villages carry the word in their name ("ភូមិថ្មី"), and clerks add it to others or leave it out.
    const std::string with_unit = core::fold_name(khmer_unit(unit)) + key;
    auto row = database.query(has_latin(key) ? select_named : select_named_km, key, with_unit, within,
                              end_of(within), static_cast<std::int64_t>(digits));
    std::vector<std::string> all;
    std::vector<std::string> exact;
    while (row.step()) {
        all.push_back(row.get<std::string>(0));
        if (row.get<std::string_view>(1) == name) exact.push_back(all.back());
    }
    std::sort(all.begin(), all.end());
    // A bare name written exactly so is that unit, though others fold to the same; after the word, "ភូមិថ្មី" may
    // be ថ្មី or ភូមិថ្មី.
    return typed.bare && exact.size() == 1 ? exact : all;
}

std::string_view without_latin_unit(std::string_view name) {
    for (const std::string_view unit : {"Phum ", "phum ", "PHUM "})
        if (name.starts_with(unit)) return name.substr(unit.size());
    return name;
}

// A commune's or district's name stands after its word, or alone.
std::string name_alone(std::string_view text, std::string WrittenPlace::*part) {
    const WrittenPlace place = read_place(text);
    return (place.*part).empty() ? place.village : place.*part;
}

// Where to look for the village: all of `within`, or what the line or the commune's own column narrows it to.
std::vector<std::string> narrowed(const storage::Database& database, std::string_view within,
                                  const WrittenPlace& place, std::string_view commune) {
    std::vector<std::string> places{std::string{within}};
    const auto narrow = [&](std::string_view name, AreaType unit, std::size_t digits, bool from_province) {
        if (name.empty()) return;
        std::vector<std::string> found;
        for (const std::string& one : places)
            for (std::string& code :
                 named(database, from_province ? one.substr(0, 2) : one, {name}, unit, digits))
                found.push_back(std::move(code));
        places = std::move(found);
    };
    // A learner may come from the next district.
    narrow(place.district, AreaType::srok, district_digits, true);
    narrow(place.commune.empty() ? name_alone(commune, &WrittenPlace::commune) : place.commune,
           AreaType::khum, commune_digits, false);
    return places;
}

} // namespace

void load_gazetteer(storage::Transaction& tx, const Gazetteer& gazetteer) {
    for (const Area& area : gazetteer.areas)
        tx.run(insert_area, area.code, to_text(area.type), area.name_km, area.name,
               core::fold_name(area.name_km), core::fold_name(area.name), area.valid_from, area.valid_to,
               area.decree);
    for (const FormerName& former : gazetteer.former_names)
        tx.run(insert_former_name, former.code, former.valid_to, to_text(former.type), former.name_km,
               former.name);
    for (const Successor& successor : gazetteer.successors)
        tx.run(insert_successor, successor.old_code, successor.new_code, successor.since, successor.decree);
    tx.run(insert_code_list, gazetteer.version, gazetteer.digest, tx.now());
    tx.audit("gazetteer.load", "area", std::nullopt,
             fmt::format(R"({{"version":"{}","areas":{}}})", gazetteer.version, gazetteer.areas.size()));
}

std::optional<Area> find_area(const storage::Database& database, std::string_view code) {
    auto row = database.query(select_area, code);
    if (!row.step()) return std::nullopt;
    return read_area(row);
}

std::optional<Area> find_area_on(const storage::Database& database, std::string_view code, core::Day day) {
    auto area = find_area(database, code);
    if (!area || (area->valid_from && day < *area->valid_from) || (area->valid_to && day > *area->valid_to))
        return std::nullopt;
    auto former = database.query(select_former_name, code, day);
    if (former.step()) {
        area->type = read_type(former, 0);
        area->name_km = former.get<std::string>(1);
        area->name = former.get<std::string>(2);
    }
    return area;
}

std::vector<Area> areas_below(const storage::Database& database, std::string_view code) {
    auto row = database.query(select_below, code, end_of(code), static_cast<std::int64_t>(code.size() + 2));
    std::vector<Area> areas;
    while (row.step())
        areas.push_back(read_area(row));
    return areas;
}

std::vector<Area> area_line(const storage::Database& database, std::string_view code, core::Day day) {
    std::vector<Area> line;
    for (std::size_t digits = code.size(); digits >= 2; digits -= 2)
        if (auto area = find_area_on(database, code.substr(0, digits), day)) line.push_back(*std::move(area));
    return line;
}

std::vector<std::string> successors_of(const storage::Database& database, std::string_view old_code) {
    auto row = database.query(select_successors, old_code);
    std::vector<std::string> codes;
    while (row.step())
        codes.push_back(row.get<std::string>(0));
    return codes;
}

VillageMatch find_village(const storage::Database& database, std::string_view within, std::string_view typed,
                          std::string_view commune) {
    if (const auto code = read_area_code(typed); code && code->size() == village_digits)
        return find_area(database, *code) ? VillageMatch{{*code}} : VillageMatch{};
    const WrittenPlace place = read_place(typed);
    const std::string_view name = without_latin_unit(place.village);
    VillageMatch match;
    for (const std::string& one : narrowed(database, within, place, commune))
        for (std::string& code :
             named(database, one, {name, typed.starts_with(name)}, AreaType::phum, village_digits))
            match.codes.push_back(std::move(code));
    return match;
}

} // namespace office
