// SPDX-License-Identifier: GPL-3.0-or-later
// The other half of rollover_store.hpp: what was rolled over, and taking it back.
#include "core/name_list.hpp"
#include "rollover/rollover_store.hpp"
#include "storage/changeset.hpp"

#include <set>

namespace rollover {
namespace {

using storage::ChangedRow;
using storage::Database;
using storage::Transaction;

constexpr std::string_view select_rollovers = R"sql(
SELECT r.id, r.school_year, i.name_km, i.name, r.opened, r.enrolled,
       (SELECT count(*) FROM rollover_decision d WHERE d.rollover_id = r.id AND d.reason IS NULL),
       (SELECT count(*) FROM rollover_decision d WHERE d.rollover_id = r.id AND d.reason IS NOT NULL),
       r.actor, r.done_at, r.undone_at
FROM rollover r LEFT JOIN institution i ON i.id = r.institution_id ORDER BY r.id DESC)sql";

// A class that was opened (?1), once its register or score sheet is written in.
constexpr std::string_view select_marked_class = R"sql(
SELECT c.name_km FROM class c WHERE c.id = ?1
  AND (EXISTS (SELECT 1 FROM class_day d WHERE d.class_id = c.id)
    OR EXISTS (SELECT 1 FROM enrolment e
               JOIN attendance_month m ON m.enrolment_id = e.id WHERE e.class_id = c.id)
    OR EXISTS (SELECT 1 FROM enrolment e JOIN score s ON s.enrolment_id = e.id WHERE e.class_id = c.id)))sql";

// The class of an enrolment (?1) on which marks were written.
constexpr std::string_view select_marked_enrolment = R"sql(
SELECT c.name_km FROM enrolment e JOIN class c ON c.id = e.class_id WHERE e.id = ?1
  AND (EXISTS (SELECT 1 FROM attendance_month m WHERE m.enrolment_id = e.id)
    OR EXISTS (SELECT 1 FROM attendance_margin m WHERE m.enrolment_id = e.id)
    OR EXISTS (SELECT 1 FROM score s WHERE s.enrolment_id = e.id)))sql";

// Everyone in a class.
constexpr std::string_view select_members = R"sql(
SELECT e.id, CASE WHEN l.name_km <> '' THEN l.name_km ELSE l.name END
FROM enrolment e JOIN learner l ON l.id = e.learner_id WHERE e.class_id = ?1)sql";

constexpr std::string_view select_enrolled_name = R"sql(
SELECT CASE WHEN l.name_km <> '' THEN l.name_km ELSE l.name END
FROM enrolment e JOIN learner l ON l.id = e.learner_id WHERE e.id = ?1)sql";

storage::Blob changeset_of(const Database& database, RolloverId id) {
    return database.value<storage::Blob>("SELECT changeset FROM rollover WHERE id = ?1", id).value();
}

core::Error depends(const std::set<std::string>& names) {
    return core::Error{"rollover.depended-on"}
        .with("who", core::listed(names, core::named_in_a_sentence))
        .with("count", std::to_string(names.size()));
}

bool is_new(const ChangedRow& row, std::string_view table) {
    return row.what == ChangedRow::What::inserted && row.table == table;
}

std::optional<core::Error> marked(const Database& database, const std::vector<ChangedRow>& rows) {
    std::set<std::string> names;
    for (const ChangedRow& row : rows) {
        if (!is_new(row, "class") && !is_new(row, "enrolment")) continue;
        const auto name = database.value<std::string>(
            row.table == "class" ? select_marked_class : select_marked_enrolment, row.key);
        if (name) names.insert(*name);
    }
    if (names.empty()) return std::nullopt;
    return core::Error{"rollover.marked"}.with("classes", core::listed(names, core::named_in_a_sentence));
}

