// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/status.hpp"

#include "office/gazetteer_store.hpp"
#include "office/office_store.hpp"

#include <algorithm>
#include <set>

namespace returns {
namespace {

std::set<std::string, std::greater<>> periods_of(const std::vector<ReceivedReturn>& received,
                                                 core::Day today) {
    std::set<std::string, std::greater<>> periods;
    periods.insert(core::to_iso(core::month_of(today) - std::chrono::months{1}));
    for (const ReceivedReturn& one : received)
        if (!one.period.empty()) periods.insert(one.period);
    return periods;
}

OfficeStatus status_of(const office::Area& area, const std::string& period,
                       const std::vector<ReceivedReturn>& received) {
    OfficeStatus status{area.code, office::unit_km(area), area.name};
    for (const ReceivedReturn& one : received) {
        if (one.office != area.code || one.period != period) continue;
        // A file that cannot be accepted does not hide one that can.
        const bool good = one.verdict == FileVerdict::verified;
        const bool had_good = status.newest && status.newest->verdict == FileVerdict::verified;
        if (!status.newest || (good && !had_good) ||
            (good == had_good && one.version >= status.newest->version))
            status.newest = one;
        if (one.state == ReceivedState::accepted) status.accepted = one;
    }
    return status;
}

} // namespace

Status load_status(const storage::Database& database) {
    Status status;
    status.built = list_built(database);
    status.received = list_received(database);
    const office::Office ours = office::load_office(database);
    if (ours.level != office::Level::province) return status;
    const auto areas = office::areas_below(database, ours.area_code);
    for (const std::string& period : periods_of(status.received, database.clock().today())) {
        PeriodStatus& one = status.periods.emplace_back(PeriodStatus{period, {}});
        for (const office::Area& area : areas)
            one.offices.push_back(status_of(area, period, status.received));
    }
    return status;
}

} // namespace returns
