// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/learner_history.hpp"

#include "history/kept_changes.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <tuple>

namespace history {
namespace {

using storage::Database;

constexpr std::string_view select_of_uid = R"sql(
SELECT a.seq, a.at, a.actor, a.verb, c.change
FROM audit a LEFT JOIN audit_change c ON c.seq = a.seq WHERE a.uid = ?1)sql";

constexpr std::string_view select_enrolments = R"sql(
SELECT e.uid, c.name_km FROM enrolment e JOIN class c ON c.id = e.class_id WHERE e.learner_id = ?1)sql";

constexpr std::string_view select_certificates = R"sql(
SELECT c.uid, c.serial FROM certificate c JOIN enrolment e ON e.id = c.enrolment_id WHERE e.learner_id = ?1)sql";

// What is kept of a recognition stands in the record of learning; the history says that there was one.
constexpr std::string_view select_recognitions = R"sql(SELECT uid FROM recognition WHERE learner_id = ?1)sql";

// Work that is one row of the audit and a changeset: what it is called, and the table that keeps it.
constexpr std::string_view select_imports = R"sql(
SELECT uid, changeset, file_name FROM import WHERE kind IN ('learners', 'classes'))sql";

constexpr std::string_view select_bulk = R"sql(SELECT uid, changeset, '' FROM bulk_change)sql";

constexpr std::string_view select_rollovers = R"sql(SELECT uid, changeset, school_year, id FROM rollover)sql";

// What was decided for a learner (?2) when a year (?1) was rolled over.
constexpr std::string_view select_decisions = R"sql(
SELECT d.decision, d.reason FROM rollover_decision d JOIN enrolment e ON e.id = d.enrolment_id
WHERE d.rollover_id = ?1 AND e.learner_id = ?2 ORDER BY e.id)sql";

constexpr std::string_view select_merges = R"sql(
SELECT uid, changeset, CASE WHEN gone_name_km <> '' THEN gone_name_km ELSE gone_name END
FROM learner_merge WHERE kept_uid = ?1)sql";

// The record that is part of this one now brings its own past.
constexpr std::string_view select_merged = R"sql(
SELECT gone_uid, gone_number FROM learner_merge WHERE kept_uid = ?1 AND undone_at IS NULL)sql";

struct Numbered {
    std::int64_t seq = 0;
    Entry entry;
};

// {"phone":["was","is"]}; a summary of bulk work holds no such pairs.
std::vector<storage::FieldChange> changes_in(std::string_view text) {
    std::vector<storage::FieldChange> changes;
    const auto json = nlohmann::ordered_json::parse(text, nullptr, false);
    if (!json.is_object()) return changes;
    const auto value = [](const nlohmann::ordered_json& one) {
        return one.is_string() ? std::optional{one.get<std::string>()} : std::nullopt;
    };
    for (const auto& [field, pair] : json.items())
        if (pair.is_array() && pair.size() == 2) changes.push_back({field, value(pair[0]), value(pair[1])});
    return changes;
}

// The rows of the audit that name a uid, each with its own change.
std::vector<Numbered> audited(const Database& database, const core::Uid& uid, const std::string& about) {
    std::vector<Numbered> found;
    storage::Statement row = database.query(select_of_uid, uid);
    while (row.step()) {
        Numbered one;
        one.seq = row.get<std::int64_t>(0);
        one.entry.at = row.get<core::Moment>(1);
        one.entry.actor = row.get<std::string>(2);
        one.entry.verb = row.get<std::string>(3);
        one.entry.about = about;
        one.entry.erased = row.is_null(4);
        if (!one.entry.erased) one.entry.changes = changes_in(row.get<std::string_view>(4));
        found.push_back(std::move(one));
    }
    return found;
}

