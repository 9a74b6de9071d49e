// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/other_person.hpp"

#include "learners/learner_store.hpp"

#include <algorithm>

namespace identity {
namespace {

using learners::LearnerId;

constexpr std::string_view insert_pair = R"sql(
INSERT INTO other_person (first_uid, second_uid, actor, decided_at) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (first_uid, second_uid) DO NOTHING)sql";

constexpr std::string_view select_pairs = R"sql(
SELECT coalesce(a.id, a_alias.learner_id), coalesce(b.id, b_alias.learner_id)
FROM other_person p
LEFT JOIN learner a ON a.uid = p.first_uid
LEFT JOIN learner_alias a_alias ON a_alias.uid = p.first_uid
LEFT JOIN learner b ON b.uid = p.second_uid
LEFT JOIN learner_alias b_alias ON b_alias.uid = p.second_uid
WHERE coalesce(a.id, a_alias.learner_id) IS NOT NULL AND coalesce(b.id, b_alias.learner_id) IS NOT NULL)sql";

core::Error unknown(LearnerId id) {
    return core::Error{"learner.unknown"}.with("text", std::to_string(static_cast<std::int64_t>(id)));
}

} // namespace

core::Expected<void> decide_other_person(storage::Transaction& tx, LearnerId a, LearnerId b) {
    const auto first = learners::find_learner(tx.database(), a);
    if (!first) return core::fail(unknown(a));
    const auto second = learners::find_learner(tx.database(), b);
    if (!second) return core::fail(unknown(b));
    if (a == b) return core::fail(core::Error{"merge.same-record"}.with("number", first->number));
    const auto [smaller, larger] = std::minmax(first->uid, second->uid);
    if (tx.run(insert_pair, smaller, larger, tx.actor().name, tx.now()) > 0)
        tx.audit("identity.other-person", "other_person", first->uid,
                 storage::change_json({{"number", first->number, second->number}}));
    return {};
}

DecidedPairs load_other_persons(const storage::Database& database) {
    DecidedPairs pairs;
    storage::Statement row = database.query(select_pairs);
    while (row.step()) {
        const auto a = row.get<LearnerId>(0);
        const auto b = row.get<LearnerId>(1);
        if (a != b) pairs.emplace_back(std::min(a, b), std::max(a, b));
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

} // namespace identity
