// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/round_store.hpp"

#include "core/tidy.hpp"
#include "storage/change.hpp"

#include <algorithm>

namespace returns {
namespace {

constexpr std::string_view select_rounds = R"sql(
SELECT kind, layout, due_days, since FROM return_round)sql";

constexpr std::string_view upsert_round = R"sql(
INSERT INTO return_round (kind, layout, due_days, since) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (kind) DO UPDATE
SET layout = excluded.layout, due_days = excluded.due_days, since = excluded.since)sql";

constexpr std::string_view delete_round = "DELETE FROM return_round WHERE kind = ?1";

storage::Fields fields(const Round& round) {
    return {{"layout", round.layout},
            {"due_days", std::to_string(round.due_days)},
            {"since", core::to_iso(round.since)}};
}

} // namespace

std::vector<Round> list_rounds(const storage::Database& database) {
    std::vector<Round> rounds;
    auto row = database.query(select_rounds);
    while (row.step())
        rounds.push_back({period_kind_from_text(row.get<std::string_view>(0)).value(),
                          row.get<std::string>(1), row.get<int>(2), row.get<core::Day>(3)});
    std::sort(rounds.begin(), rounds.end(), [](const Round& a, const Round& b) { return a.kind < b.kind; });
    return rounds;
}

core::Expected<void> set_round(storage::Transaction& tx, const Round& round) {
    Round is = round;
    is.layout = core::tidy(round.layout);
    if (is.layout.empty()) return core::fail(core::Error{"round.no-layout"});
    if (is.due_days < 0 || is.due_days > most_due_days)
        return core::fail(core::Error{"round.due-days"}
                              .with("days", std::to_string(is.due_days))
                              .with("most", std::to_string(most_due_days)));
    storage::Fields was;
    for (const Round& one : list_rounds(tx.database()))
        if (one.kind == is.kind) was = fields(one);
    auto changes = storage::changes_between(was, fields(is));
    if (changes.empty()) return {};
    changes.push_back({"kind", std::nullopt, std::string{to_text(is.kind)}});
    tx.run(upsert_round, to_text(is.kind), is.layout, is.due_days, is.since);
    tx.audit("round.set", "return_round", std::nullopt, storage::change_json(changes));
    return {};
}

core::Expected<void> remove_round(storage::Transaction& tx, PeriodKind kind) {
    const std::string name{to_text(kind)};
    if (tx.run(delete_round, name) == 0) return core::fail(core::Error{"round.unknown"}.with("kind", name));
    tx.audit("round.remove", "return_round", std::nullopt,
             storage::change_json({{"kind", name, std::nullopt}}));
    return {};
}

core::Day due_day(const Round& round, const ReturnPeriod& period) {
    return core::Day{std::chrono::sys_days{period.last_day()} + std::chrono::days{round.due_days}};
}

std::optional<Round> round_of(const std::vector<Round>& rounds, const ReturnPeriod& period) {
    for (const Round& round : rounds)
        if (round.kind == period.kind() && round.since <= period.first_day()) return round;
    return std::nullopt;
}

std::vector<ReturnPeriod> asked_for(const Round& round, core::Day today) {
    std::vector<ReturnPeriod> periods;
    for (ReturnPeriod period = ReturnPeriod::holding(today, round.kind); period.first_day() >= round.since;
         period = period.before())
        if (period.last_day() < today) periods.push_back(period);
    return periods;
}

} // namespace returns