void append(std::vector<Numbered>& to, std::vector<Numbered> more) {
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

class Gatherer {
  public:
    Gatherer(const Database& database, learners::LearnerId id)
        : m_database(database)
        , m_person(load_person(database, id))
        , m_names(column_names(database)) {}

    std::vector<Entry> gather() {
        append(m_all, audited(m_database, m_person.uid, ""));
        m_came_in = std::any_of(m_all.begin(), m_all.end(), [](const Numbered& one) {
            return one.entry.verb == "learner.register" || one.entry.verb == "transfer.in";
        });
        add_enrolments();
        add_recognitions();
        add_of(m_database.query(select_certificates, m_person.id));
        add_kept(m_database.query(select_imports));
        add_kept(m_database.query(select_bulk));
        add_rollovers();
        add_kept(m_database.query(select_merges, m_person.uid));
        add_of(m_database.query(select_merged, m_person.uid));
        std::stable_sort(m_all.begin(), m_all.end(), [](const Numbered& a, const Numbered& b) {
            return std::tie(a.entry.at, a.seq) > std::tie(b.entry.at, b.seq);
        });
        std::vector<Entry> entries;
        for (Numbered& one : m_all)
            entries.push_back(std::move(one.entry));
        if (!m_came_in) entries.push_back({.at = m_person.registered_at, .verb = "learner.register"});
        return entries;
    }

  private:
    void add_recognitions() {
        storage::Statement row = m_database.query(select_recognitions, m_person.id);
        while (row.step())
            for (Numbered& one : audited(m_database, row.get<core::Uid>(0), "")) {
                one.entry.changes.clear();
                m_all.push_back(std::move(one));
            }
    }

    void add_enrolments() {
        storage::Statement row = m_database.query(select_enrolments, m_person.id);
        while (row.step())
            for (Numbered& one : audited(m_database, row.get<core::Uid>(0), row.get<std::string>(1)))
                // Marks have a history of their own, beside the register.
                if (one.entry.verb.starts_with("enrolment.")) {
                    // A learner's own leaving_reason is why school was left.
                    for (storage::FieldChange& change : one.entry.changes)
                        if (change.field == "leaving_reason") change.field = "enrolment_leaving_reason";
                    m_all.push_back(std::move(one));
                }
    }

    void add_of(storage::Statement row) {
        while (row.step())
            append(m_all, audited(m_database, row.get<core::Uid>(0), row.get<std::string>(1)));
    }

    void add_kept(storage::Statement row) {
        while (row.step())
            add(row.get<core::Uid>(0), row.get<std::string>(2),
                changes_to(m_person, m_names, row.get<std::span<const std::byte>>(1)));
    }

    // What the year's end came to stands beside the enrolment that it made, or without one.
    void add_rollovers() {
        storage::Statement row = m_database.query(select_rollovers);
        while (row.step()) {
            KeptChanges kept;
            storage::Statement decided =
                m_database.query(select_decisions, row.get<std::int64_t>(3), m_person.id);
            while (decided.step()) {
                kept.changes.push_back({"year_end", std::nullopt, decided.get<std::string>(0)});
                if (auto reason = decided.get<std::optional<std::string>>(1))
                    kept.changes.push_back({"year_end_reason", std::nullopt, std::move(reason)});
            }
            auto enrolled = changes_to(m_person, m_names, row.get<std::span<const std::byte>>(1));
            std::ranges::move(enrolled.changes, std::back_inserter(kept.changes));
            add(row.get<core::Uid>(0), row.get<std::string>(2), kept);
        }
    }

    // Work that is one row of the audit, and a second one where it was taken back.
    void add(const core::Uid& uid, const std::string& about, const KeptChanges& kept) {
        if (kept.changes.empty()) return;
        bool done = false;
        for (Numbered& one : audited(m_database, uid, about)) {
            if (one.entry.at < m_person.registered_at) continue;
            one.entry.changes = kept.changes;
            if (done)
                for (storage::FieldChange& change : one.entry.changes)
                    std::swap(change.was, change.is);
            done = true;
            m_all.push_back(std::move(one));
        }
        m_came_in = m_came_in || (done && kept.came_in);
    }

    const Database& m_database;
    Person m_person;
    ColumnNames m_names;
    std::vector<Numbered> m_all;
    bool m_came_in = false;
};

} // namespace

std::vector<Entry> history_of(const Database& database, learners::LearnerId id) {
    return Gatherer(database, id).gather();
}

} // namespace history
