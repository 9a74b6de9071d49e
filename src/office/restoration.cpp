// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/restoration.hpp"

#include "office/office_store.hpp"

#include <fmt/format.h>

namespace office {
namespace {

constexpr std::string_view select_last_restoration = R"sql(
SELECT generation, restored_at, from_generation, made_at FROM restoration ORDER BY generation DESC LIMIT 1)sql";

constexpr std::string_view insert_restoration = R"sql(
INSERT INTO restoration (generation, restored_at, from_generation, made_at) VALUES (?1, ?2, ?3, ?4))sql";

constexpr std::string_view sum_lost_since = R"sql(
SELECT coalesce(sum(generation - from_generation), 0) FROM restoration WHERE restored_at > ?1)sql";

} // namespace

std::optional<Restoration> last_restoration(const storage::Database& database) {
    storage::Statement row = database.query(select_last_restoration);
    if (!row.step()) return std::nullopt;
    return Restoration{row.get<int>(0), row.get<core::Moment>(1), row.get<int>(2), row.get<core::Moment>(3)};
}

void note_restoration(storage::Transaction& tx, int generation, core::Moment made_at) {
    const Office before = load_office(tx.database());
    tx.run("UPDATE office SET generation = ?1 WHERE id = 1", generation);
    tx.run(insert_restoration, generation, tx.now(), before.generation, made_at);
    tx.audit("office.restore", "office", before.uid,
             fmt::format(R"({{"generation":[{},{}],"backup_of":"{}"}})", before.generation, generation,
                         core::to_iso(made_at)));
}

std::int64_t lost_lives(const storage::Database& database, core::Day day) {
    const auto last = last_restoration(database);
    if (!last || core::day_in_cambodia(last->restored_at) < day) return 0;
    return last->generation - 1;
}

std::int64_t lost_lives_since(const storage::Database& database, core::Moment moment) {
    return database.value<std::int64_t>(sum_lost_since, moment).value_or(0);
}

} // namespace office
