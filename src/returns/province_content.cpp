// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/province_content.hpp"

#include "office/gazetteer_store.hpp"
#include "office/office_store.hpp"
#include "returns/content_reader.hpp"
#include "returns/layout_store.hpp"
#include "returns/province_sums.hpp"
#include "returns/received_store.hpp"
#include "returns/step.hpp"

#include <algorithm>

namespace returns {
namespace {

core::Expected<ReturnContent> load(const storage::Database& database, const ReceivedReturn& received,
                                   DistrictContent* into) {
    const auto content = load_content(database, received.id);
    const auto layout = find_layout(database, content->head.layout);
    if (!layout)
        return core::fail(core::Error{"return.layout-unknown"}
                              .with("layout", content->head.layout)
                              .with("office", received.office));
    auto read = read_content(*content, *layout);
    if (!read) return core::fail(core::Error{read.error()}.with("office", received.office));
    if (into != nullptr) {
        into->built = content->head.built;
        into->quality = quality_of(*content, *read, answers_of(database, received.id));
    }
    if (content->head.by_map) mark_not_told(*read, *content);
    return read;
}

std::optional<ReceivedReturn> newest_of(const std::vector<ReceivedReturn>& received,
                                        const std::string& district, const std::string& period) {
    std::optional<ReceivedReturn> newest;
    for (const ReceivedReturn& one : received)
        if (one.office == district && one.period == period && (!newest || !outranks(*newest, one)))
            newest = one;
    return newest;
}

} // namespace

std::size_t ProvinceContent::counted() const {
    return static_cast<std::size_t>(
        std::count_if(districts.begin(), districts.end(),
                      [](const DistrictContent& one) { return one.counted.has_value(); }));
}

bool ProvinceContent::has_received() const {
    return std::any_of(districts.begin(), districts.end(), [](const DistrictContent& one) {
        return one.counted && one.counted->state != ReceivedState::accepted;
    });
}

bool ProvinceContent::has_samples() const {
    return std::any_of(districts.begin(), districts.end(),
                       [](const DistrictContent& one) { return one.counted && one.counted->sample; });
}

bool ProvinceContent::has_unsigned() const {
    return std::any_of(districts.begin(), districts.end(),
                       [](const DistrictContent& one) { return one.is_unsigned(); });
}

std::optional<Count> ProvinceContent::before() const {
    std::optional<Count> sum;
    for (const DistrictContent& one : districts)
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
        if (one.office != district || one.period != period || !may_count(one)) continue;
        if (one.state == ReceivedState::accepted) return one;
        if (provisional && one.state == ReceivedState::received && (!best || outranks(one, *best)))
            best = one;
    }
    return best;
}

namespace {

core::Expected<TrendPoint> point_of(const storage::Database& database,
                                    const std::vector<ReceivedReturn>& received,
                                    const std::vector<office::Area>& areas, const ReturnPeriod& period,
                                    bool provisional) {
    TrendPoint point{period, 0, {}};
    ToldSum sum;
    for (const office::Area& area : areas) {
        const auto counted = counting(received, area.code, period.to_text(), provisional);
        if (!counted) continue;
        auto content = load(database, *counted, nullptr);
        if (!content) return core::fail(content.error());
        ++point.counted;
        sum.add(content->all(), counted->verdict == FileVerdict::verified);
    }
    point.all = sum.sum();
    return point;
}

// The last periods, and the same one a year before.
core::Expected<void> add_trend(const storage::Database& database, const std::vector<ReceivedReturn>& received,
                               const std::vector<office::Area>& areas, ProvinceContent& province) {
    constexpr std::size_t most_points = 6;
    province.trend.push_back({province.period, province.counted(), province.total.all()});
    auto period = province.period.before();
    for (std::size_t back = 1; back < most_points; ++back, period = period.before()) {
        auto point = point_of(database, received, areas, period, province.provisional);
        if (!point) return core::fail(point.error());
        if (point->counted > 0) province.trend.insert(province.trend.begin(), std::move(*point));
    }
    const auto year = province.period.a_year_before();
    if (year > period) return {}; // among them
    auto point = point_of(database, received, areas, year, province.provisional);
    if (!point) return core::fail(point.error());
    if (point->counted > 0) province.trend.insert(province.trend.begin(), std::move(*point));
    return {};
}

} // namespace

core::Expected<ProvinceContent> gather_province(const storage::Database& database, const ReturnPeriod& period,
                                                bool provisional, core::Progress& progress) {
    const auto layout = current_layout(database, period.layout());
    if (!layout) return core::fail(layout.error());
    const auto received = list_received(database);
    ProvinceContent province;
    province.period = period;
    province.provisional = provisional;
    ProvinceSum sum(period, layout->layout);
    const auto areas = office::areas_below(database, office::load_office(database).area_code);
    for (const office::Area& area : areas) {
        step(progress, static_cast<std::int64_t>(province.districts.size()),
             static_cast<std::int64_t>(areas.size()));
        DistrictContent& district = province.districts.emplace_back(
            DistrictContent{.code = area.code, .name_km = office::unit_km(area), .name = area.name});
        district.newest = newest_of(received, area.code, period.to_text());
        district.counted = counting(received, area.code, period.to_text(), provisional);
        if (district.counted) {
            auto content = load(database, *district.counted, &district);
            if (!content) return core::fail(content.error());
            district.content = std::move(*content);
            sum.add(district.content, !district.is_unsigned());
        }
        if (const auto last = counting(received, area.code, period.before().to_text(), provisional)) {
            auto content = load(database, *last, nullptr);
            if (!content) return core::fail(content.error());
            const Count learners = content->all().count("learners");
            if (learners.total >= 0 && learners.female >= 0) district.before = learners;
        }
    }
    province.total = sum.sum();
    if (auto done = add_trend(database, received, areas, province); !done) return core::fail(done.error());
    return province;
}

} // namespace returns
