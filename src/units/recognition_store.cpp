// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/recognition_store.hpp"

#include "core/name_keys.hpp"
#include "core/numerals.hpp"
#include "core/tidy.hpp"
#include "learners/learner_store.hpp"
#include "programmes/pack_store.hpp"
#include "staff/educator_store.hpp"
#include "storage/change.hpp"
#include "units/earned_store.hpp"

#include <algorithm>

namespace units {
namespace {

using learners::LearnerId;
using storage::Database;
using storage::Transaction;

constexpr std::string_view insert_recognition = R"sql(
INSERT INTO recognition (uid, learner_id, pack_id, level, recognised_on, remark, actor, recorded_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8))sql";

constexpr std::string_view insert_unit = R"sql(
INSERT INTO recognised_unit (recognition_id, unit) VALUES (?1, ?2))sql";

constexpr std::string_view insert_evidence = R"sql(
INSERT INTO recognition_evidence (recognition_id, place, words) VALUES (?1, ?2, ?3))sql";

constexpr std::string_view insert_assessor = R"sql(
INSERT INTO recognition_assessor (recognition_id, place, educator_id, name) VALUES (?1, ?2, ?3, ?4))sql";

constexpr std::string_view select_by_id = R"sql(
SELECT r.id, r.uid, r.learner_id, p.programme, r.level, r.recognised_on, r.remark, r.pack_id, r.actor, r.recorded_at,
       r.withdrawn_at, r.withdrawn_by, r.withdrawal_reason
FROM recognition r JOIN pack p ON p.id = r.pack_id WHERE r.id = ?1)sql";

constexpr std::string_view select_ids_of = R"sql(
SELECT id FROM recognition WHERE learner_id = ?1 ORDER BY recognised_on, id)sql";

constexpr std::string_view select_units = R"sql(
SELECT unit FROM recognised_unit WHERE recognition_id = ?1)sql";

constexpr std::string_view select_evidence = R"sql(
SELECT words FROM recognition_evidence WHERE recognition_id = ?1 ORDER BY place)sql";

constexpr std::string_view select_assessors = R"sql(
SELECT educator_id, name FROM recognition_assessor WHERE recognition_id = ?1 ORDER BY place)sql";

constexpr std::string_view select_standing_of = R"sql(
SELECT r.learner_id, r.uid, r.pack_id, r.level, r.recognised_on, u.unit
FROM recognition r JOIN recognised_unit u ON u.recognition_id = r.id
WHERE r.learner_id = ?1 AND r.withdrawn_at IS NULL)sql";

constexpr std::string_view select_standing_in = R"sql(
SELECT r.learner_id, r.uid, r.pack_id, r.level, r.recognised_on, u.unit
FROM recognition r JOIN recognised_unit u ON u.recognition_id = r.id
WHERE r.learner_id IN (SELECT learner_id FROM enrolment WHERE class_id = ?1) AND r.withdrawn_at IS NULL)sql";

constexpr std::string_view mark_withdrawn = R"sql(
UPDATE recognition SET withdrawn_at = ?2, withdrawn_by = ?3, withdrawal_reason = ?4 WHERE id = ?1)sql";

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : "; ") + part;
    return text;
}

// Fills in the names of educators.
core::Expected<void> name_assessors(const Database& database, std::vector<Assessor>& assessors) {
    for (Assessor& assessor : assessors) {
        if (!assessor.educator) continue;
        const auto educator = staff::find_educator(database, *assessor.educator);
        if (!educator)
            return core::fail(core::Error{"educator.unknown"}
                                  .with("field", "assessors")
                                  .with("id", std::to_string(static_cast<std::int64_t>(*assessor.educator))));
        assessor.name = educator->name_km;
    }
    return {};
}

core::Expected<void> check_not_earned(const Database& database, const Recognition& recognition,
                                      const programmes::Pack& pack) {
    for (const EarnedUnit& earned : load_earned(database, recognition.learner))
        if (counts_at(pack, recognition.level, earned) &&
            std::find(recognition.units.begin(), recognition.units.end(), earned.unit) !=
                recognition.units.end())
            return core::fail(core::Error{"unit.earned-already"}
                                  .with("field", "units")
                                  .with("unit", earned.name.km)
                                  .with("on", core::to_iso(earned.earned_on)));
    return {};
}

