// SPDX-License-Identifier: GPL-3.0-or-later
#include "classes/class_store.hpp"

#include "core/fold.hpp"
#include "core/name_keys.hpp"
#include "core/tidy.hpp"
#include "office/period_lock.hpp"
#include "programmes/pack_store.hpp"
#include "storage/change.hpp"

#include <algorithm>
#include <stdexcept>

namespace classes {
namespace {

using storage::Database;
using storage::Transaction;

constexpr std::string_view insert_class = R"sql(
INSERT INTO class (uid, name_km, name, folded_km, sort_key, pack_id, level, institution_id, first_day, last_day,
                   weekdays, session_minutes, open_entry, capacity, multigrade)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15))sql";

constexpr std::string_view change_class = R"sql(
UPDATE class SET name_km = ?2, name = ?3, folded_km = ?4, sort_key = ?5, level = ?6, institution_id = ?7, first_day = ?8,
                 last_day = ?9, weekdays = ?10, session_minutes = ?11, open_entry = ?12, capacity = ?13,
                 multigrade = ?14
WHERE id = ?1)sql";

constexpr std::string_view select_class = R"sql(
SELECT id, uid, name_km, name, pack_id, level, institution_id, first_day, last_day, weekdays, session_minutes,
       open_entry, capacity, multigrade, status, closed_on
FROM class WHERE id = ?1)sql";

constexpr std::string_view select_educators = R"sql(
SELECT educator_id FROM class_educator WHERE class_id = ?1 ORDER BY educator_id)sql";

constexpr std::string_view insert_class_educator = R"sql(
INSERT INTO class_educator (class_id, educator_id) VALUES (?1, ?2))sql";

constexpr std::string_view select_open_names = R"sql(
SELECT id, folded_km, name FROM class WHERE status = 'open' ORDER BY id)sql";

constexpr std::string_view count_outside = R"sql(
SELECT count(*) FROM enrolment WHERE class_id = ?1 AND (first_day < ?2 OR coalesce(last_day, first_day) > ?3))sql";

constexpr std::string_view step_status = R"sql(
UPDATE class SET status = ?3 WHERE id = ?1 AND status = ?2)sql";

Class read(const storage::Statement& row) {
    Class c;
    c.id = row.get<ClassId>(0);
    c.uid = row.get<core::Uid>(1);
    c.name_km = row.get<std::string>(2);
    c.name = row.get<std::string>(3);
    c.pack = row.get<programmes::PackId>(4);
    c.level = row.get<std::optional<std::string>>(5);
    c.institution = row.get<institutions::InstitutionId>(6);
    c.first_day = row.get<core::Day>(7);
    c.last_day = row.get<core::Day>(8);
    c.weekdays = Weekdays::from_text(row.get<std::string_view>(9)).value();
    c.session_minutes = row.get<int>(10);
    c.open_entry = row.get<bool>(11);
    c.capacity = row.get<std::optional<int>>(12);
    c.multigrade = row.get<bool>(13);
    c.status = status_from_text(row.get<std::string_view>(14)).value();
    c.closed_on = row.get<std::optional<core::Day>>(15);
    return c;
}

std::vector<staff::EducatorId> read_educators(const Database& database, ClassId id) {
    std::vector<staff::EducatorId> educators;
    storage::Statement row = database.query(select_educators, id);
    while (row.step())
        educators.push_back(row.get<staff::EducatorId>(0));
    return educators;
}

void write_educators(Transaction& tx, const Class& c) {
    tx.run("DELETE FROM class_educator WHERE class_id = ?1", c.id);
    for (staff::EducatorId educator : c.educators)
        tx.run(insert_class_educator, c.id, educator);
}

std::optional<core::Error> first_fault(const Database& database, const Class& c) {
    if (auto found = faults(c); !found.empty()) return std::move(found.front());
    if (!database.value<int>("SELECT 1 FROM institution WHERE id = ?1", c.institution))
        return core::Error{"institution.unknown"}.with("field", "institution");
    for (staff::EducatorId educator : c.educators)
        if (!database.value<int>("SELECT 1 FROM educator WHERE id = ?1", educator))
            return core::Error{"educator.unknown"}.with("field", "educators");
    if (!c.level) return std::nullopt;
    const auto levels = programmes::load_pack(database, c.pack).levels;
    if (std::any_of(levels.begin(), levels.end(), [&](const auto& level) { return level.key == *c.level; }))
        return std::nullopt;
    return core::Error{"class.level-unknown"}.with("field", "level").with("level", *c.level);
}

