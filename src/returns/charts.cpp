// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/charts.hpp"

#include "attendance/rate_chart.hpp"
#include "core/lunar_date.hpp"
#include "core/numerals.hpp"
#include "documents/chart.hpp"
#include "office/office_store.hpp"
#include "returns/built_return_store.hpp"
#include "returns/gather.hpp"
#include "returns/return_words.hpp"

#include <algorithm>

namespace returns {
namespace {

using words::Label;

constexpr Label men{"ប្រុស", "Men"};
constexpr Label women{"ស្រី", "Women"};
constexpr Label of_whom_women{"{1} ស្រី {2}", "{1}, {2} female"};
constexpr Label men_and_women{"ប្រុស {1} ស្រី {2}", "{1} men, {2} women"};
constexpr Label attendance_rate{"អត្រាវត្តមាន", "Attendance rate"};
constexpr Label to_reach{"ត្រូវបាន ៨០ %", "to reach: 80 %"};
constexpr Label under{"ក្រោមអត្រាដែលត្រូវបាន", "under what must be reached"};
constexpr Label no_register{"គ្មានការហៅវត្តមានក្នុងរយៈពេលនេះ", "No register was taken in these days."};

class Words {
  public:
    explicit Words(const ChartWords& words)
        : m_words(words) {}

    bool khmer() const { return m_words.language == wording::Language::khmer; }
    std::string operator()(const Label& label) const { return std::string{khmer() ? label.km : label.en}; }
    std::string operator()(const Wording& words) const {
        return khmer() || words.en.empty() ? words.km : words.en;
    }
    core::Chart chart(core::ChartKind kind, const Label& title, const Label& nothing) const {
        return {.kind = kind,
                .title = (*this)(title),
                .note = m_words.note,
                .categories = {},
                .series = {},
                .nothing = (*this)(nothing),
                .khmer_digits = khmer()};
    }
    // All, and of whom women.
    core::Chart people(core::ChartKind kind, const Label& title, const Label& nothing) const {
        core::Chart made = chart(kind, title, nothing);
        made.series = {{(*this)(words::total), {}}, {(*this)(words::female), {}}};
        made.told = (*this)(of_whom_women);
        return made;
    }
    attendance::RateChartWords rates() const {
        return {.title = (*this)(attendance_rate),
                .note = m_words.note,
                .all = (*this)(words::all),
                .line = (*this)(to_reach),
                .below = (*this)(under),
                .nothing = (*this)(no_register),
                .khmer_digits = khmer()};
    }