void insert_parts(Transaction& tx, RecognitionId id, const Recognition& recognition) {
    for (const std::string& unit : recognition.units)
        tx.run(insert_unit, id, unit);
    std::int64_t place = 0;
    for (const std::string& piece : recognition.evidence)
        tx.run(insert_evidence, id, ++place, piece);
    place = 0;
    for (const Assessor& assessor : recognition.assessors)
        tx.run(insert_assessor, id, ++place, assessor.educator, assessor.name);
}

std::string audit_text(const Recognition& recognition, const learners::Learner& learner) {
    std::vector<std::string> names;
    for (const Assessor& assessor : recognition.assessors)
        names.push_back(assessor.name);
    return storage::change_json({{"learner", std::nullopt, learner.number},
                                 {"programme", std::nullopt, recognition.programme},
                                 {"units", std::nullopt, joined(recognition.units)},
                                 {"evidence", std::nullopt, joined(recognition.evidence)},
                                 {"assessors", std::nullopt, joined(names)},
                                 {"recognised_on", std::nullopt, core::to_iso(recognition.day)},
                                 {"remark", std::nullopt, recognition.remark}});
}

// The packs that recognitions name, each read once.
class UnitReader {
  public:
    explicit UnitReader(const Database& database)
        : m_database(database) {}

    // A row of select_standing_…; nothing for a unit the pack does not have.
    std::optional<EarnedUnit> read(const storage::Statement& row) {
        const programmes::Pack& pack = pack_of(row.get<programmes::PackId>(2));
        const programmes::Unit* unit = programmes::find_unit(pack, row.get<std::string_view>(5));
        if (unit == nullptr) return std::nullopt;
        return recognised(pack, row.get<std::string>(3), *unit, row.get<core::Uid>(1), row.get<core::Day>(4));
    }

  private:
    const programmes::Pack& pack_of(programmes::PackId id) {
        const auto found = m_packs.find(id);
        if (found != m_packs.end()) return found->second;
        return m_packs.emplace(id, programmes::load_pack(m_database, id)).first->second;
    }

    const Database& m_database;
    std::map<programmes::PackId, programmes::Pack> m_packs;
};

std::vector<std::string> texts(const Database& database, std::string_view sql, RecognitionId id) {
    std::vector<std::string> list;
    storage::Statement row = database.query(sql, id);
    while (row.step())
        list.push_back(row.get<std::string>(0));
    return list;
}

} // namespace

core::Expected<RecognitionId> recognise(Transaction& tx, const Recognition& wanted) {
    const Database& database = tx.database();
    const auto learner = learners::find_learner(database, wanted.learner);
    if (!learner)
        return core::fail(core::Error{"learner.unknown"}.with(
            "text", std::to_string(static_cast<std::int64_t>(wanted.learner))));
    const auto pack_id = programmes::use_pack(tx, wanted.programme);
    if (!pack_id) return core::fail(pack_id.error());
    const programmes::Pack pack = programmes::load_pack(database, *pack_id);
    Recognition recognition = tidied(wanted, pack);
    if (auto named = name_assessors(database, recognition.assessors); !named)
        return core::fail(named.error());
    if (auto found = faults(recognition, pack, tx.today()); !found.empty())
        return core::fail(std::move(found.front()));
    if (auto fresh = check_not_earned(database, recognition, pack); !fresh) return core::fail(fresh.error());
    const core::Uid uid = tx.new_uid();
    const auto id =
        tx.insert<RecognitionId>(insert_recognition, uid, recognition.learner, *pack_id, recognition.level,
                                 recognition.day, recognition.remark, tx.actor().name, tx.now());
    insert_parts(tx, id, recognition);
    tx.audit("recognition.add", "recognition", uid, audit_text(recognition, *learner));
    return id;
}

