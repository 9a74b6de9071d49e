// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/search_source.hpp"

#include "core/fold.hpp"
#include "learners/coded_texts.hpp"

#include <algorithm>
#include <unordered_map>

namespace learners {
namespace {

using storage::Database;

constexpr std::string_view select_everyone = R"sql(
SELECT l.id, l.folded_km, l.folded, l.number, l.phone, a.folded_km, a.folded, l.village_text, l.class_text
FROM learner l LEFT JOIN area a ON a.code = l.village_code
ORDER BY l.sort_key, l.id)sql";

constexpr std::string_view select_one = R"sql(
SELECT l.id, l.folded_km, l.folded, l.number, l.phone, a.folded_km, a.folded, l.village_text, l.class_text
FROM learner l LEFT JOIN area a ON a.code = l.village_code
WHERE l.id = ?1)sql";

constexpr std::string_view select_classes = R"sql(SELECT id, folded_km, name FROM class)sql";

constexpr std::string_view select_memberships = R"sql(
SELECT learner_id, class_id FROM enrolment WHERE last_day IS NULL ORDER BY learner_id, class_id)sql";

constexpr std::string_view select_classes_of = R"sql(
SELECT c.folded_km, c.name FROM enrolment e JOIN class c ON c.id = e.class_id
WHERE e.learner_id = ?1 AND e.last_day IS NULL ORDER BY c.id)sql";

// Rows between two looks at the clock and the Cancel button.
constexpr std::int64_t stride = 4096;

void add_folded(std::string& code, std::string_view folded) {
    if (folded.empty()) return;
    append_code(code, folded);
    end_field(code);
}

void add_typed(std::string& code, std::string_view typed) {
    // Most are digits, which fold to themselves.
    const bool digits = std::all_of(typed.begin(), typed.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits)
        add_folded(code, typed);
    else
        add_folded(code, core::fold_name(typed));
}

// All but the classes of enrolments, which come after the one that a list named.
void read(const storage::Statement& row, SearchEntry& entry) {
    entry.id = row.get<LearnerId>(0);
    entry.own.clear();
    add_folded(entry.own, row.get<std::string_view>(1));
    add_folded(entry.own, row.get<std::string_view>(2));
    add_typed(entry.own, row.get<std::string_view>(3));
    add_typed(entry.own, row.get<std::string_view>(4));
    entry.place.clear();
    add_folded(entry.place, row.get<std::string_view>(5));
    add_folded(entry.place, row.get<std::string_view>(6));
    add_typed(entry.place, row.get<std::string_view>(7));
    entry.classes.clear();
    add_typed(entry.classes, row.get<std::string_view>(8));
}

// The classes learners are in, all at once: a question for each learner would take longer than the rest.
class Memberships {
  public:
    explicit Memberships(const Database& database) {
        storage::Statement classes = database.query(select_classes);
        while (classes.step()) {
            std::string& code = m_names[classes.get<std::int64_t>(0)];
            add_folded(code, classes.get<std::string_view>(1));
            add_typed(code, classes.get<std::string_view>(2));
        }
        storage::Statement memberships = database.query(select_memberships);
        while (memberships.step())
            m_pairs.emplace_back(memberships.get<LearnerId>(0), memberships.get<std::int64_t>(1));
    }

    void add_to(SearchEntry& entry) const {
        for (auto pair =
                 std::lower_bound(m_pairs.begin(), m_pairs.end(), std::pair{entry.id, std::int64_t{0}});
             pair != m_pairs.end() && pair->first == entry.id; ++pair)
            entry.classes += m_names.at(pair->second);
    }

  private:
    std::unordered_map<std::int64_t, std::string> m_names;
    std::vector<std::pair<LearnerId, std::int64_t>> m_pairs;
};

} // namespace

void read_entries(const Database& database, core::Progress& progress,
                  const std::function<void(const SearchEntry&)>& take) {
    const auto total = database.value<std::int64_t>("SELECT count(*) FROM learner").value_or(0);
    const Memberships memberships(database);
    storage::Statement row = database.query(select_everyone);
    SearchEntry entry;
    for (std::int64_t done = 0; row.step(); ++done) {
        if (done % stride == 0) {
            progress.report(done, total);
            if (progress.cancelled()) throw core::WorldFailure{{"cancelled"}};
        }
        read(row, entry);
        memberships.add_to(entry);
        take(entry);
    }
    progress.report(total, total);
}

std::optional<SearchEntry> read_entry(const Database& database, LearnerId id) {
    storage::Statement row = database.query(select_one, id);
    if (!row.step()) return std::nullopt;
    SearchEntry entry;
    read(row, entry);
    storage::Statement classes = database.query(select_classes_of, id);
    while (classes.step()) {
        add_folded(entry.classes, classes.get<std::string_view>(0));
        add_typed(entry.classes, classes.get<std::string_view>(1));
    }
    return entry;
}

std::optional<storage::Blob> sort_key_of(const Database& database, LearnerId id) {
    return database.value<storage::Blob>("SELECT sort_key FROM learner WHERE id = ?1", id);
}

} // namespace learners
