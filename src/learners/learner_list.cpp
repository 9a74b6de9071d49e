// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/learner_list.hpp"

namespace learners {
namespace {

using storage::Database;

constexpr std::string_view select_first_page = R"sql(
SELECT id, uid, number, name_km, name, folded_km, folded, sex, born, village_code, village_text, phone, sort_key
FROM learner ORDER BY sort_key, id LIMIT ?1)sql";

constexpr std::string_view select_page = R"sql(
SELECT id, uid, number, name_km, name, folded_km, folded, sex, born, village_code, village_text, phone, sort_key
FROM learner WHERE (sort_key, id) > (?1, ?2) ORDER BY sort_key, id LIMIT ?3)sql";

constexpr std::string_view select_row = R"sql(
SELECT id, uid, number, name_km, name, folded_km, folded, sex, born, village_code, village_text, phone
FROM learner WHERE id = ?1)sql";

// A NULL key equals nothing; each branch has its index.
constexpr std::string_view select_candidates = R"sql(
SELECT id, uid, number, name_km, name, folded_km, folded, sex, born, village_code, village_text, phone
FROM learner WHERE folded_km = ?1 OR folded = ?2 OR phone = ?3 ORDER BY id)sql";

LearnerRow read(const storage::Statement& row) {
    LearnerRow learner;
    learner.id = row.get<LearnerId>(0);
    learner.uid = row.get<core::Uid>(1);
    learner.number = row.get<std::string>(2);
    learner.name_km = row.get<std::string>(3);
    learner.name = row.get<std::string>(4);
    learner.folded_km = row.get<std::string>(5);
    learner.folded = row.get<std::string>(6);
    learner.sex = core::sex_from_text(row.get<std::string_view>(7)).value();
    learner.born = row.get<std::optional<core::PartialDate>>(8);
    learner.village_code = row.get<std::optional<std::string>>(9);
    learner.village_text = row.get<std::optional<std::string>>(10);
    learner.phone = row.get<std::optional<std::string>>(11);
    return learner;
}

std::optional<std::string_view> unless_empty(std::string_view key) {
    if (key.empty()) return std::nullopt;
    return key;
}

} // namespace

LearnerPage list_page(const Database& database, const std::optional<ListKey>& after, std::int64_t limit) {
    storage::Statement row = after ? database.query(select_page, after->sort_key, after->id, limit)
                                   : database.query(select_first_page, limit);
    LearnerPage page;
    while (row.step()) {
        page.rows.push_back(read(row));
        if (static_cast<std::int64_t>(page.rows.size()) == limit)
            page.next = ListKey{row.get<storage::Blob>(12), page.rows.back().id};
    }
    return page;
}

std::vector<LearnerRow> rows_of(const Database& database, std::span<const LearnerId> ids) {
    std::vector<LearnerRow> rows;
    rows.reserve(ids.size());
    storage::Statement row = database.query(select_row, LearnerId{});
    for (LearnerId id : ids)
        if (row.bind(id).step()) rows.push_back(read(row));
    return rows;
}

std::int64_t count_learners(const Database& database) {
    return database.value<std::int64_t>("SELECT count(*) FROM learner").value_or(0);
}

std::vector<LearnerRow> candidates(const Database& database, std::string_view folded_km,
                                   std::string_view folded, std::string_view phone) {
    storage::Statement row =
        database.query(select_candidates, unless_empty(folded_km), unless_empty(folded), unless_empty(phone));
    std::vector<LearnerRow> found;
    while (row.step())
        found.push_back(read(row));
    return found;
}

} // namespace learners
