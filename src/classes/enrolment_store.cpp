// SPDX-License-Identifier: GPL-3.0-or-later
#include "classes/enrolment_store.hpp"

#include "classes/joining.hpp"
#include "programmes/pack_store.hpp"
#include "storage/change.hpp"

#include <stdexcept>

namespace classes {
namespace {

using learners::LearnerId;
using storage::Database;
using storage::Transaction;

constexpr std::string_view insert_enrolment = R"sql(
INSERT INTO enrolment (uid, learner_id, class_id, first_day) VALUES (?1, ?2, ?3, ?4))sql";

constexpr std::string_view end_enrolment = R"sql(
UPDATE enrolment SET last_day = ?2, leaving_reason = ?3 WHERE id = ?1)sql";

constexpr std::string_view select_enrolment = R"sql(
SELECT id, uid, learner_id, class_id, first_day, last_day, leaving_reason FROM enrolment WHERE id = ?1)sql";

constexpr std::string_view select_earlier = R"sql(
SELECT id, uid, learner_id, class_id, first_day, last_day, leaving_reason
FROM enrolment WHERE learner_id = ?1 AND +class_id = ?2)sql";

constexpr std::string_view select_open = R"sql(
SELECT id FROM enrolment WHERE class_id = ?1 AND learner_id = ?2 AND last_day IS NULL)sql";

constexpr std::string_view select_open_of = R"sql(
SELECT id, uid, learner_id, class_id, first_day, last_day, leaving_reason
FROM enrolment WHERE learner_id = ?1 AND last_day IS NULL ORDER BY first_day, id)sql";

constexpr std::string_view count_present = R"sql(
SELECT count(*) FROM enrolment WHERE class_id = ?1 AND last_day IS NULL)sql";

constexpr std::string_view select_in_class = R"sql(
SELECT e.id, e.uid, e.learner_id, e.class_id, e.first_day, e.last_day, e.leaving_reason, l.number, l.name_km, l.name,
       l.folded_km, l.folded, l.sex, l.born
FROM enrolment e JOIN learner l ON l.id = e.learner_id
WHERE e.class_id = ?1 ORDER BY l.sort_key, l.id, e.first_day, e.id)sql";

constexpr std::string_view select_class_learner = R"sql(
SELECT e.id, e.uid, e.learner_id, e.class_id, e.first_day, e.last_day, e.leaving_reason, l.number, l.name_km, l.name,
       l.folded_km, l.folded, l.sex, l.born
FROM enrolment e JOIN learner l ON l.id = e.learner_id WHERE e.id = ?1)sql";

constexpr std::string_view select_of_learner = R"sql(
SELECT e.id, e.uid, e.learner_id, e.class_id, e.first_day, e.last_day, e.leaving_reason, c.name_km, c.name, p.programme,
       i.name_km, c.status
FROM enrolment e
JOIN class c ON c.id = e.class_id
JOIN pack p ON p.id = c.pack_id
JOIN institution i ON i.id = c.institution_id
WHERE e.learner_id = ?1 ORDER BY e.first_day DESC, e.id DESC)sql";

constexpr std::string_view select_both_present = R"sql(
SELECT c.name_km FROM enrolment a
JOIN enrolment b ON b.class_id = a.class_id AND b.learner_id = ?2 AND b.last_day IS NULL
JOIN class c ON c.id = a.class_id
WHERE a.learner_id = ?1 AND a.last_day IS NULL LIMIT 1)sql";

Enrolment read(const storage::Statement& row) {
    Enrolment enrolment;
    enrolment.id = row.get<EnrolmentId>(0);
    enrolment.uid = row.get<core::Uid>(1);
    enrolment.learner = row.get<LearnerId>(2);
    enrolment.in = row.get<ClassId>(3);
    enrolment.first_day = row.get<core::Day>(4);
    enrolment.last_day = row.get<std::optional<core::Day>>(5);
    if (!row.is_null(6)) enrolment.reason = leaving_reason_from_text(row.get<std::string_view>(6));
    return enrolment;
}