Assessor read_assessor(const Database& database, std::string_view typed) {
    const std::string text = core::tidy(typed);
    if (const auto id = core::read_integer(text))
        if (const auto educator = staff::find_educator(database, staff::EducatorId{*id}))
            return {educator->id, educator->name_km};
    const auto folded = [](const std::string& km, const std::string& latin) {
        const core::NameKeys keys = core::name_keys(km, latin);
        return std::pair{keys.folded_km, keys.folded};
    };
    const auto wanted = folded(text, text);
    std::vector<staff::Educator> bearers;
    for (const staff::Educator& one : staff::list_educators(database)) {
        const auto keys = folded(one.name_km, one.name);
        const bool khmer = !keys.first.empty() && keys.first == wanted.first;
        const bool latin = !keys.second.empty() && keys.second == wanted.second;
        if (khmer || latin) bearers.push_back(one);
    }
    if (bearers.size() == 1) return {bearers.front().id, bearers.front().name_km};
    return {std::nullopt, text};
}

core::Expected<void> withdraw(Transaction& tx, RecognitionId id, std::string_view reason) {
    const auto kept = find_recognition(tx.database(), id);
    const auto about = [&](const char* code) {
        return core::fail(
            core::Error{code}.with("recognition", std::to_string(static_cast<std::int64_t>(id))));
    };
    if (!kept) return about("recognition.unknown");
    if (kept->withdrawal) return about("recognition.withdrawn-already");
    const std::string why = core::tidy(reason);
    if (why.empty()) return about("recognition.no-reason");
    tx.run(mark_withdrawn, id, tx.now(), tx.actor().name, why);
    tx.audit("recognition.withdraw", "recognition", kept->recognition.uid,
             storage::change_json({{"withdrawal_reason", std::nullopt, why}}));
    return {};
}

std::optional<KeptRecognition> find_recognition(const Database& database, RecognitionId id) {
    storage::Statement row = database.query(select_by_id, id);
    if (!row.step()) return std::nullopt;
    KeptRecognition kept;
    Recognition& one = kept.recognition;
    one.id = row.get<RecognitionId>(0);
    one.uid = row.get<core::Uid>(1);
    one.learner = row.get<LearnerId>(2);
    one.programme = row.get<std::string>(3);
    one.level = row.get<std::string>(4);
    one.day = row.get<core::Day>(5);
    one.remark = row.get<std::string>(6);
    kept.pack = row.get<programmes::PackId>(7);
    kept.actor = row.get<std::string>(8);
    kept.recorded_at = row.get<core::Moment>(9);
    if (!row.is_null(10))
        kept.withdrawal =
            Withdrawal{row.get<core::Moment>(10), row.get<std::string>(11), row.get<std::string>(12)};
    one.units = texts(database, select_units, id);
    one.evidence = texts(database, select_evidence, id);
    storage::Statement assessor = database.query(select_assessors, id);
    while (assessor.step())
        one.assessors.push_back(
            {assessor.get<std::optional<staff::EducatorId>>(0), assessor.get<std::string>(1)});
    one = tidied(std::move(one), programmes::load_pack(database, kept.pack));
    return kept;
}

std::optional<RecognitionId> find_by_uid(const Database& database, const core::Uid& uid) {
    return database.value<RecognitionId>("SELECT id FROM recognition WHERE uid = ?1", uid);
}

std::vector<KeptRecognition> recognitions_of(const Database& database, LearnerId learner) {
    std::vector<KeptRecognition> list;
    storage::Statement row = database.query(select_ids_of, learner);
    while (row.step())
        list.push_back(find_recognition(database, row.get<RecognitionId>(0)).value());
    return list;
}

std::vector<EarnedUnit> recognised_units(const Database& database, LearnerId learner) {
    UnitReader reader(database);
    std::vector<EarnedUnit> list;
    storage::Statement row = database.query(select_standing_of, learner);
    while (row.step())
        if (auto unit = reader.read(row)) list.push_back(*std::move(unit));
    return list;
}

std::map<LearnerId, std::vector<EarnedUnit>> recognised_units_in(const Database& database,
                                                                 classes::ClassId class_id) {
    UnitReader reader(database);
    std::map<LearnerId, std::vector<EarnedUnit>> all;
    storage::Statement row = database.query(select_standing_in, class_id);
    while (row.step())
        if (auto unit = reader.read(row)) all[row.get<LearnerId>(0)].push_back(*std::move(unit));
    return all;
}

} // namespace units
