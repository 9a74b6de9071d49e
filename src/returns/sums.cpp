// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a sheet's figures add up as its layout says.
#include "returns/figures.hpp"

#include <algorithm>

namespace returns {
namespace {

// In thousandths, so that days and people are told alike.
struct Amount {
    std::int64_t total = 0;
    std::int64_t female = 0;
    Amount& operator+=(const Amount& other) {
        total += other.total;
        female += other.female;
        return *this;
    }
    friend bool operator==(const Amount&, const Amount&) = default;
};

Amount of(const Count& count) {
    return {std::int64_t{count.total} * 1000, std::int64_t{count.female} * 1000};
}

class Checker {
  public:
    Checker(const SheetPlan& plan, const Figures& figures)
        : m_plan(plan)
        , m_figures(figures) {}

    std::vector<BrokenSum> check() {
        for (const auto& [key, count] : m_figures.counts)
            demand(count.female >= 0 && count.female <= count.total, Weight::block, key);
        for (const SumRule& rule : m_plan.sums)
            demand(rule.at_most ? no_more(sum(rule.parts), amount(rule.whole))
                                : sum(rule.parts) == amount(rule.whole),
                   rule.weight, rule.whole);
        for (const Figure& figure : m_plan.figures)
            if (!figure.equals.empty())
                demand(sum(figure.equals) == amount(figure.key), Weight::block, figure.key);
        return std::move(m_broken);
    }

  private:
    void demand(bool good, Weight weight, const std::string& figure) {
        if (good) return;
        BrokenSum broken{weight, figure};
        if (std::find(m_broken.begin(), m_broken.end(), broken) == m_broken.end())
            m_broken.push_back(std::move(broken));
    }

    Amount amount(const std::string& key) const {
        const auto figure = std::find_if(m_plan.figures.begin(), m_plan.figures.end(),
                                         [&](const Figure& one) { return one.key == key; });
        if (figure != m_plan.figures.end() && figure->counted == Counted::days_taken)
            return {m_figures.days.taken * 1000, m_figures.days_female.taken * 1000};
        if (figure != m_plan.figures.end() && figure->counted == Counted::days_present)
            return {m_figures.days.present_thousandths, m_figures.days_female.present_thousandths};
        return of(m_figures.count(key));
    }

    // A part that ends with a colon stands for all that begin with it.
    Amount sum(const std::vector<std::string>& parts) const {
        Amount sum;
        for (const std::string& part : parts) {
            if (!part.ends_with(':')) {
                sum += amount(part);
                continue;
            }
            for (auto at = m_figures.counts.lower_bound(part);
                 at != m_figures.counts.end() && at->first.starts_with(part); ++at)
                sum += of(at->second);
        }
        return sum;
    }

    static bool no_more(const Amount& part, const Amount& whole) {
        return part.total <= whole.total && part.female <= whole.female &&
               part.total - part.female <= whole.total - whole.female;
    }

    const SheetPlan& m_plan;
    const Figures& m_figures;
    std::vector<BrokenSum> m_broken;
};

} // namespace

std::vector<BrokenSum> broken_sums(const SheetPlan& plan, const Figures& figures) {
    return Checker(plan, figures).check();
}

} // namespace returns
