// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/indicators.hpp"

#include "core/ratio.hpp"

#include <algorithm>

namespace returns {
namespace {

// Nothing of a hidden count, and of one that is not told.
std::optional<std::int64_t> amount(const Layout& layout, const Figures& figures, std::string key) {
    constexpr std::string_view women = ".female";
    const bool female = key.ends_with(women);
    if (female) key.resize(key.size() - women.size());
    for (const SheetPlan& sheet : layout.sheets)
        for (const Figure& figure : sheet.figures) {
            if (figure.key != key) continue;
            if (figure.counted != Counted::days_taken && figure.counted != Counted::days_present) continue;
            const LearnerDays& days = female ? figures.days_female : figures.days;
            if (days.taken < 0) return std::nullopt;
            return figure.counted == Counted::days_taken ? days.taken * 1000 : days.present_thousandths;
        }
    const Count count = figures.count(key);
    const int people = female ? count.female : count.total;
    if (people < 0) return std::nullopt;
    return std::int64_t{people} * 1000;
}

} // namespace

std::string Share::percent() const {
    if (denominator == 0 || !known) return {};
    return core::format_percent({rest ? denominator - numerator : numerator, denominator});
}

std::vector<Share> shares_of(const Layout& layout, const Figures& figures) {
    std::vector<Share> shares;
    for (const Indicator& one : layout.indicators) {
        Share share;
        const auto add = [&](std::int64_t& to, const std::string& key) {
            const auto value = amount(layout, figures, key);
            to += value.value_or(0);
            share.known = share.known && value;
        };
        for (const std::string& key : one.numerator)
            add(share.numerator, key);
        add(share.denominator, one.denominator);
        share.rest = one.rest;
        shares.push_back(share);
    }
    return shares;
}

} // namespace returns