ClassLearner read_class_learner(const storage::Statement& row) {
    ClassLearner learner;
    learner.enrolment = read(row);
    learner.number = row.get<std::string>(7);
    learner.name_km = row.get<std::string>(8);
    learner.name = row.get<std::string>(9);
    learner.folded_km = row.get<std::string>(10);
    learner.folded = row.get<std::string>(11);
    learner.sex = core::sex_from_text(row.get<std::string_view>(12)).value();
    learner.born = row.get<std::optional<core::PartialDate>>(13);
    return learner;
}

std::vector<Enrolment> earlier_enrolments(const Database& database, ClassId in, LearnerId learner) {
    std::vector<Enrolment> earlier;
    storage::Statement row = database.query(select_earlier, learner, in);
    while (row.step())
        earlier.push_back(read(row));
    return earlier;
}

core::Error unknown(std::string code, std::int64_t id) {
    return core::Error{std::move(code)}.with("id", std::to_string(id));
}

} // namespace

namespace {

// Asks for one more learner of a class, which `present` are in.
core::Expected<std::vector<core::Error>> ask_to_join(const Database& database, const Class& in,
                                                     const programmes::AgeRange& ages, std::int64_t present,
                                                     LearnerId learner, core::Day from,
                                                     const office::ShutDays& shut) {
    storage::Statement person = database.query("SELECT born FROM learner WHERE id = ?1", learner);
    if (!person.step()) return core::fail(unknown("learner.unknown", static_cast<std::int64_t>(learner)));
    const auto born = person.get<std::optional<core::PartialDate>>(0);

    const auto earlier = earlier_enrolments(database, in.id, learner);
    if (auto allowed = may_enrol(in, from, earlier, present); !allowed) return core::fail(allowed.error());
    // From the first day on the learner is counted in every period.
    if (auto open = shut.check_from(from); !open) return core::fail(open.error());
    std::vector<core::Error> hints;
    if (auto hint = age_hint(ages, born, from)) hints.push_back(std::move(*hint));
    return hints;
}

} // namespace

Joining::Joining(const Database& database, ClassId in)
    : m_database(database)
    , m_class(load_class(database, in))
    , m_ages(programmes::load_pack(database, m_class.pack).ages)
    , m_present(database.value<std::int64_t>(count_present, in).value_or(0))
    , m_shut(database) {}

core::Expected<std::vector<core::Error>> Joining::join(LearnerId learner, core::Day from) {
    auto hints = ask_to_join(m_database, m_class, m_ages, m_present, learner, from, m_shut);
    if (hints) ++m_present;
    return hints;
}

Enroller::Enroller(Transaction& tx, ClassId in)
    : m_tx(tx)
    , m_class(load_class(tx.database(), in))
    , m_ages(programmes::load_pack(tx.database(), m_class.pack).ages)
    , m_present(tx.database().value<std::int64_t>(count_present, in).value_or(0))
    , m_shut(tx.database()) {}

core::Expected<Enrolled> Enroller::enrol(LearnerId learner, core::Day from) {
    auto hints = ask_to_join(m_tx.database(), m_class, m_ages, m_present, learner, from, m_shut);
    if (!hints) return core::fail(hints.error());
    Enrolled enrolled;
    enrolled.id = m_tx.insert<EnrolmentId>(insert_enrolment, m_tx.new_uid(), learner, m_class.id, from);
    enrolled.hints = *std::move(hints);
    ++m_present;
    return enrolled;
}

