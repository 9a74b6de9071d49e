// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/province_month.hpp"

#include "office/gazetteer_store.hpp"
#include "office/office_store.hpp"
#include "returns/month_reader.hpp"
#include "returns/received_store.hpp"
#include "returns/step.hpp"

#include <algorithm>

namespace returns {
namespace {

Figures& figures_for(MonthReturn& total, const ProgrammeFigures& one) {
    const auto at =
        std::lower_bound(total.programmes.begin(), total.programmes.end(), one.programme,
                         [](const ProgrammeFigures& a, const std::string& key) { return a.programme < key; });
    if (at != total.programmes.end() && at->programme == one.programme) return at->figures;
    return total.programmes.insert(at, {one.programme, one.name, {}})->figures;
}

void add(MonthReturn& total, const MonthReturn& one) {
    total.all += one.all;
    for (const ProgrammeFigures& programme : one.programmes)
        figures_for(total, programme) += programme.figures;
}

core::Expected<MonthReturn> load_month(const storage::Database& database, const ReceivedReturn& received,
                                       core::Moment* built) {
    const auto content = load_content(database, received.id);
    if (built != nullptr) *built = content->head.built;
    auto month = read_month(*content);
    if (!month) return core::fail(core::Error{month.error()}.with("office", received.office));
    return month;
}

std::optional<ReceivedReturn> newest_of(const std::vector<ReceivedReturn>& received,
                                        const std::string& district, const std::string& period) {
    std::optional<ReceivedReturn> newest;
    for (const ReceivedReturn& one : received)
        if (one.office == district && one.period == period && (!newest || one.version >= newest->version))
            newest = one;
    return newest;
}

} // namespace

std::size_t ProvinceMonth::counted() const {
    return static_cast<std::size_t>(
        std::count_if(districts.begin(), districts.end(),
                      [](const DistrictMonth& one) { return one.counted.has_value(); }));
}

bool ProvinceMonth::has_received() const {
    return std::any_of(districts.begin(), districts.end(), [](const DistrictMonth& one) {
        return one.counted && one.counted->state != ReceivedState::accepted;
    });
}

bool ProvinceMonth::has_samples() const {
    return std::any_of(districts.begin(), districts.end(),
                       [](const DistrictMonth& one) { return one.counted && one.counted->sample; });
}

std::optional<Count> ProvinceMonth::before() const {
    std::optional<Count> sum;
    for (const DistrictMonth& one : districts)
        if (one.before) {
            if (!sum) sum = Count{};
            sum->total += one.before->total;
            sum->female += one.before->female;
        }
    return sum;
}

std::optional<ReceivedReturn> counting(const std::vector<ReceivedReturn>& received,
                                       const std::string& district, const std::string& period,
                                       bool provisional) {
    std::optional<ReceivedReturn> best;
    for (const ReceivedReturn& one : received) {
        if (one.office != district || one.period != period || one.verdict != FileVerdict::verified) continue;
        if (one.state == ReceivedState::accepted) return one;
        if (provisional && one.state == ReceivedState::received && (!best || one.version > best->version))
            best = one;
    }
    return best;
}

core::Expected<ProvinceMonth> gather_province(const storage::Database& database, core::Month month,
                                              bool provisional, core::Progress& progress) {
    const auto received = list_received(database);
    const std::string period = core::to_iso(month);
    const std::string last_period = core::to_iso(month - std::chrono::months{1});
    ProvinceMonth province;
    province.month = province.total.month = month;
    province.provisional = provisional;
    const auto areas = office::areas_below(database, office::load_office(database).area_code);
    for (const office::Area& area : areas) {
        step(progress, static_cast<std::int64_t>(province.districts.size()),
             static_cast<std::int64_t>(areas.size()));
        DistrictMonth& district = province.districts.emplace_back(
            DistrictMonth{.code = area.code, .name_km = office::unit_km(area), .name = area.name});
        district.newest = newest_of(received, area.code, period);
        district.counted = counting(received, area.code, period, provisional);
        if (district.counted) {
            auto content = load_month(database, *district.counted, &district.built);
            if (!content) return core::fail(content.error());
            district.content = std::move(*content);
            add(province.total, district.content);
        }
        if (const auto last = counting(received, area.code, last_period, provisional)) {
            auto content = load_month(database, *last, nullptr);
            if (!content) return core::fail(content.error());
            district.before = content->all.count("learners");
        }
    }
    return province;
}

} // namespace returns
