// SPDX-License-Identifier: GPL-3.0-or-later
#include "staff/educator_store.hpp"

#include "core/name_keys.hpp"
#include "storage/change.hpp"

#include <stdexcept>

namespace staff {
namespace {

using storage::Database;
using storage::Transaction;

constexpr std::string_view insert_educator = R"sql(
INSERT INTO educator (uid, name_km, name, folded_km, folded, sort_key, sex, institution_id, contract, phone, first_day,
                      last_day)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12))sql";

constexpr std::string_view change_educator = R"sql(
UPDATE educator SET name_km = ?2, name = ?3, folded_km = ?4, folded = ?5, sort_key = ?6, sex = ?7, institution_id = ?8,
                    contract = ?9, phone = ?10, first_day = ?11, last_day = ?12
WHERE id = ?1)sql";

constexpr std::string_view select_by_id = R"sql(
SELECT id, uid, name_km, name, sex, institution_id, contract, phone, first_day, last_day
FROM educator WHERE id = ?1)sql";

constexpr std::string_view select_by_uid = R"sql(
SELECT id, uid, name_km, name, sex, institution_id, contract, phone, first_day, last_day
FROM educator WHERE uid = ?1)sql";

constexpr std::string_view select_all = R"sql(
SELECT id, uid, name_km, name, sex, institution_id, contract, phone, first_day, last_day
FROM educator ORDER BY sort_key, id)sql";

constexpr std::string_view select_of_institution = R"sql(
SELECT id, uid, name_km, name, sex, institution_id, contract, phone, first_day, last_day
FROM educator WHERE institution_id = ?1 ORDER BY sort_key, id)sql";

Educator read(const storage::Statement& row) {
    Educator educator;
    educator.id = row.get<EducatorId>(0);
    educator.uid = row.get<core::Uid>(1);
    educator.name_km = row.get<std::string>(2);
    educator.name = row.get<std::string>(3);
    educator.sex = core::sex_from_text(row.get<std::string_view>(4));
    educator.institution = row.get<std::optional<institutions::InstitutionId>>(5);
    educator.contract = contract_from_text(row.get<std::string_view>(6)).value();
    educator.phone = row.get<std::optional<std::string>>(7);
    educator.first_day = row.get<std::optional<core::Day>>(8);
    educator.last_day = row.get<std::optional<core::Day>>(9);
    return educator;
}

std::optional<Educator> read_one(storage::Statement row) {
    if (!row.step()) return std::nullopt;
    return read(row);
}

std::vector<Educator> read_all(storage::Statement row) {
    std::vector<Educator> all;
    while (row.step())
        all.push_back(read(row));
    return all;
}

std::optional<core::Error> first_fault(const Database& database, const Educator& educator) {
    if (auto found = faults(educator); !found.empty()) return std::move(found.front());
    if (educator.institution &&
        !database.value<int>("SELECT 1 FROM institution WHERE id = ?1", *educator.institution))
        return core::Error{"institution.unknown"}.with("field", "institution");
    return std::nullopt;
}

storage::Fields fields(const Educator& educator) {
    const auto day = [](const std::optional<core::Day>& value) {
        return value ? std::optional{core::to_iso(*value)} : std::nullopt;
    };
    return {
        {"name_km", educator.name_km},
        {"name", educator.name},
        {"sex", std::string{core::to_text(educator.sex.value())}},
        {"institution_id", educator.institution ? std::optional{std::to_string(
                                                      static_cast<std::int64_t>(*educator.institution))}
                                                : std::nullopt},
        {"contract", std::string{to_text(educator.contract)}},
        {"phone", educator.phone},
        {"first_day", day(educator.first_day)},
        {"last_day", day(educator.last_day)},
    };
}

core::Expected<Educator> insert(Transaction& tx, const Educator& given) {
    Educator educator = tidied(given);
    if (auto fault = first_fault(tx.database(), educator)) return core::fail(std::move(*fault));
    if (educator.uid == core::Uid{}) educator.uid = tx.new_uid();
    const auto keys = core::name_keys(educator.name_km, educator.name);
    educator.id = tx.insert<EducatorId>(
        insert_educator, educator.uid, educator.name_km, educator.name, keys.folded_km, keys.folded,
        keys.sort_key, core::to_text(educator.sex.value()), educator.institution, to_text(educator.contract),
        educator.phone, educator.first_day, educator.last_day);
    return educator;
}

} // namespace

core::Expected<EducatorId> add_educator(Transaction& tx, const Educator& educator) {
    const auto added = insert(tx, educator);
    if (!added) return core::fail(added.error());
    tx.audit("educator.add", "educator", added->uid,
             storage::change_json(storage::changes_between({}, fields(*added))));
    return added->id;
}

core::Expected<EducatorId> add_in_bulk(Transaction& tx, const Educator& educator) {
    return insert(tx, educator).map([](const Educator& added) { return added.id; });
}

core::Expected<void> update_educator(Transaction& tx, const Educator& given) {
    const Educator was = load_educator(tx.database(), given.id);
    const Educator is = tidied(given);
    if (auto fault = first_fault(tx.database(), is)) return core::fail(std::move(*fault));
    const auto changes = storage::changes_between(fields(was), fields(is));
    if (changes.empty()) return {};
    const auto keys = core::name_keys(is.name_km, is.name);
    tx.run(change_educator, is.id, is.name_km, is.name, keys.folded_km, keys.folded, keys.sort_key,
           core::to_text(is.sex.value()), is.institution, to_text(is.contract), is.phone, is.first_day,
           is.last_day);
    tx.audit("educator.update", "educator", was.uid, storage::change_json(changes));
    return {};
}

Educator load_educator(const Database& database, EducatorId id) {
    auto educator = find_educator(database, id);
    if (!educator) throw std::logic_error("an educator that is not there");
    return *std::move(educator);
}

std::optional<Educator> find_educator(const Database& database, EducatorId id) {
    return read_one(database.query(select_by_id, id));
}

std::optional<Educator> find_by_uid(const Database& database, const core::Uid& uid) {
    return read_one(database.query(select_by_uid, uid));
}

std::vector<Educator> list_educators(const Database& database) {
    return read_all(database.query(select_all));
}

std::vector<Educator> educators_of(const Database& database, institutions::InstitutionId institution) {
    return read_all(database.query(select_of_institution, institution));
}

} // namespace staff
