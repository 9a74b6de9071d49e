// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/kept_changes.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace history {
namespace {

using storage::FieldChange;
using storage::RecordedRow;

constexpr std::array<std::string_view, 5> tables{"learner", "identity_number", "learner_photo", "class",
                                                 "enrolment"};

// Columns that say nothing to a person: keys, and what is worked out from others.
constexpr std::array<std::string_view, 6> unseen{"id",     "uid",      "folded_km",
                                                 "folded", "sort_key", "registered_at"};

std::optional<std::int64_t> integer(const std::optional<std::string>& text) {
    if (!text) return std::nullopt;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (error != std::errc{}) return std::nullopt;
    return value;
}

// A key: of an inserted row it stands among the new values.
std::optional<std::int64_t> key(const RecordedRow& row, int column) {
    return integer(row.what() == RecordedRow::What::inserted ? row.is(column) : row.was(column));
}

class Collector {
  public:
    Collector(const Person& person, const ColumnNames& names)
        : m_person(person)
        , m_names(names) {}

    void take(const RecordedRow& row) {
        if (row.table() == "learner")
            take_learner(row);
        else if (row.table() == "identity_number")
            take_identity(row);
        else if (row.table() == "learner_photo")
            take_photo(row);
        else if (row.table() == "class")
            take_class(row);
        else if (row.table() == "enrolment")
            take_enrolment(row);
    }
    KeptChanges kept;

  private:
    bool is_person(const std::optional<std::int64_t>& id) const {
        return id == static_cast<std::int64_t>(m_person.id);
    }
    void add(std::string field, std::optional<std::string> was, std::optional<std::string> is) {
        if (was != is) kept.changes.push_back({std::move(field), std::move(was), std::move(is)});
    }
    int column(std::string_view table, std::string_view name) const {
        const auto& all = m_names.at(std::string{table});
        return static_cast<int>(std::find(all.begin(), all.end(), name) - all.begin());
    }

    void take_learner(const RecordedRow& row) {
        if (!is_person(key(row, 0)) || row.what() == RecordedRow::What::removed) return;
        if (row.what() == RecordedRow::What::inserted) {
            // Another's row, whose key was given again later.
            const auto uid = row.is_blob(column("learner", "uid"));
            if (!uid ||
                !std::equal(uid->begin(), uid->end(), m_person.uid.bytes.begin(), m_person.uid.bytes.end()))
                return;
            kept.came_in = true;
        }
        const auto& names = m_names.at("learner");
        for (int i = 0; i < std::min(row.columns(), static_cast<int>(names.size())); ++i) {
            const std::string& name = names[static_cast<std::size_t>(i)];
            if (std::find(unseen.begin(), unseen.end(), name) == unseen.end() && row.has_is(i))
                add(name, row.was(i), row.is(i));
        }
    }

    void take_identity(const RecordedRow& row) {
        if (!is_person(key(row, 0))) return;
        const auto said = [](const std::optional<std::string>& kind,
                             const std::optional<std::string>& number) {
            return kind && number ? std::optional{*kind + ' ' + *number} : std::nullopt;
        };
        add("identities", said(row.was(1), row.was(2)), said(row.is(1), row.is(2)));
    }

    void take_photo(const RecordedRow& row) {
        if (!is_person(key(row, 0))) return;
        using What = RecordedRow::What;
        const auto there = [](bool yes) { return yes ? std::optional<std::string>{"1"} : std::nullopt; };
        if (row.what() == What::updated)
            kept.changes.push_back({"photo", "1", "1"});
        else
            add("photo", there(row.what() == What::removed), there(row.what() == What::inserted));
    }

    // A class opened by the same work: it may be gone since, and its key another's.
    void take_class(const RecordedRow& row) {
        const auto name = row.is(column("class", "name_km"));
        if (row.what() == RecordedRow::What::inserted && name)
            m_opened.insert_or_assign(key(row, 0).value_or(0), *name);
    }

    void take_enrolment(const RecordedRow& row) {
        const int learner = column("enrolment", "learner_id");
        const int in = column("enrolment", "class_id");
        const int first = column("enrolment", "first_day");
        const int last = column("enrolment", "last_day");
        const int reason = column("enrolment", "leaving_reason");
        if (row.what() != RecordedRow::What::updated) {
            const bool came = row.what() == RecordedRow::What::inserted;
            const auto side = [&](int c) { return came ? row.is(c) : row.was(c); };
            if (!is_person(integer(side(learner)))) return;
            const auto told = [&](const char* field, std::optional<std::string> value) {
                came ? add(field, std::nullopt, std::move(value))
                     : add(field, std::move(value), std::nullopt);
            };
            told("class", class_name(side(in)));
            told("first_day", side(first));
            told("last_day", side(last));
            told("enrolment_leaving_reason", side(reason));
            return;
        }
        const auto mine = m_person.enrolments.find(key(row, 0).value_or(0));
        if (mine == m_person.enrolments.end()) return;
        if (row.has_is(learner)) // a merge gave it over
            add("class", std::nullopt, mine->second);
        if (row.has_is(last) || row.has_is(reason)) {
            // Which class is meant, unchanged.
            kept.changes.push_back({"class", mine->second, mine->second});
            add("last_day", row.was(last), row.is(last));
            add("enrolment_leaving_reason", row.was(reason), row.is(reason));
        }
    }

    std::optional<std::string> class_name(const std::optional<std::string>& id) const {
        const auto opened = m_opened.find(integer(id).value_or(0));
        if (opened != m_opened.end()) return opened->second;
        const auto known = m_person.classes.find(integer(id).value_or(0));
        return known == m_person.classes.end() ? std::nullopt : std::optional{known->second};
    }

    const Person& m_person;
    const ColumnNames& m_names;
    std::map<std::int64_t, std::string> m_opened;
};

} // namespace

Person load_person(const storage::Database& database, learners::LearnerId id) {
    Person person;
    person.id = id;
    storage::Statement row = database.query("SELECT uid, registered_at FROM learner WHERE id = ?1", id);
    if (!row.step()) throw std::logic_error("a learner who is not there");
    person.uid = row.get<core::Uid>(0);
    person.registered_at = row.get<core::Moment>(1);
    storage::Statement all = database.query("SELECT id, name_km FROM class");
    while (all.step())
        person.classes[all.get<std::int64_t>(0)] = all.get<std::string>(1);
    storage::Statement in = database.query("SELECT id, class_id FROM enrolment WHERE learner_id = ?1", id);
    while (in.step())
        person.enrolments[in.get<std::int64_t>(0)] = person.classes.at(in.get<std::int64_t>(1));
    return person;
}

ColumnNames column_names(const storage::Database& database) {
    ColumnNames names;
    for (const std::string_view table : tables) {
        storage::Statement row = database.query("SELECT name FROM pragma_table_info(?1) ORDER BY cid", table);
        while (row.step())
            names[std::string{table}].push_back(row.get<std::string>(0));
    }
    return names;
}

KeptChanges changes_to(const Person& person, const ColumnNames& names, std::span<const std::byte> changeset) {
    bool touched = storage::mentions(changeset, static_cast<std::int64_t>(person.id));
    for (const auto& [enrolment, in] : person.enrolments)
        touched = touched || storage::mentions(changeset, enrolment);
    if (!touched) return {};
    Collector collector(person, names);
    storage::read_changeset(changeset, [&](const RecordedRow& row) { collector.take(row); });
    return std::move(collector.kept);
}

} // namespace history
