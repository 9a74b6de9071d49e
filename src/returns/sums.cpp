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

Amount amount_of(const SheetPlan& plan, const Figures& figures, const std::string& key) {
    const auto figure = std::find_if(plan.figures.begin(), plan.figures.end(),
                                     [&](const Figure& one) { return one.key == key; });
    if (figure != plan.figures.end() && figure->counted == Counted::days_taken)
        return {figures.days.taken * 1000, figures.days_female.taken * 1000};
    if (figure != plan.figures.end() && figure->counted == Counted::days_present)
        return {figures.days.present_thousandths, figures.days_female.present_thousandths};
    return of(figures.count(key));
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

    std::vector<BrokenSum> check(const Told& told) {
        for (const auto& [key, count] : m_figures.counts)
            if (told.is_told(key, false) && told.is_told(key, true))
                demand(count.female <= count.total, Weight::block, key);
        for (const SumRule& rule : m_plan.sums)
            check_told(told, rule.parts, rule.whole, rule.at_most, rule.weight);
        for (const Figure& figure : m_plan.figures)
            if (!figure.equals.empty()) check_told(told, figure.equals, figure.key, false, Weight::block);
        return std::move(m_broken);
    }

  private:
    void demand(bool good, Weight weight, const std::string& figure) {
        if (good) return;
        BrokenSum broken{weight, figure};
        if (std::find(m_broken.begin(), m_broken.end(), broken) == m_broken.end())
            m_broken.push_back(std::move(broken));
    }

    Amount amount(const std::string& key) const { return amount_of(m_plan, m_figures, key); }

    // What of these parts is told on one side, and whether some are not.
    struct ToldSum {
        std::int64_t sum = 0;
        bool some = false;
        bool lacking = false;
    };
    ToldSum told_sum(const Told& told, const std::vector<std::string>& parts, bool of_women) const {
        ToldSum sum;
        const auto add = [&](const std::string& key) {
            const Amount more = amount(key);
            if (!told.is_told(key, of_women)) return void(sum.lacking = true);
            sum.sum += of_women ? more.female : more.total;
            sum.some = true;
        };
        for (const std::string& part : parts) {
            if (!part.ends_with(':')) {
                add(part);
                continue;
            }
            for (auto at = told.figures.lower_bound(part); at != told.figures.end() && at->starts_with(part);
                 ++at)
                add(*at);
        }
        return sum;
    }

    void check_told(const Told& told, const std::vector<std::string>& parts, const std::string& whole,
                    bool at_most, Weight weight) {
        const bool many = std::any_of(parts.begin(), parts.end(),
                                      [](const std::string& part) { return part.ends_with(':'); });
        for (const bool of_women : {false, true}) {
            if (!told.is_told(whole, of_women)) continue;
            const ToldSum sum = told_sum(told, parts, of_women);
            const std::int64_t all = of_women ? amount(whole).female : amount(whole).total;
            demand(sum.sum <= all, weight, whole);
            if (at_most || !sum.some || sum.sum > all) continue;
            if (!sum.lacking)
                demand(sum.sum == all, weight, whole);
            else if (many)
                demand(sum.sum == all, weight == Weight::block ? Weight::explain : weight, whole);
        }
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

std::vector<BrokenSum> broken_sums(const SheetPlan& plan, const Figures& figures, const Told& told) {
    return Checker(plan, figures).check(told);
}

Told told_in(const Canonical& content, const FilledSheet& sheet, const std::string& group) {
    Told told;
    for (const Figure& figure : sheet.figures) {
        if (figure.kind == Figure::Kind::heading) continue;
        told.figures.insert(figure.key);
        for (const bool of_women : {false, true}) {
            const ValueKey at = cell_of(sheet.plan, group, figure.key, of_women);
            if (content.find(at.sheet, at.row, at.column) != nullptr)
                (of_women ? told.female : told.total).insert(figure.key);
        }
    }
    return told;
}

} // namespace returns
