// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/lock_store.hpp"

#include "classes/class_store.hpp"
#include "storage/change.hpp"

#include <algorithm>

namespace assessment {
namespace {

constexpr std::string_view select_locks = R"sql(
SELECT period, locked_at, actor FROM score_lock WHERE class_id = ?1 ORDER BY period)sql";

constexpr std::string_view insert_lock = R"sql(
INSERT INTO score_lock (class_id, period, locked_at, actor) VALUES (?1, ?2, ?3, ?4))sql";

constexpr std::string_view delete_lock = R"sql(
DELETE FROM score_lock WHERE class_id = ?1 AND period = ?2)sql";

// The class as both ways of changing a lock find it.
struct Locked {
    classes::Class taught;
    programmes::Pack pack;
    const programmes::Period* period;
    std::vector<PeriodLock> locks;

    Locked(const storage::Database& database, classes::ClassId class_id, std::string_view key)
        : taught(classes::load_class(database, class_id))
        , pack(classes::load_rules(database, taught))
        , period(programmes::find_period(pack, key))
        , locks(load_locks(database, class_id)) {}

    core::Expected<void> check(std::string_view key) const {
        if (taught.status != classes::Status::open)
            return core::fail(core::Error{"class.not-open"}
                                  .with("class", taught.name_km)
                                  .with("status", std::string{classes::to_text(taught.status)}));
        if (period == nullptr)
            return core::fail(core::Error{"period.unknown"}.with("period", std::string{key}));
        return {};
    }
};

core::Error about_period(std::string code, const programmes::Period& period) {
    return core::Error{std::move(code)}.with("period", period.key).with("name", period.name.km);
}

} // namespace

std::vector<PeriodLock> load_locks(const storage::Database& database, classes::ClassId class_id) {
    std::vector<PeriodLock> locks;
    auto row = database.query(select_locks, class_id);
    while (row.step())
        locks.push_back({row.get<std::string>(0), row.get<core::Moment>(1), row.get<std::string>(2)});
    return locks;
}

const PeriodLock* lock_on(const programmes::Pack& pack, const std::vector<PeriodLock>& locks,
                          std::string_view period) {
    for (const programmes::Period* holder : programmes::periods_with(pack, period)) {
        const auto found = std::find_if(locks.begin(), locks.end(),
                                        [&](const PeriodLock& lock) { return lock.period == holder->key; });
        if (found != locks.end()) return &*found;
    }
    return nullptr;
}

core::Expected<void> check_unlocked(const storage::Database& database, const classes::Class& taught,
                                    std::string_view period) {
    const auto pack = classes::load_rules(database, taught);
    const auto* found = programmes::find_period(pack, period);
    if (found == nullptr || lock_on(pack, load_locks(database, taught.id), period) == nullptr) return {};
    return core::fail(about_period("period.locked", *found));
}

core::Expected<void> lock_period(storage::Transaction& tx, classes::ClassId class_id,
                                 std::string_view period) {
    const Locked now(tx.database(), class_id, period);
    if (auto checked = now.check(period); !checked) return checked;
    if (lock_on(now.pack, now.locks, period) != nullptr)
        return core::fail(about_period("period.locked", *now.period));
    tx.run(insert_lock, class_id, period, tx.now(), tx.actor().name);
    tx.audit("period.lock", "class", now.taught.uid,
             storage::change_json({{now.period->key, std::nullopt, "locked"}}));
    return {};
}

core::Expected<void> unlock_period(storage::Transaction& tx, classes::ClassId class_id,
                                   std::string_view period, const std::string& reason) {
    const Locked now(tx.database(), class_id, period);
    if (auto checked = now.check(period); !checked) return checked;
    const PeriodLock* lock = lock_on(now.pack, now.locks, period);
    if (lock == nullptr) return core::fail(about_period("period.not-locked", *now.period));
    if (lock->period != period)
        return core::fail(about_period("period.locked-with", *now.period)
                              .with("with", programmes::find_period(now.pack, lock->period)->name.km));
    if (reason.empty()) return core::fail(core::Error{"period.no-reason"});
    tx.run(delete_lock, class_id, period);
    tx.audit(
        "period.unlock", "class", now.taught.uid,
        storage::change_json({{now.period->key, "locked", std::nullopt}, {"reason", std::nullopt, reason}}));
    return {};
}

} // namespace assessment
