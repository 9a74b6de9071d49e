// SPDX-License-Identifier: GPL-3.0-or-later
#include "institutions/institution_store.hpp"

#include "core/fold.hpp"
#include "core/name_keys.hpp"
#include "storage/change.hpp"

#include <stdexcept>

namespace institutions {
namespace {

using storage::Database;
using storage::Transaction;

constexpr std::string_view insert_institution = R"sql(
INSERT INTO institution (uid, kind, site, code, name_km, name, folded_km, folded, sort_key, village_code, phone,
                         closed_on)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12))sql";

constexpr std::string_view change_institution = R"sql(
UPDATE institution SET kind = ?2, site = ?3, code = ?4, name_km = ?5, name = ?6, folded_km = ?7, folded = ?8,
                       sort_key = ?9, village_code = ?10, phone = ?11, closed_on = ?12
WHERE id = ?1)sql";

constexpr std::string_view select_by_id = R"sql(
SELECT id, uid, kind, site, code, name_km, name, village_code, phone, closed_on
FROM institution WHERE id = ?1)sql";

constexpr std::string_view select_by_uid = R"sql(
SELECT id, uid, kind, site, code, name_km, name, village_code, phone, closed_on
FROM institution WHERE uid = ?1)sql";

constexpr std::string_view select_by_code = R"sql(
SELECT id, uid, kind, site, code, name_km, name, village_code, phone, closed_on
FROM institution WHERE code = ?1)sql";

constexpr std::string_view select_by_name = R"sql(
SELECT id, uid, kind, site, code, name_km, name, village_code, phone, closed_on
FROM institution WHERE folded_km = ?1 OR folded = ?1 ORDER BY sort_key, id)sql";

constexpr std::string_view select_all = R"sql(
SELECT id, uid, kind, site, code, name_km, name, village_code, phone, closed_on
FROM institution ORDER BY sort_key, id)sql";

Institution read(const storage::Statement& row) {
    Institution institution;
    institution.id = row.get<InstitutionId>(0);
    institution.uid = row.get<core::Uid>(1);
    institution.kind = kind_from_text(row.get<std::string_view>(2)).value();
    if (!row.is_null(3)) institution.site = site_from_text(row.get<std::string_view>(3));
    institution.code = row.get<std::optional<std::string>>(4);
    institution.name_km = row.get<std::string>(5);
    institution.name = row.get<std::string>(6);
    institution.village_code = row.get<std::optional<std::string>>(7);
    institution.phone = row.get<std::optional<std::string>>(8);
    institution.closed_on = row.get<std::optional<core::Day>>(9);
    return institution;
}

std::optional<Institution> read_one(storage::Statement row) {
    if (!row.step()) return std::nullopt;
    return read(row);
}

std::vector<Institution> read_all(storage::Statement row) {
    std::vector<Institution> all;
    while (row.step())
        all.push_back(read(row));
    return all;
}

std::optional<std::string_view> site_text(const Institution& institution) {
    if (!institution.site) return std::nullopt;
    return to_text(*institution.site);
}

std::optional<core::Error> first_fault(const Database& database, const Institution& institution) {
    if (auto found = faults(institution); !found.empty()) return std::move(found.front());
    if (institution.village_code &&
        !database.value<int>("SELECT 1 FROM area WHERE code = ?1", *institution.village_code))
        return core::Error{"village.unknown"}
            .with("field", "village_code")
            .with("code", *institution.village_code);
    if (institution.code) {
        const auto bearer = find_by_code(database, *institution.code);
        if (bearer && bearer->id != institution.id)
            return core::Error{"institution.code-taken"}
                .with("field", "code")
                .with("code", *institution.code);
    }
    return std::nullopt;
}

storage::Fields fields(const Institution& institution) {
    return {
        {"kind", std::string{to_text(institution.kind)}},
        {"site", institution.site ? std::optional{std::string{to_text(*institution.site)}} : std::nullopt},
        {"code", institution.code},
        {"name_km", institution.name_km},
        {"name", institution.name},
        {"village_code", institution.village_code},
        {"phone", institution.phone},
        {"closed_on",
         institution.closed_on ? std::optional{core::to_iso(*institution.closed_on)} : std::nullopt},
    };
}

core::Expected<Institution> insert(Transaction& tx, const Institution& given) {
    Institution institution = tidied(given);
    institution.id = {};
    if (auto fault = first_fault(tx.database(), institution)) return core::fail(std::move(*fault));
    if (institution.uid == core::Uid{}) institution.uid = tx.new_uid();
    const auto keys = core::name_keys(institution.name_km, institution.name);
    institution.id = tx.insert<InstitutionId>(
        insert_institution, institution.uid, to_text(institution.kind), site_text(institution),
        institution.code, institution.name_km, institution.name, keys.folded_km, keys.folded, keys.sort_key,
        institution.village_code, institution.phone, institution.closed_on);
    return institution;
}

} // namespace

core::Expected<InstitutionId> add_institution(Transaction& tx, const Institution& institution) {
    const auto added = insert(tx, institution);
    if (!added) return core::fail(added.error());
    tx.audit("institution.add", "institution", added->uid,
             storage::change_json(storage::changes_between({}, fields(*added))));
    return added->id;
}

core::Expected<InstitutionId> add_in_bulk(Transaction& tx, const Institution& institution) {
    return insert(tx, institution).map([](const Institution& added) { return added.id; });
}

core::Expected<void> update_institution(Transaction& tx, const Institution& given) {
    const Institution was = load_institution(tx.database(), given.id);
    const Institution is = tidied(given);
    if (auto fault = first_fault(tx.database(), is)) return core::fail(std::move(*fault));
    const auto changes = storage::changes_between(fields(was), fields(is));
    if (changes.empty()) return {};
    const auto keys = core::name_keys(is.name_km, is.name);
    tx.run(change_institution, is.id, to_text(is.kind), site_text(is), is.code, is.name_km, is.name,
           keys.folded_km, keys.folded, keys.sort_key, is.village_code, is.phone, is.closed_on);
    tx.audit("institution.update", "institution", was.uid, storage::change_json(changes));
    return {};
}

Institution load_institution(const Database& database, InstitutionId id) {
    auto institution = find_institution(database, id);
    if (!institution) throw std::logic_error("an institution that is not there");
    return *std::move(institution);
}

std::optional<Institution> find_institution(const Database& database, InstitutionId id) {
    return read_one(database.query(select_by_id, id));
}

std::optional<Institution> find_by_uid(const Database& database, const core::Uid& uid) {
    return read_one(database.query(select_by_uid, uid));
}

std::optional<Institution> find_by_code(const Database& database, std::string_view code) {
    return read_one(database.query(select_by_code, code));
}

std::vector<Institution> find_by_name(const Database& database, std::string_view name) {
    const std::string folded = core::fold_name(name);
    if (folded.empty()) return {};
    return read_all(database.query(select_by_name, folded));
}

std::vector<Institution> list_institutions(const Database& database) {
    return read_all(database.query(select_all));
}

} // namespace institutions
