// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/accepted_months.hpp"

#include "core/ratio.hpp"
#include "returns/built_return_store.hpp"
#include "returns/content_reader.hpp"
#include "returns/gather.hpp"
#include "returns/layout_store.hpp"
#include "returns/receipt_store.hpp"
#include "returns/return_words.hpp"

#include <algorithm>
#include <map>

namespace returns {
namespace {

using Shown = std::pair<std::string, std::string>; // total, female

// As the figure stands in a return; nothing of headings, and of rates, which follow from the days.
std::optional<Shown> shown(const Figure& figure, const Figures& figures) {
    if (figure.kind == Figure::Kind::heading) return std::nullopt;
    const Count count = figures.count(figure.key);
    switch (figure.counted) {
    case Counted::classes:
        return Shown{std::to_string(count.total), {}};
    case Counted::people:
    case Counted::educators:
        return Shown{std::to_string(count.total), std::to_string(count.female)};
    case Counted::days_taken:
        return Shown{std::to_string(figures.days.taken), std::to_string(figures.days_female.taken)};
    case Counted::days_present:
        return Shown{core::format_decimal(figures.days.present_thousandths, 3),
                     core::format_decimal(figures.days_female.present_thousandths, 3)};
    case Counted::rate:
        break;
    }
    return std::nullopt;
}

// The figures of both, as each spreads the values of its lists.
std::vector<Figure> figures_of(const FilledSheet& said, const FilledSheet& now) {
    std::vector<Figure> all = said.figures;
    for (const Figure& one : now.figures)
        if (std::none_of(all.begin(), all.end(), [&](const Figure& other) { return other.key == one.key; }))
            all.push_back(one);
    return all;
}

const Figures& figures_in(const FilledSheet& sheet, const std::string& group) {
    static const Figures nobody;
    for (const FilledSheet::Named& one : sheet.groups)
        if (one.key == group) return one.figures;
    return nobody;
}

class Month {
  public:
    Month(std::string period, const FilledSheet& said, const FilledSheet& now)
        : m_period(std::move(period))
        , m_said(said)
        , m_now(now)
        , m_figures(figures_of(said, now)) {}

    std::vector<MonthDifference> differences() {
        compare("all", words::wording(words::all), m_said.all, m_now.all);
        std::map<std::string, Wording> groups;
        for (const FilledSheet* sheet : {&m_said, &m_now})
            for (const FilledSheet::Named& one : sheet->groups)
                groups.emplace(one.key, one.name);
        for (const auto& [key, name] : groups)
            compare(key, name, figures_in(m_said, key), figures_in(m_now, key));
        return std::move(m_found);
    }

  private:
    void compare(const std::string& group, const Wording& name, const Figures& was, const Figures& is) {
        for (const Figure& figure : m_figures) {
            const auto before = shown(figure, was);
            const auto after = shown(figure, is);
            if (!before || before == after) continue;
            m_found.push_back({m_period, group, name, figure.key, figure.name, before->first, before->second,
                               after->first, after->second});
        }
    }

    std::string m_period;
    const FilledSheet& m_said;
    const FilledSheet& m_now;
    std::vector<Figure> m_figures;
    std::vector<MonthDifference> m_found;
};

std::vector<MonthDifference> differences_of(const storage::Database& database, const ReturnPeriod& month,
                                            std::int64_t version, core::Progress& progress) {
    const auto text = built_content(database, month.to_text(), version);
    const auto layout = text == nullptr ? std::nullopt : find_layout(database, text->head.layout);
    if (!layout) return {};
    const auto said = read_content(*text, *layout);
    if (!said || said->main() == nullptr) return {};
    const ReturnContent now = gather(database, month, *layout, progress).content;
    return Month(month.to_text(), *said->main(), *now.main()).differences();
}

} // namespace

std::vector<MonthDifference> accepted_months_that_differ(const storage::Database& database,
                                                         const ReturnPeriod& period,
                                                         core::Progress& progress) {
    std::vector<MonthDifference> all;
    if (period.kind() == PeriodKind::month) return all;
    std::map<std::string, std::vector<Decision>> decisions;
    for (Decision& one : decisions_taken(database))
        decisions[one.period].push_back(std::move(one));
    for (const core::Month one : period.months()) {
        const ReturnPeriod month{one};
        const Decision* accepted = accepted_of(decisions[month.to_text()]);
        if (accepted == nullptr) continue;
        auto more = differences_of(database, month, accepted->version, progress);
        std::move(more.begin(), more.end(), std::back_inserter(all));
    }
    return all;
}

std::vector<Finding> findings_of(const std::vector<MonthDifference>& differences) {
    std::vector<Finding> found;
    for (auto first = differences.begin(); first != differences.end();) {
        const auto end = std::find_if(first, differences.end(), [&](const MonthDifference& one) {
            return one.period != first->period;
        });
        found.push_back({Weight::explain,
                         core::Error{"months.differ"}
                             .with("period", first->period)
                             .with("count", std::to_string(end - first))
                             .with("figure", first->name.km)
                             .with("was", first->was_total)
                             .with("is", first->is_total),
                         {std::string{months_sheet}, first->period, "name"}});
        first = end;
    }
    return found;
}

} // namespace returns
