// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/period_lock.hpp"

#include "core/tidy.hpp"
#include "storage/change.hpp"

#include <algorithm>

namespace office {
namespace {

constexpr std::string_view select_locks = R"sql(
SELECT period, first_day, last_day, basis, shut_at, opened_at, reason FROM period_lock
WHERE ?1 IS NULL OR period = ?1 ORDER BY first_day, period)sql";

constexpr std::string_view upsert_lock = R"sql(
INSERT INTO period_lock (period, first_day, last_day, basis, shut_at) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (period) DO UPDATE
SET basis = excluded.basis, shut_at = excluded.shut_at, opened_at = NULL, reason = NULL)sql";

constexpr std::string_view open_lock = R"sql(
UPDATE period_lock SET opened_at = ?2, reason = ?3 WHERE period = ?1)sql";

constexpr std::string_view delete_lock = "DELETE FROM period_lock WHERE period = ?1";

std::vector<PeriodLock> read_all(storage::Statement row) {
    std::vector<PeriodLock> locks;
    while (row.step())
        locks.push_back({row.get<std::string>(0), row.get<core::Day>(1), row.get<core::Day>(2),
                         row.get<std::string>(3), row.get<core::Moment>(4),
                         row.get<std::optional<core::Moment>>(5),
                         row.get<std::optional<std::string>>(6).value_or("")});
    return locks;
}

core::Error about(std::string code, const std::string& period) {
    return core::Error{std::move(code)}.with("period", period);
}

} // namespace

std::vector<PeriodLock> period_locks(const storage::Database& database) {
    return read_all(database.query(select_locks, std::nullopt));
}

std::optional<PeriodLock> find_lock(const storage::Database& database, const std::string& period) {
    auto found = read_all(database.query(select_locks, period));
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

core::Error locked(const PeriodLock& lock) {
    return about("period.locked", lock.period).with("by", "return");
}

ShutDays::ShutDays(const storage::Database& database)
    : m_locks(period_locks(database)) {
    std::erase_if(m_locks, [](const PeriodLock& lock) { return !lock.shut(); });
}

const PeriodLock* ShutDays::find(core::Day first, core::Day last) const {
    const auto found = std::find_if(m_locks.begin(), m_locks.end(), [&](const PeriodLock& lock) {
        return lock.first_day <= last && first <= lock.last_day;
    });
    return found == m_locks.end() ? nullptr : &*found;
}

core::Expected<void> ShutDays::check(core::Day first, core::Day last) const {
    const PeriodLock* lock = find(first, last);
    if (lock == nullptr) return {};
    return core::fail(locked(*lock));
}

core::Expected<void> ShutDays::check_from(core::Day day) const {
    return check(day, core::Day{std::chrono::year::max(), std::chrono::December, std::chrono::day{31}});
}

void shut_period(storage::Transaction& tx, const std::string& period, core::Day first, core::Day last,
                 const std::string& basis) {
    const auto before = find_lock(tx.database(), period);
    if (before && before->basis == basis) return;
    tx.run(upsert_lock, period, first, last, basis, tx.now());
    tx.audit("period.shut", "period_lock", std::nullopt,
             storage::change_json({{"period", std::nullopt, period},
                                   {"basis", before ? std::optional{before->basis} : std::nullopt, basis}}));
}

void free_period(storage::Transaction& tx, const std::string& period) {
    if (tx.run(delete_lock, period) == 0) return;
    tx.audit("period.free", "period_lock", std::nullopt,
             storage::change_json({{"period", period, std::nullopt}}));
}

core::Expected<void> open_for_correction(storage::Transaction& tx, const std::string& period,
                                         const std::string& reason) {
    const auto lock = find_lock(tx.database(), period);
    if (!lock) return core::fail(about("correction.not-shut", period));
    if (!lock->shut())
        return core::fail(about("correction.open-already", period).with("reason", lock->reason));
    const std::string why = core::tidy(reason);
    if (why.empty()) return core::fail(core::Error{"correction.no-reason"});
    tx.run(open_lock, period, tx.now(), why);
    tx.audit("period.correct", "period_lock", std::nullopt,
             storage::change_json({{"period", std::nullopt, period}, {"reason", std::nullopt, why}}));
    return {};
}

} // namespace office
