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
SELECT l.id, l.folded_km, l.folded, l.number, l.phone, a.folded_km, a.folded, l.village_text, l.class_text, l.sex,
       l.born IS NOT NULL, l.village_code IS NOT NULL OR l.village_text IS NOT NULL, l.equity_level IS NOT NULL,
       l.equity_valid_to, l.disability_text IS NOT NULL, l.wg_seeing, l.wg_hearing, l.wg_walking, l.wg_remembering,
       l.wg_self_care, l.wg_communicating
FROM learner l LEFT JOIN area a ON a.code = l.village_code
ORDER BY l.sort_key, l.id)sql";

constexpr std::string_view select_one = R"sql(
SELECT l.id, l.folded_km, l.folded, l.number, l.phone, a.folded_km, a.folded, l.village_text, l.class_text, l.sex,
       l.born IS NOT NULL, l.village_code IS NOT NULL OR l.village_text IS NOT NULL, l.equity_level IS NOT NULL,
       l.equity_valid_to, l.disability_text IS NOT NULL, l.wg_seeing, l.wg_hearing, l.wg_walking, l.wg_remembering,
       l.wg_self_care, l.wg_communicating
FROM learner l LEFT JOIN area a ON a.code = l.village_code
WHERE l.id = ?1)sql";

constexpr std::string_view select_classes = R"sql(SELECT id, folded_km, name FROM class)sql";

constexpr std::string_view select_memberships = R"sql(
SELECT learner_id, class_id, last_day IS NULL FROM enrolment
WHERE leaving_reason IS NOT 'entered_by_mistake' ORDER BY learner_id, class_id)sql";

constexpr std::string_view select_classes_of = R"sql(
SELECT c.folded_km, c.name, c.id, e.last_day IS NULL FROM enrolment e JOIN class c ON c.id = e.class_id
WHERE e.learner_id = ?1 AND e.leaving_reason IS NOT 'entered_by_mistake' ORDER BY c.id)sql";

// The numbers of records that were merged into another.
constexpr std::string_view select_former_numbers = R"sql(
SELECT learner_id, number FROM learner_alias ORDER BY learner_id, number)sql";

constexpr std::string_view select_former_numbers_of = R"sql(
SELECT number FROM learner_alias WHERE learner_id = ?1 ORDER BY number)sql";

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

Answer disability_in(const storage::Statement& row) {
    Learner asked;
    WashingtonGroup& wg = asked.washington;
    int column = 15;
    for (auto* answer :
         {&wg.seeing, &wg.hearing, &wg.walking, &wg.remembering, &wg.self_care, &wg.communicating})
        *answer = row.get<std::optional<Difficulty>>(column++);
    if (row.get<bool>(14)) asked.disability_text = "";
    const auto known = has_disability(asked);
    return !known ? Answer::unknown : *known ? Answer::yes : Answer::no;
}

Traits read_traits(const storage::Statement& row) {
    Traits traits;
    traits.sex = core::sex_from_text(row.get<std::string_view>(9)).value();
    traits.born = row.get<bool>(10);
    traits.village = row.get<bool>(11);
    if (row.get<bool>(12)) {
        const auto until = row.get<std::optional<core::Day>>(13);
        traits.card_until =
            until ? static_cast<std::int32_t>(std::chrono::sys_days{*until}.time_since_epoch().count())
                  : INT32_MAX;
    }
    traits.disability = disability_in(row);
    return traits;
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
    entry.traits = read_traits(row);
    entry.memberships.clear();
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
            m_all.emplace_back(memberships.get<LearnerId>(0),
                               Membership{static_cast<std::uint32_t>(memberships.get<std::int64_t>(1)),
                                          memberships.get<bool>(2)});
    }

    void add_to(SearchEntry& entry) const {
        for (auto at = std::lower_bound(m_all.begin(), m_all.end(), entry.id,
                                        [](const auto&one, LearnerId id) { return one.first < id; });
             at != m_all.end() && at->first == entry.id; ++at) {
            entry.memberships.push_back(at->second);
            if (at->second.present) entry.classes += m_names.at(at->second.class_id);
        }
    }

  private:
    std::unordered_map<std::int64_t, std::string> m_names;
    std::vector<std::pair<LearnerId, Membership>> m_all;
};

// The former numbers of everyone who has some: few, so all are kept at hand.
class FormerNumbers {
  public:
    explicit FormerNumbers(const Database& database) {
        storage::Statement row = database.query(select_former_numbers);
        while (row.step())
            add_typed(m_codes[row.get<std::int64_t>(0)], row.get<std::string_view>(1));
    }

    void add_to(SearchEntry& entry) const {
        if (const auto at = m_codes.find(static_cast<std::int64_t>(entry.id)); at != m_codes.end())
            entry.own += at->second;
    }

  private:
    std::unordered_map<std::int64_t, std::string> m_codes;
};

} // namespace

void read_entries(const Database& database, core::Progress& progress,
                  const std::function<void(const SearchEntry&)>& take) {
    const auto total = database.value<std::int64_t>("SELECT count(*) FROM learner").value_or(0);
    const Memberships memberships(database);
    const FormerNumbers former_numbers(database);
    storage::Statement row = database.query(select_everyone);
    SearchEntry entry;
    for (std::int64_t done = 0; row.step(); ++done) {
        if (done % stride == 0) {
            progress.report(done, total);
            if (progress.cancelled()) throw core::WorldFailure{{"cancelled"}};
        }
        read(row, entry);
        memberships.add_to(entry);
        former_numbers.add_to(entry);
        take(entry);
    }
    progress.report(total, total);
}

std::optional<SearchEntry> read_entry(const Database& database, LearnerId id) {
    storage::Statement row = database.query(select_one, id);
    if (!row.step()) return std::nullopt;
    SearchEntry entry;
    read(row, entry);
    storage::Statement former = database.query(select_former_numbers_of, id);
    while (former.step())
        add_typed(entry.own, former.get<std::string_view>(0));
    storage::Statement classes = database.query(select_classes_of, id);
    while (classes.step()) {
        const bool present = classes.get<bool>(3);
        entry.memberships.push_back({static_cast<std::uint32_t>(classes.get<std::int64_t>(2)), present});
        if (!present) continue;
        add_folded(entry.classes, classes.get<std::string_view>(0));
        add_typed(entry.classes, classes.get<std::string_view>(1));
    }
    return entry;
}

std::optional<storage::Blob> sort_key_of(const Database& database, LearnerId id) {
    return database.value<storage::Blob>("SELECT sort_key FROM learner WHERE id = ?1", id);
}

} // namespace learners
