// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/province_content.hpp"

#include "office/gazetteer_store.hpp"
#include "office/office_store.hpp"
#include "returns/content_reader.hpp"
#include "returns/layout_store.hpp"
#include "returns/received_store.hpp"
#include "returns/step.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace returns {
namespace {

// The programmes and levels in the order of their keys; institutions as the districts name them.
Figures& figures_for(FilledSheet& total, const FilledSheet::Named& one) {
    auto at = std::find_if(total.groups.begin(), total.groups.end(),
                           [&](const FilledSheet::Named& group) { return group.key == one.key; });
    if (at == total.groups.end()) {
        if (total.plan.group != Group::institution)
            at = std::find_if(total.groups.begin(), total.groups.end(),
                              [&](const FilledSheet::Named& group) { return group.key > one.key; });
        at = total.groups.insert(at, {one.key, one.name, {}});
    }
    return at->figures;
}

void add(ReturnContent& total, const ReturnContent& one) {
    for (FilledSheet& sheet : total.sheets)
        for (const FilledSheet& other : one.sheets) {
            if (other.plan.key != sheet.plan.key) continue;
            for (const FilledSheet::Named& group : other.groups)
                figures_for(sheet, group) += group.figures;
            sheet.all += other.all;
        }
    for (const std::string& letter : one.letters)
        if (std::find(total.letters.begin(), total.letters.end(), letter) == total.letters.end())
            total.letters.push_back(letter);
    std::copy(one.certificates.begin(), one.certificates.end(), std::back_inserter(total.certificates));
}

// By level and subject; the sum of the districts.
void add_scores(std::map<std::string, ScoreLine>& sums, const ReturnContent& one) {
    const auto plus = [](Count& sum, const Count& more) {
        sum.total += more.total;
        sum.female += more.female;
    };
    for (const ScoreLine& line : one.scores) {
        ScoreLine& sum = sums[line.key];
        sum.key = line.key;
        sum.level = line.level;
        sum.subject = line.subject;
        for (std::size_t score = 0; score < line.scores.size(); ++score)
            plus(sum.scores[score], line.scores[score]);
        plus(sum.all, line.all);
        plus(sum.pass, line.pass);
    }
}

ReturnContent nothing_yet(const ReturnPeriod& period, const Layout& layout) {
    ReturnContent content;
    content.period = period;
    content.layout = layout;
    for (const SheetPlan& plan : layout.sheets)
        if (plan.kind == SheetPlan::Kind::figures || plan.kind == SheetPlan::Kind::table)
            content.sheets.push_back({plan, {}, {}, {}});
    return content;
}

void spread_figures(ReturnContent& total) {
    for (FilledSheet& sheet : total.sheets) {
        std::set<std::string> keys;
        for (const auto& [key, count] : sheet.all.counts)
            keys.insert(key);
        sheet.figures = spread(sheet.plan, total.layout, keys);
    }
}

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
    return read;
}

void mark_not_told(Figures& figures, const FilledSheet& sheet, const Told& told) {
    for (const Figure& figure : sheet.figures) {
        if (figure.kind == Figure::Kind::heading) continue;
        const bool total = told.is_told(figure.key, false);
        const bool female = told.is_told(figure.key, true);
        if (figure.counted == Counted::days_taken) {
            if (!total) figures.days.taken = not_told;
            if (!female) figures.days_female.taken = not_told;
        } else if (figure.counted == Counted::classes || figure.counted == Counted::people ||
                   figure.counted == Counted::educators) {
            Count& count = figures.counts[figure.key];
            if (!total) count.total = not_told;
            if (!female && figure.counted != Counted::classes) count.female = not_told;
        }
    }
}

void mark_not_told(ReturnContent& content, const Canonical& text) {
    for (FilledSheet& sheet : content.sheets) {
        for (FilledSheet::Named& group : sheet.groups)
            mark_not_told(group.figures, sheet, told_in(text, sheet, group.key));
        mark_not_told(sheet.all, sheet, told_in(text, sheet, "all"));
    }
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
    for (const office::Area& area : areas) {
        const auto counted = counting(received, area.code, period.to_text(), provisional);
        if (!counted) continue;
        auto content = load(database, *counted, nullptr);
        if (!content) return core::fail(content.error());
        ++point.counted;
        point.all += content->all();
    }
    return point;
}

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
    province.total = nothing_yet(period, layout->layout);
    province.provisional = provisional;
    std::map<std::string, ScoreLine> scores;
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
            add(province.total, district.content);
            add_scores(scores, district.content);
            if (district.is_unsigned())
                mark_not_told(district.content, *load_content(database, district.counted->id));
        }
        if (const auto last = counting(received, area.code, period.before().to_text(), provisional)) {
            auto content = load(database, *last, nullptr);
            if (!content) return core::fail(content.error());
            if (last->verdict != FileVerdict::verified)
                mark_not_told(*content, *load_content(database, last->id));
            const Count learners = content->all().count("learners");
            if (learners.total >= 0 && learners.female >= 0) district.before = learners;
        }
    }
    if (auto done = add_trend(database, received, areas, province); !done) return core::fail(done.error());
    for (auto& [key, line] : scores)
        province.total.scores.push_back(std::move(line));
    spread_figures(province.total);
    return province;
}

} // namespace returns