core::Expected<Enrolled> enrol(Transaction& tx, ClassId in, LearnerId learner, core::Day from) {
    if (!find_class(tx.database(), in))
        return core::fail(unknown("class.unknown", static_cast<std::int64_t>(in)));
    auto enrolled = Enroller{tx, in}.enrol(learner, from);
    if (!enrolled) return enrolled;
    const Enrolment made = load_enrolment(tx.database(), enrolled->id);
    const auto number = tx.database().value<std::string>("SELECT number FROM learner WHERE id = ?1", learner);
    const auto name = tx.database().value<std::string>("SELECT name_km FROM class WHERE id = ?1", in);
    tx.audit("enrolment.open", "enrolment", made.uid,
             storage::change_json({{"learner", std::nullopt, number},
                                   {"class", std::nullopt, name},
                                   {"first_day", std::nullopt, core::to_iso(from)}}));
    return enrolled;
}

core::Expected<void> leave(Transaction& tx, EnrolmentId id, core::Day last_day, LeavingReason reason) {
    const Enrolment enrolment = load_enrolment(tx.database(), id);
    const auto allowed = may_leave(load_class(tx.database(), enrolment.in), enrolment, last_day);
    if (!allowed) return allowed;
    if (auto open = office::ShutDays(tx.database()).check_from(last_day); !open) return open;
    leave_in_bulk(tx, id, last_day, reason);
    tx.audit("enrolment.leave", "enrolment", enrolment.uid,
             storage::change_json({{"last_day", std::nullopt, core::to_iso(last_day)},
                                   {"leaving_reason", std::nullopt, std::string{to_text(reason)}}}));
    return {};
}

void leave_in_bulk(Transaction& tx, EnrolmentId id, core::Day last_day, LeavingReason reason) {
    tx.run(end_enrolment, id, last_day, to_text(reason));
}

Enrolment load_enrolment(const Database& database, EnrolmentId id) {
    auto enrolment = find_enrolment(database, id);
    if (!enrolment) throw std::logic_error("an enrolment that is not there");
    return *std::move(enrolment);
}

std::optional<Enrolment> find_enrolment(const Database& database, EnrolmentId id) {
    storage::Statement row = database.query(select_enrolment, id);
    if (!row.step()) return std::nullopt;
    return read(row);
}

std::optional<EnrolmentId> find_open_enrolment(const Database& database, ClassId in, LearnerId learner) {
    return database.value<EnrolmentId>(select_open, in, learner);
}

std::vector<Enrolment> open_enrolments_of(const Database& database, LearnerId learner) {
    std::vector<Enrolment> open;
    storage::Statement row = database.query(select_open_of, learner);
    while (row.step())
        open.push_back(read(row));
    return open;
}

std::vector<ClassLearner> enrolments_in(const Database& database, ClassId in) {
    std::vector<ClassLearner> all;
    storage::Statement row = database.query(select_in_class, in);
    while (row.step())
        all.push_back(read_class_learner(row));
    return all;
}

std::optional<ClassLearner> find_class_learner(const Database& database, EnrolmentId id) {
    storage::Statement row = database.query(select_class_learner, id);
    if (!row.step()) return std::nullopt;
    return read_class_learner(row);
}

std::vector<LearnerClass> enrolments_of(const Database& database, LearnerId learner) {
    std::vector<LearnerClass> all;
    storage::Statement row = database.query(select_of_learner, learner);
    while (row.step()) {
        LearnerClass& in = all.emplace_back();
        in.enrolment = read(row);
        in.name_km = row.get<std::string>(7);
        in.name = row.get<std::string>(8);
        in.programme = row.get<std::string>(9);
        in.institution_km = row.get<std::string>(10);
        in.status = status_from_text(row.get<std::string_view>(11)).value();
    }
    return all;
}

core::Expected<void> repoint(Transaction& tx, LearnerId from, LearnerId to) {
    if (const auto shared = tx.database().value<std::string>(select_both_present, from, to))
        return core::fail(core::Error{"enrolment.open"}.with("class", *shared));
    tx.run("UPDATE enrolment SET learner_id = ?2 WHERE learner_id = ?1", from, to);
    return {};
}

} // namespace classes
