// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/merging.hpp"

namespace learners {
namespace {

constexpr std::string_view insert_alias = R"sql(
INSERT INTO learner_alias (former_id, uid, number, learner_id)
SELECT id, uid, number, ?2 FROM learner WHERE id = ?1)sql";

constexpr std::string_view delete_photo_of_other = R"sql(
DELETE FROM learner_photo WHERE learner_id = ?2
    AND EXISTS (SELECT 1 FROM learner_photo WHERE learner_id = ?1))sql";

} // namespace

void take_photo(storage::Transaction& tx, LearnerId gone, LearnerId kept) {
    tx.run(delete_photo_of_other, gone, kept);
    tx.run("UPDATE learner_photo SET learner_id = ?2 WHERE learner_id = ?1", gone, kept);
}

void merge_away(storage::Transaction& tx, LearnerId gone, LearnerId kept) {
    tx.run("UPDATE learner_alias SET learner_id = ?2 WHERE learner_id = ?1", gone, kept);
    tx.run(insert_alias, gone, kept);
    tx.run("DELETE FROM learner WHERE id = ?1", gone);
}

} // namespace learners
