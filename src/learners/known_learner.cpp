// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/known_learner.hpp"

#include "learners/learner_store.hpp"

namespace learners {
namespace {

// As the search reads them: the rows of a later room, without its code.
constexpr std::string_view select_classes = R"sql(
SELECT c.name_km FROM enrolment e JOIN class c ON c.id = e.class_id
WHERE e.learner_id = ?1 AND e.last_day IS NULL ORDER BY c.id)sql";

} // namespace

std::optional<KnownLearner> find_known(const storage::Database& database, LearnerId id) {
    auto rows = rows_of(database, std::span{&id, 1});
    if (rows.empty()) return std::nullopt;
    KnownLearner known{std::move(rows.front()), {}, find_photo(database, id)};
    storage::Statement row = database.query(select_classes, id);
    while (row.step())
        known.classes.push_back(row.get<std::string>(0));
    if (known.classes.empty())
        if (const auto named =
                database.value<std::string>("SELECT class_text FROM learner WHERE id = ?1", id))
            known.classes.push_back(*named);
    return known;
}

} // namespace learners