// Who was enrolled in a new class by others since.
std::optional<core::Error> joined_since(const Database& database, const std::vector<ChangedRow>& rows) {
    std::set<std::int64_t> own;
    for (const ChangedRow& row : rows)
        if (is_new(row, "enrolment")) own.insert(row.key);
    std::set<std::string> names;
    for (const ChangedRow& row : rows) {
        if (!is_new(row, "class")) continue;
        auto member = database.query(select_members, row.key);
        while (member.step())
            if (!own.contains(member.get<std::int64_t>(0))) names.insert(member.get<std::string>(1));
    }
    if (names.empty()) return std::nullopt;
    return depends(names);
}

std::string name_of(const Database& database, const storage::ChangeConflict& conflict) {
    const std::string_view query =
        conflict.table == "enrolment" ? select_enrolled_name : "SELECT name_km FROM class WHERE id = ?1";
    const auto key = conflict.key.substr(0, conflict.key.find('/'));
    return database.value<std::string>(query, key).value_or("");
}

core::Expected<void> take_back(Transaction& tx, RolloverId id) {
    const storage::Blob changeset = changeset_of(tx.database(), id);
    const auto rows = storage::changed_rows(changeset);
    if (auto fault = marked(tx.database(), rows)) return core::fail(std::move(*fault));
    if (auto fault = joined_since(tx.database(), rows)) return core::fail(std::move(*fault));
    std::set<std::string> names;
    for (const storage::ChangeConflict& conflict : storage::undo_changes(tx, changeset)) {
        std::string name = conflict.key.empty() ? std::string{} : name_of(tx.database(), conflict);
        // What refers to a new class or enrolment is not told by the changeset: they are named all.
        if (name.empty())
            for (const ChangedRow& row : rows)
                if (is_new(row, "class"))
                    names.insert(tx.database()
                                     .value<std::string>("SELECT name_km FROM class WHERE id = ?1", row.key)
                                     .value_or(""));
        if (!name.empty()) names.insert(std::move(name));
    }
    if (!names.empty()) return core::fail(depends(names));
    return {};
}

} // namespace

std::vector<Summary> list_rollovers(const Database& database) {
    std::vector<Summary> all;
    auto row = database.query(select_rollovers);
    while (row.step()) {
        Summary& one = all.emplace_back();
        one.id = row.get<RolloverId>(0);
        one.year = row.get<std::string>(1);
        one.institution_km = row.get<std::optional<std::string>>(2).value_or("");
        one.institution_name = row.get<std::optional<std::string>>(3).value_or("");
        one.opened = row.get<std::int64_t>(4);
        one.enrolled = row.get<std::int64_t>(5);
        one.by_rule = row.get<std::int64_t>(6);
        one.otherwise = row.get<std::int64_t>(7);
        one.actor = row.get<std::string>(8);
        one.at = row.get<core::Moment>(9);
        one.undone_at = row.get<std::optional<core::Moment>>(10);
    }
    return all;
}

std::vector<learners::LearnerId> enrolled_by(const Database& database, RolloverId id) {
    std::set<learners::LearnerId> touched;
    for (const ChangedRow& row : storage::changed_rows(changeset_of(database, id)))
        if (is_new(row, "enrolment"))
            if (const auto learner = database.value<learners::LearnerId>(
                    "SELECT learner_id FROM enrolment WHERE id = ?1", row.key))
                touched.insert(*learner);
    return {touched.begin(), touched.end()};
}

core::Expected<void> undo_rollover(Transaction& tx, RolloverId id) {
    const Database& database = tx.database();
    const auto number = std::to_string(static_cast<std::int64_t>(id));
    const auto uid = database.value<core::Uid>("SELECT uid FROM rollover WHERE id = ?1", id);
    if (!uid) return core::fail(core::Error{"rollover.unknown"}.with("id", number));
    if (database.value<std::string>("SELECT undone_at FROM rollover WHERE id = ?1", id))
        return core::fail(core::Error{"rollover.undone-already"}.with("id", number));
    if (auto undone = take_back(tx, id); !undone) return undone;
    tx.run("UPDATE rollover SET undone_at = ?2 WHERE id = ?1", id, tx.now());
    tx.audit("rollover.undo", "rollover", *uid, "{}");
    return {};
}

} // namespace rollover