std::string id_text(auto id) {
    return std::to_string(static_cast<std::int64_t>(id));
}

storage::Fields fields(const Class& c) {
    std::string educators;
    for (staff::EducatorId educator : c.educators)
        educators += (educators.empty() ? "" : " ") + id_text(educator);
    return {
        {"name_km", c.name_km},
        {"name", c.name},
        {"pack_id", id_text(c.pack)},
        {"level", c.level},
        {"institution_id", id_text(c.institution)},
        {"first_day", core::to_iso(c.first_day)},
        {"last_day", core::to_iso(c.last_day)},
        {"weekdays", c.weekdays.to_text()},
        {"session_minutes", std::to_string(c.session_minutes)},
        {"open_entry", c.open_entry ? "1" : "0"},
        {"capacity", c.capacity ? std::optional{std::to_string(*c.capacity)} : std::nullopt},
        {"multigrade", c.multigrade ? "1" : "0"},
        {"educators", educators.empty() ? std::nullopt : std::optional{educators}},
    };
}

core::Expected<Class> insert(Transaction& tx, const Class& given) {
    Class c = tidied(given);
    if (auto fault = first_fault(tx.database(), c)) return core::fail(std::move(*fault));
    if (auto open = office::ShutDays(tx.database()).check(c.first_day, c.last_day); !open)
        return core::fail(open.error());
    if (c.uid == core::Uid{}) c.uid = tx.new_uid();
    const auto keys = core::name_keys(c.name_km, c.name);
    c.id = tx.insert<ClassId>(insert_class, c.uid, c.name_km, c.name, keys.folded_km, keys.sort_key, c.pack,
                              c.level, c.institution, c.first_day, c.last_day, c.weekdays.to_text(),
                              c.session_minutes, c.open_entry, c.capacity, c.multigrade);
    write_educators(tx, c);
    return c;
}

// The days on which the class meets stay as they are where they are shut.
core::Expected<void> check_days(const Database& database, const Class& was, const Class& is) {
    const office::ShutDays shut(database);
    const auto first = std::minmax(was.first_day, is.first_day);
    const auto last = std::minmax(was.last_day, is.last_day);
    if (was.weekdays.to_text() != is.weekdays.to_text()) return shut.check(first.first, last.second);
    // Those between the two first days, and those between the two last ones.
    const auto before = [](core::Day day) {
        return core::Day{std::chrono::sys_days{day} - std::chrono::days{1}};
    };
    if (first.first != first.second)
        if (auto open = shut.check(first.first, before(first.second)); !open) return open;
    if (last.first != last.second) return shut.check(core::next_day(last.first), last.second);
    return {};
}

std::optional<core::Error> against_reopening(const Class& c) {
    const auto about = [&](const char* code) { return core::Error{code}.with("class", c.name_km); };
    switch (c.status) {
    case Status::open:
        return about("class.open-already");
    case Status::approved:
        return about("class.reopen-approved");
    case Status::issued:
        return about("class.reopen-issued");
    case Status::closed:
        return std::nullopt;
    }
    return std::nullopt;
}

void step(Transaction& tx, ClassId id, Status from, Status to) {
    if (tx.run(step_status, id, to_text(from), to_text(to)) != 1)
        throw std::logic_error("a class that takes a step out of turn");
}

} // namespace

core::Expected<ClassId> open_class(Transaction& tx, const Class& opened) {
    const auto added = insert(tx, opened);
    if (!added) return core::fail(added.error());
    tx.audit("class.open", "class", added->uid,
             storage::change_json(storage::changes_between({}, fields(*added))));
    return added->id;
}

core::Expected<ClassId> open_in_bulk(Transaction& tx, const Class& opened) {
    return insert(tx, opened).map([](const Class& added) { return added.id; });
}