  private:
    const ChartWords& m_words;
};

// What is hidden or not told is not nothing.
std::optional<std::int64_t> shown(int count) {
    if (count < 0) return std::nullopt;
    return count;
}

void add(core::Chart& chart, std::string name, const Count& count) {
    chart.categories.push_back(std::move(name));
    chart.series.at(0).values.push_back(shown(count.total));
    chart.series.at(1).values.push_back(shown(count.female));
}

// The figures of people that are one of each, "left:moved" for "left".
std::vector<const Figure*> figures_of_each(const FilledSheet& sheet, const std::string& key) {
    std::vector<const Figure*> found;
    for (const Figure& one : sheet.figures)
        if (one.counted == Counted::people && one.key.starts_with(key + ':')) found.push_back(&one);
    return found;
}

std::optional<std::int64_t> rate_of(const LearnerDays& days) {
    if (days.taken <= 0) return std::nullopt;
    return core::round_half_up(core::Ratio{days.present_thousandths, days.taken * 1000}, 4);
}

// The months of the school year as far as the period goes, of which a day has come.
attendance::Scope year_until(const storage::Database& database, const ReturnPeriod& period) {
    const core::Day today = database.clock().today();
    const core::SchoolYear year = core::SchoolYear::of(period.last_day());
    return {.period = {year.first_day(), std::max(year.first_day(), std::min(period.last_day(), today))}};
}

core::Chart rates_by_month(const storage::Database& database, const ReturnPeriod& period,
                           const ChartWords& chart_words, core::Progress& progress) {
    const Words words(chart_words);
    const attendance::GroupRates rates = attendance::load_group_rates(database, year_until(database, period),
                                                                      attendance::RateBy::month, progress);
    std::vector<std::string> names;
    for (const attendance::GroupRate& row : rates.rows) {
        const core::Month month = core::month_from_iso(row.key).value();
        // "ធ្នូ ២០២៥" without the words for month and year, which a column has no room for.
        const std::string year = std::to_string(static_cast<int>(month.year()));
        names.push_back(words.khmer()
                            ? std::string{core::khmer_name(month.month())} + ' ' + core::to_khmer_digits(year)
                            : ReturnPeriod{month}.name_en());
    }
    auto said = words.rates();
    said.note = words(Label{"តាមខែក្នុងឆ្នាំសិក្សា", "By month of the school year"});
    return attendance::rate_chart(rates, attendance::RateBy::month, std::move(names), said);
}

void add_figures(std::vector<core::Chart>& charts, const FilledSheet* main, const ChartWords& words) {
    if (main == nullptr) return;
    charts.push_back(learners_by_group(*main, words));
    charts.push_back(learners_by_age(*main, words));
    charts.push_back(results_by_band(*main, words));
    charts.push_back(left_by_reason(*main, words));
}

} // namespace

core::Chart learners_by_group(const FilledSheet& sheet, const ChartWords& chart_words) {
    const Words words(chart_words);
    static constexpr Label by_programme{"អ្នកសិក្សាតាមកម្មវិធី", "Learners by programme"};
    static constexpr Label by_institution{"អ្នកសិក្សាតាមគ្រឹះស្ថាន", "Learners by institution"};
    static constexpr Label by_level{"អ្នកសិក្សាតាមកម្រិត", "Learners by level"};
    const Label& title = sheet.plan.group == Group::programme     ? by_programme
                         : sheet.plan.group == Group::institution ? by_institution
                                                                  : by_level;
    core::Chart chart = words.people(core::ChartKind::bars, title,
                                     {"គ្មានអ្នកសិក្សាក្នុងរយៈពេលនេះ", "Nobody was in a class in these days."});
    for (const FilledSheet::Named& one : sheet.groups)
        add(chart, words(one.name), one.figures.count("learners"));
    return chart;
}

core::Chart learners_by_age(const FilledSheet& sheet, const ChartWords& chart_words) {
    const Words words(chart_words);
    core::Chart chart =
        words.chart(core::ChartKind::pyramid, {"អ្នកសិក្សាតាមអាយុ និងភេទ", "Learners by age and sex"},
                    {"គ្មានអ្នកសិក្សាក្នុងរយៈពេលនេះ", "Nobody was in a class in these days."});
    chart.series = {{words(men), {}}, {words(women), {}}};
    chart.told = words(men_and_women);
    auto bands = figures_of_each(sheet, "age");
    // Whose age is not known stands below the youngest.
    std::stable_partition(bands.begin(), bands.end(),
                          [](const Figure* one) { return one->key == "age:unknown"; });
    std::reverse(bands.begin(), bands.end());
    for (const Figure* band : bands) {
        const Count count = sheet.all.count(band->key);
        if (band->key == "age:unknown" && count.total == 0) continue;
        const auto all = shown(count.total), of_women = shown(count.female);
        chart.categories.push_back(words(band->name));
        chart.series[0].values.push_back(all && of_women ? std::optional{*all - *of_women} : std::nullopt);
        chart.series[1].values.push_back(of_women);
    }
    return chart;
}

core::Chart left_by_reason(const FilledSheet& sheet, const ChartWords& chart_words) {
    const Words words(chart_words);
    core::Chart chart = words.people(core::ChartKind::bars, {"អ្នកចាកចេញតាមមូលហេតុ", "Who left, by reason"},
                                     {"គ្មានអ្នកចាកចេញក្នុងរយៈពេលនេះ", "Nobody left in these days."});
    for (const Figure* reason : figures_of_each(sheet, "left"))
        if (const Count count = sheet.all.count(reason->key); count.total != 0 && count.total != not_told)
            add(chart, words(reason->name), count);
    return chart;
}

core::Chart results_by_band(const FilledSheet& sheet, const ChartWords& chart_words) {
    const Words words(chart_words);
    static constexpr Label nothing{"គ្មានថ្នាក់ដែលបានបញ្ចប់ក្នុងរយៈពេលនេះ", "No class ended in these days."};
    auto bands = figures_of_each(sheet, "grade");
    const bool grades = !bands.empty();
    if (!grades) bands = figures_of_each(sheet, "result");
    core::Chart chart = words.people(
        core::ChartKind::bars,
        grades ? Label{"លទ្ធផលតាមនិទ្ទេស", "Results by grade"} : Label{"លទ្ធផលសិក្សា", "Results"}, nothing);
    for (const Figure* band : bands)
        if (const Count count = sheet.all.count(band->key);
            grades || (count.total != 0 && count.total != not_told))
            add(chart, words(band->name), count);
    return chart;
}

core::Chart learners_by_district(const ProvinceContent& province, const ChartWords& chart_words) {
    const Words words(chart_words);
    core::Chart chart = words.people(core::ChartKind::bars, {"អ្នកសិក្សាតាមស្រុក", "Learners by district"},
                                     {"គ្មានតារាងដែលបានអនុម័ត", "No return counts yet."});
    for (const DistrictContent& one : province.districts) {
        const Count count = one.counted ? one.content.all().count("learners") : Count{};
        add(chart, words.khmer() ? one.name_km : one.name, count);
    }
    return chart;
}

core::Chart rates_by_district(const ProvinceContent& province, const ChartWords& chart_words) {
    const Words words(chart_words);
    attendance::GroupRates none;
    core::Chart chart = attendance::rate_chart(none, attendance::RateBy::district, {}, words.rates());
    chart.categories.clear();
    chart.series.front().values.clear();
    for (const DistrictContent& one : province.districts) {
        if (!one.counted) continue;
        chart.categories.push_back(words.khmer() ? one.name_km : one.name);
        chart.series.front().values.push_back(rate_of(one.content.all().days));
    }
    return chart;
}

core::Chart learners_by_period(const ProvinceContent& province, const ChartWords& chart_words) {
    const Words words(chart_words);
    core::Chart chart = words.people(core::ChartKind::columns, {"អ្នកសិក្សាតាមរយៈពេល", "Learners by period"},
                                     {"គ្មានតារាងដែលបានអនុម័ត", "No return counts yet."});
    chart.note.clear();
    for (const TrendPoint& point : province.trend)
        add(chart, words.khmer() ? point.period.name_km() : point.period.name_en(),
            point.all.count("learners"));
    return chart;
}

core::Expected<PeriodCharts> load_charts(const storage::Database& database, const ReturnPeriod& period,
                                         wording::Language language, core::Progress& progress) {
    const ChartWords words{language,
                           language == wording::Language::khmer ? period.name_km() : period.name_en()};
    const Words said(words);
    PeriodCharts made{said(Label{"គំនូសតាង ", "Charts, "}) + words.note, {}};
    if (office::load_office(database).level == office::Level::province) {
        const auto province = gather_province(database, period, false, progress);
        if (!province) return core::fail(province.error());
        made.charts = {learners_by_district(*province, words), rates_by_district(*province, words)};
        if (province->trend.size() > 1) made.charts.push_back(learners_by_period(*province, words));
        add_figures(made.charts, province->total.main(), words);
        return made;
    }
    const auto layout = layout_for(database, period);
    if (!layout) return core::fail(layout.error());
    const Gathered gathered = gather(database, period, *layout, progress);
    made.charts = {rates_by_month(database, period, words, progress)};
    add_figures(made.charts, gathered.content.main(), words);
    return made;
}

core::Expected<void> write_charts(const storage::Database& database, const ReturnPeriod& period,
                                  wording::Language language, const std::filesystem::path& out,
                                  const std::vector<std::filesystem::path>& font_folders,
                                  core::Progress& progress) {
    if (out.extension() != ".pdf") return core::fail(core::Error{"file.kind"}.with("kinds", ".pdf"));
    const auto made = load_charts(database, period, language, progress);
    if (!made) return core::fail(made.error());
    const office::Office here = office::load_office(database);
    const bool khmer = language == wording::Language::khmer || here.name.empty();
    return documents::write_chart_paper(out,
                                        {.office = khmer ? here.name_km : here.name,
                                         .title = made->title,
                                         .charts = made->charts,
                                         .sample = here.sample},
                                        documents::Fonts::load(font_folders), database.clock().now());
}

} // namespace returns
