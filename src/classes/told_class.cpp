// SPDX-License-Identifier: GPL-3.0-or-later
#include "classes/told_class.hpp"

#include "core/name_keys.hpp"
#include "office/period_lock.hpp"

#include <algorithm>

namespace classes {
namespace {

constexpr std::string_view upsert_class = R"sql(
INSERT INTO class (uid, name_km, name, folded_km, sort_key, pack_id, level, institution_id, first_day, last_day,
                   weekdays, session_minutes, open_entry, capacity, multigrade, status, closed_on)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
ON CONFLICT (uid) DO UPDATE SET
    name_km = excluded.name_km, name = excluded.name, folded_km = excluded.folded_km, sort_key = excluded.sort_key,
    pack_id = excluded.pack_id, level = excluded.level, institution_id = excluded.institution_id,
    first_day = excluded.first_day, last_day = excluded.last_day, weekdays = excluded.weekdays,
    session_minutes = excluded.session_minutes, open_entry = excluded.open_entry, capacity = excluded.capacity,
    multigrade = excluded.multigrade, status = excluded.status, closed_on = excluded.closed_on)sql";

constexpr std::string_view insert_educator =
    "INSERT INTO class_educator (class_id, educator_id) VALUES (?1, ?2)";

constexpr std::string_view upsert_enrolment = R"sql(
INSERT INTO enrolment (uid, learner_id, class_id, first_day, last_day, leaving_reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (uid) DO UPDATE SET
    learner_id = excluded.learner_id, class_id = excluded.class_id, first_day = excluded.first_day,
    last_day = excluded.last_day, leaving_reason = excluded.leaving_reason)sql";

// The days on which a learner is in a class stay as they are where they are shut.
core::Expected<void> check_days(const storage::Database& database, const Enrolment& told) {
    const office::ShutDays shut(database);
    if (shut.none()) return {};
    auto row = database.query("SELECT first_day, last_day FROM enrolment WHERE uid = ?1", told.uid);
    if (!row.step()) return shut.check_from(told.first_day);
    const auto first = row.get<core::Day>(0);
    if (first != told.first_day)
        if (auto free = shut.check(std::min(first, told.first_day), std::max(first, told.first_day)); !free)
            return free;
    const auto last = row.get<std::optional<core::Day>>(1);
    if (last == told.last_day) return {};
    return shut.check_from(last && told.last_day ? std::min(*last, *told.last_day)
                           : last                ? *last
                                                 : *told.last_day);
}

} // namespace

ClassId take_class(storage::Transaction& tx, const Class& told) {
    const Class c = tidied(told);
    const auto keys = core::name_keys(c.name_km, c.name);
    const Status status = c.status == Status::open ? Status::open : Status::closed;
    tx.run(upsert_class, c.uid, c.name_km, c.name, keys.folded_km, keys.sort_key, c.pack, c.level,
           c.institution, c.first_day, c.last_day, c.weekdays.to_text(), c.session_minutes, c.open_entry,
           c.capacity, c.multigrade, to_text(status), c.closed_on);
    const auto id = tx.database().value<ClassId>("SELECT id FROM class WHERE uid = ?1", c.uid).value();
    tx.run("DELETE FROM class_educator WHERE class_id = ?1", id);
    for (const staff::EducatorId educator : c.educators)
        tx.run(insert_educator, id, educator);
    return id;
}

core::Expected<EnrolmentId> take_enrolment(storage::Transaction& tx, const Enrolment& told) {
    if (auto free = check_days(tx.database(), told); !free) return core::fail(free.error());
    std::optional<std::string> reason;
    if (told.reason) reason = to_text(*told.reason);
    tx.run(upsert_enrolment, told.uid, told.learner, told.in, told.first_day, told.last_day, reason);
    return tx.database().value<EnrolmentId>("SELECT id FROM enrolment WHERE uid = ?1", told.uid).value();
}

} // namespace classes