core::Expected<void> update_class(Transaction& tx, const Class& changed) {
    const Class was = load_class(tx.database(), changed.id);
    Class is = tidied(changed);
    is.pack = was.pack;
    if (was.status != Status::open)
        return core::fail(core::Error{"class.not-open"}.with("status", std::string{to_text(was.status)}));
    if (auto fault = first_fault(tx.database(), is)) return core::fail(std::move(*fault));
    const auto outside =
        tx.database().value<std::int64_t>(count_outside, is.id, is.first_day, is.last_day).value_or(0);
    if (outside > 0)
        return core::fail(core::Error{"class.enrolments-outside"}.with("count", std::to_string(outside)));
    const auto changes = storage::changes_between(fields(was), fields(is));
    if (changes.empty()) return {};
    if (auto open = check_days(tx.database(), was, is); !open) return open;
    const auto keys = core::name_keys(is.name_km, is.name);
    tx.run(change_class, is.id, is.name_km, is.name, keys.folded_km, keys.sort_key, is.level, is.institution,
           is.first_day, is.last_day, is.weekdays.to_text(), is.session_minutes, is.open_entry, is.capacity,
           is.multigrade);
    if (is.educators != was.educators) write_educators(tx, is);
    tx.audit("class.update", "class", was.uid, storage::change_json(changes));
    return {};
}

core::Expected<void> close_class(Transaction& tx, ClassId id, core::Day on, const storage::Fields& lacking) {
    const Class was = load_class(tx.database(), id);
    if (was.status != Status::open)
        return core::fail(core::Error{"class.not-open"}.with("status", std::string{to_text(was.status)}));
    step(tx, id, Status::open, Status::closed);
    tx.run("UPDATE class SET closed_on = ?2 WHERE id = ?1", id, on);
    std::vector<storage::FieldChange> changes{{"status", "open", "closed"},
                                              {"closed_on", std::nullopt, core::to_iso(on)}};
    for (const storage::Field& one : lacking)
        changes.push_back({one.name, std::nullopt, one.value});
    tx.audit("class.close", "class", was.uid, storage::change_json(changes));
    return {};
}

core::Expected<void> reopen_class(Transaction& tx, ClassId id, std::string_view reason) {
    const std::string why = core::tidy(reason);
    const Class was = load_class(tx.database(), id);
    if (auto refused = against_reopening(was)) return core::fail(std::move(*refused));
    if (why.empty()) return core::fail(core::Error{"class.no-reason"});
    step(tx, id, Status::closed, Status::open);
    tx.run("UPDATE class SET closed_on = NULL WHERE id = ?1", id);
    const std::vector<storage::FieldChange> changes{
        {"status", "closed", "open"},
        {"closed_on", was.closed_on ? std::optional{core::to_iso(*was.closed_on)} : std::nullopt,
         std::nullopt},
        {"reason", std::nullopt, why}};
    tx.audit("class.reopen", "class", was.uid, storage::change_json(changes));
    return {};
}

void mark_approved(Transaction& tx, ClassId id) {
    step(tx, id, Status::closed, Status::approved);
}

void mark_issued(Transaction& tx, ClassId id) {
    step(tx, id, Status::approved, Status::issued);
}

Class load_class(const Database& database, ClassId id) {
    auto c = find_class(database, id);
    if (!c) throw std::logic_error("a class that is not there");
    return *std::move(c);
}

std::optional<Class> find_class(const Database& database, ClassId id) {
    storage::Statement row = database.query(select_class, id);
    if (!row.step()) return std::nullopt;
    Class c = read(row);
    c.educators = read_educators(database, id);
    return c;
}

programmes::Pack load_rules(const Database& database, const Class& taught) {
    return programmes::at_level(programmes::load_pack(database, taught.pack), taught.level.value_or(""));
}

std::optional<ClassId> find_by_uid(const Database& database, const core::Uid& uid) {
    return database.value<ClassId>("SELECT id FROM class WHERE uid = ?1", uid);
}

std::vector<ClassId> find_open_named(const Database& database, std::string_view name) {
    const std::string folded = core::fold_name(name);
    std::vector<ClassId> found;
    if (folded.empty()) return found;
    // Few classes are open at once, and a Latin name has no folded column.
    storage::Statement row = database.query(select_open_names);
    while (row.step())
        if (row.get<std::string_view>(1) == folded || core::fold_name(row.get<std::string_view>(2)) == folded)
            found.push_back(row.get<ClassId>(0));
    return found;
}

} // namespace classes
