// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/office_store.hpp"

#include "core/collation.hpp"
#include "office/gazetteer_store.hpp"
#include "office/holiday_store.hpp"
#include "office/key_store.hpp"

#include <nlohmann/json.hpp>

namespace office {
namespace {

constexpr std::string_view insert_office = R"sql(
INSERT INTO office (id, uid, level, area_code, institution_code, name_km, name, sample, created_at)
VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8))sql";

constexpr std::string_view select_office = R"sql(
SELECT uid, level, area_code, institution_code, name_km, name, generation, sample, created_at, set_up_ended_at
FROM office WHERE id = 1)sql";

constexpr std::string_view update_names = R"sql(UPDATE office SET name_km = ?1, name = ?2 WHERE id = 1)sql";

constexpr std::string_view select_setting = R"sql(SELECT value FROM setting WHERE key = ?1)sql";

constexpr std::string_view upsert_setting = R"sql(
INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value)sql";

constexpr std::string_view key_version = "sort-key-version";
constexpr std::string_view backup_moment = "last-backup";

[[noreturn]] void throw_damaged(const char* detail) {
    throw core::WorldFailure(core::Error{"file.damaged"}.with("detail", detail));
}

// What was asked, checked and completed from the gazetteer, before any file stands.
core::Expected<Office> complete(const NewOffice& wanted) {
    const auto code = read_area_code(wanted.area_code);
    const Area* area = code ? find_area(shipped_gazetteer(), *code) : nullptr;
    if (area == nullptr) return core::fail(core::Error{"area.unknown"}.with("code", wanted.area_code));
    if (area->code.size() > 4) return core::fail(core::Error{"area.level"}.with("code", area->code));
    Office office;
    office.area_code = area->code;
    office.sample = wanted.sample;
    office.institution_code = wanted.institution_code;
    office.level = wanted.institution_code  ? Level::institution
                   : area->code.size() == 2 ? Level::province
                                            : Level::district;
    office.name_km = wanted.name_km;
    office.name = wanted.name;
    if (office.name_km.empty()) {
        if (office.level == Level::institution) return core::fail({"office.name-needed"});
        office.name_km = default_name_km(*area);
        if (office.name.empty()) office.name = default_name(*area);
    }
    return office;
}

void fill(storage::Database& database, const Office& office) {
    storage::Transaction tx(database, {});
    const core::Uid uid = tx.new_uid();
    tx.run(insert_office, uid, to_text(office.level), office.area_code, office.institution_code,
           office.name_km, office.name, office.sample, tx.now());
    tx.audit("office.create", "office", uid,
             nlohmann::ordered_json{{"area_code", office.area_code}, {"name_km", office.name_km}}.dump());
    load_gazetteer(tx, shipped_gazetteer());
    load_holidays(tx, shipped_holidays());
    add_signing_key(tx, SigningKey::make(database.random()), {}, office.sample);
    set_setting(tx, key_version, core::sort_key_version());
    tx.commit();
}

void remove_file(const std::filesystem::path& path) {
    for (const char* suffix : {"", "-wal", "-shm", ".lock"}) {
        std::filesystem::path leftover = path;
        leftover += suffix;
        std::error_code ignored;
        std::filesystem::remove(leftover, ignored);
    }
}

} // namespace

core::Expected<storage::Database> create_office(const std::filesystem::path& path,
                                                storage::Environment environment, NewOffice wanted) {
    const auto office = complete(wanted);
    if (!office) return core::fail(office.error());
    // The lock keeps other writers out until it is filled; a reader who comes before finds no office in it.
    std::optional<storage::Database> database{storage::Database::create(path, environment)};
    try {
        fill(*database, *office);
    } catch (...) {
        database.reset();
        remove_file(path);
        throw;
    }
    return std::move(*database);
}

core::Expected<storage::Database> create_office_in_memory(storage::Environment environment,
                                                          NewOffice wanted) {
    const auto office = complete(wanted);
    if (!office) return core::fail(office.error());
    storage::Database database = storage::Database::in_memory(environment);
    fill(database, *office);
    return database;
}

Office load_office(const storage::Database& database) {
    auto row = database.query(select_office);
    if (!row.step()) throw_damaged("no office");
    const auto level = level_from_text(row.get<std::string_view>(1));
    if (!level) throw_damaged("office.level");
    Office office;
    office.uid = row.get<core::Uid>(0);
    office.level = *level;
    office.area_code = row.get<std::string>(2);
    office.institution_code = row.get<std::optional<std::string>>(3);
    office.name_km = row.get<std::string>(4);
    office.name = row.get<std::string>(5);
    office.generation = row.get<int>(6);
    office.sample = row.get<bool>(7);
    office.created_at = row.get<core::Moment>(8);
    office.set_up_ended_at = row.get<std::optional<core::Moment>>(9);
    return office;
}

Area load_area(const storage::Database& database, const Office& office) {
    auto area = find_area(database, office.area_code);
    if (!area) throw_damaged("office.area_code");
    return *std::move(area);
}

void rename_office(storage::Transaction& tx, const std::string& name_km, const std::string& name) {
    const Office before = load_office(tx.database());
    tx.run(update_names, name_km, name);
    tx.audit(
        "office.rename", "office", before.uid,
        nlohmann::ordered_json{{"name_km", {before.name_km, name_km}}, {"name", {before.name, name}}}.dump());
}

std::optional<std::string> setting(const storage::Database& database, std::string_view key) {
    return database.value<std::string>(select_setting, key);
}

void set_setting(storage::Transaction& tx, std::string_view key, std::string_view value) {
    const std::string before = setting(tx.database(), key).value_or("");
    tx.run(upsert_setting, key, value);
    tx.audit("setting.change", "setting", std::nullopt,
             nlohmann::ordered_json{{key, {before, value}}}.dump());
}

std::optional<core::Moment> last_backup(const storage::Database& database) {
    const auto text = setting(database, backup_moment);
    return text ? core::moment_from_iso(*text) : std::nullopt;
}

bool keys_are_current(const storage::Database& database) {
    return setting(database, key_version) == core::sort_key_version();
}

} // namespace office
