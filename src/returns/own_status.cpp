// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/own_status.hpp"

#include "core/words.hpp"
#include "office/period_lock.hpp"
#include "returns/built_return_store.hpp"
#include "returns/content_reader.hpp"
#include "returns/gather.hpp"
#include "returns/layout_store.hpp"
#include "returns/receipt_store.hpp"

#include <algorithm>
#include <map>

namespace returns {
namespace {

constexpr core::Words<OwnStanding, 8> standings{
    {"to-build", "late", "built", "to-explain", "to-mend", "accepted", "correcting", "changed"}};

std::vector<ReturnPeriod> periods_of(const std::vector<Round>& rounds, const std::vector<BuiltReturn>& built,
                                     core::Day today) {
    std::vector<ReturnPeriod> periods;
    for (const Round& round : rounds)
        for (const ReturnPeriod& period : asked_for(round, today))
            periods.push_back(period);
    for (const BuiltReturn& one : built)
        if (const auto period = ReturnPeriod::from_text(one.period)) periods.push_back(*period);
    std::sort(periods.begin(), periods.end(), [](const ReturnPeriod& a, const ReturnPeriod& b) {
        return std::pair{a.last_day(), a.first_day()} > std::pair{b.last_day(), b.first_day()};
    });
    periods.erase(std::unique(periods.begin(), periods.end()), periods.end());
    return periods;
}

class Board {
  public:
    explicit Board(const storage::Database& database)
        : m_database(database)
        , m_rounds(list_rounds(database))
        , m_built(list_built(database)) {
        for (Decision& one : decisions_taken(database))
            m_decisions[one.period].push_back(std::move(one));
    }

    std::vector<OwnPeriod> load() {
        std::vector<OwnPeriod> all;
        for (const ReturnPeriod& period : periods_of(m_rounds, m_built, m_database.clock().today()))
            all.push_back(load(period));
        return all;
    }

  private:
    OwnPeriod load(const ReturnPeriod& period) {
        OwnPeriod own;
        own.period = period.to_text();
        own.round = round_of(m_rounds, period);
        if (own.round) own.due = due_day(*own.round, period);
        for (const BuiltReturn& one : m_built)
            if (one.period == own.period && (!own.newest || one.version > own.newest->version))
                own.newest = one;
        const auto& decisions = m_decisions[own.period];
        if (const Decision* accepted = accepted_of(decisions)) own.accepted = *accepted;
        for (const Decision& one : decisions)
            if (own.newest && one.version == own.newest->version &&
                (!own.decided || later(one, *own.decided)))
                own.decided = one;
        if (const auto lock = office::find_lock(m_database, own.period)) own.correction = lock->reason;
        own.standing = standing_of(own, period);
        return own;
    }

    OwnStanding standing_of(const OwnPeriod& own, const ReturnPeriod& period) {
        if (!own.newest)
            return own.due && m_database.clock().today() > *own.due ? OwnStanding::late
                                                                    : OwnStanding::to_build;
        if (own.decided && own.decided->ruling == Ruling::rejected) return OwnStanding::to_mend;
        if (own.accepted && own.accepted->version == own.newest->version) {
            if (own.correction.empty()) return OwnStanding::accepted;
            return differs(own, period) ? OwnStanding::changed : OwnStanding::correcting;
        }
        return own.newest->unexplained > 0 ? OwnStanding::to_explain : OwnStanding::built;
    }

    bool differs(const OwnPeriod& own, const ReturnPeriod& period) {
        const auto content = built_content(m_database, own.period, own.accepted->version);
        core::NoProgress silent;
        return content != nullptr && figures_differ(m_database, period, *content, silent);
    }

    const storage::Database& m_database;
    std::vector<Round> m_rounds;
    std::vector<BuiltReturn> m_built;
    std::map<std::string, std::vector<Decision>> m_decisions;
};

// In whatever order they stand.
bool same_groups(const FilledSheet& said, const FilledSheet& now) {
    return said.groups.size() == now.groups.size() &&
           std::all_of(now.groups.begin(), now.groups.end(), [&](const FilledSheet::Named& group) {
               return std::any_of(said.groups.begin(), said.groups.end(), [&](const FilledSheet::Named& one) {
                   return one.key == group.key && one.figures == group.figures;
               });
           });
}

} // namespace

std::string_view to_text(OwnStanding standing) {
    return standings.text(standing);
}

std::vector<OwnPeriod> load_own(const storage::Database& database) {
    return Board(database).load();
}

core::Expected<void> correct_period(storage::Transaction& tx, const ReturnPeriod& period,
                                    const std::string& reason) {
    return office::open_for_correction(tx, period.to_text(), reason);
}

bool figures_differ(const storage::Database& database, const ReturnPeriod& period, const Canonical& accepted,
                    core::Progress& progress) {
    // By the layout it was built with: another layout is no change of the registers.
    const auto layout = find_layout(database, accepted.head.layout);
    if (!layout) return true;
    const auto said = read_content(accepted, *layout);
    if (!said) return true;
    const ReturnContent now = gather(database, period, *layout, progress).content;
    for (std::size_t at = 0; at < now.sheets.size(); ++at)
        if (!(said->sheets[at].all == now.sheets[at].all) || !same_groups(said->sheets[at], now.sheets[at]))
            return true;
    return false;
}

} // namespace returns
