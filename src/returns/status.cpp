// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/status.hpp"

#include "core/words.hpp"
#include "office/gazetteer_store.hpp"
#include "office/office_store.hpp"

#include <algorithm>
#include <set>

namespace returns {
namespace {

constexpr core::Words<Standing, 6> standings{
    {"waited-for", "late", "received", "to-explain", "to-mend", "accepted"}};

// The later one first.
bool newer(const std::string& a, const std::string& b) {
    const auto one = ReturnPeriod::from_text(a);
    const auto other = ReturnPeriod::from_text(b);
    if (!one || !other) return a > b;
    return std::pair{one->last_day(), one->first_day()} > std::pair{other->last_day(), other->first_day()};
}

std::vector<std::string> periods_of(const Status& status, core::Day today) {
    std::set<std::string> periods;
    periods.insert(core::to_iso(core::month_of(today) - std::chrono::months{1}));
    for (const Round& round : status.rounds)
        for (const ReturnPeriod& period : asked_for(round, today))
            periods.insert(period.to_text());
    for (const ReceivedReturn& one : status.received)
        if (!one.period.empty()) periods.insert(one.period);
    std::vector<std::string> ordered{periods.begin(), periods.end()};
    std::stable_sort(ordered.begin(), ordered.end(), newer);
    return ordered;
}

int days_after(core::Day due, core::Day day) {
    return std::max<int>(0,
                         static_cast<int>((std::chrono::sys_days{day} - std::chrono::sys_days{due}).count()));
}

Standing standing_of(const OfficeStatus& status) {
    if (!status.newest) return status.days_late > 0 ? Standing::late : Standing::waited_for;
    const ReceivedReturn& newest = *status.newest;
    if (newest.state == ReceivedState::accepted) return Standing::accepted;
    if (newest.state == ReceivedState::rejected || !may_count(newest)) return Standing::to_mend;
    if (newest.state == ReceivedState::replaced) return Standing::to_mend; // what replaced it was sent back
    return newest.unexplained > 0 ? Standing::to_explain : Standing::received;
}

OfficeStatus status_of(const office::Area& area, const PeriodStatus& of,
                       const std::vector<ReceivedReturn>& received, core::Day today) {
    const std::string& period = of.period;
    OfficeStatus status{area.code, office::unit_km(area), area.name};
    std::set<std::int64_t> versions;
    std::optional<core::Moment> first_came;
    for (const ReceivedReturn& one : received) {
        if (one.office != area.code || one.period != period) continue;
        // A file that cannot be accepted does not hide one that can.
        const bool good = may_count(one);
        if (good) {
            if (one.verdict == FileVerdict::verified) versions.insert(one.version);
            first_came = std::min(first_came.value_or(one.received_at), one.received_at);
        }
        const bool had_good = status.newest && may_count(*status.newest);
        if (!status.newest || (good && !had_good) || (good == had_good && !outranks(*status.newest, one)))
            status.newest = one;
        if (one.state == ReceivedState::accepted) status.accepted = one;
    }
    if (of.due)
        status.days_late = days_after(*of.due, first_came ? core::day_in_cambodia(*first_came) : today);
    for (std::int64_t version = 1; !versions.empty() && version < *versions.rbegin(); ++version)
        if (!versions.contains(version)) status.missing_versions.push_back(version);
    status.standing = standing_of(status);
    return status;
}

} // namespace

std::string_view to_text(Standing standing) {
    return standings.text(standing);
}

Status load_status(const storage::Database& database) {
    Status status;
    status.built = list_built(database);
    status.received = list_received(database);
    status.rounds = list_rounds(database);
    const office::Office ours = office::load_office(database);
    if (ours.level != office::Level::province) {
        status.own = load_own(database);
        return status;
    }
    const core::Day today = database.clock().today();
    const auto areas = office::areas_below(database, ours.area_code);
    for (const std::string& period : periods_of(status, today)) {
        PeriodStatus& one = status.periods.emplace_back(PeriodStatus{.period = period});
        if (const auto parsed = ReturnPeriod::from_text(period)) {
            one.round = round_of(status.rounds, *parsed);
            if (one.round) one.due = due_day(*one.round, *parsed);
        }
        for (const office::Area& area : areas)
            one.offices.push_back(status_of(area, one, status.received, today));
    }
    return status;
}

} // namespace returns
