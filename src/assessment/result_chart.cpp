// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/result_chart.hpp"

namespace assessment {

core::Chart result_chart(const Distribution& distribution, const ResultChartWords& words) {
    core::Chart chart{.kind = core::ChartKind::bars,
                      .title = words.title,
                      .note = words.note,
                      .categories = {},
                      .series = {{words.all, {}}, {words.female, {}}},
                      .told = words.told,
                      .nothing = words.nothing};
    const auto add = [&](const std::string& name, const Count& count) {
        chart.categories.push_back(name);
        chart.series[0].values.emplace_back(count.total);
        chart.series[1].values.emplace_back(count.female);
    };
    for (const Distribution::Grade& grade : distribution.grades)
        add(grade.letter, grade.count);
    if (distribution.grades.empty()) {
        add(words.pass, distribution.pass);
        add(words.fail, distribution.fail);
    }
    if (distribution.incomplete.total > 0) add(words.incomplete, distribution.incomplete);
    return chart;
}

} // namespace assessment
