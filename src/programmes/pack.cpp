// SPDX-License-Identifier: GPL-3.0-or-later
#include "programmes/pack.hpp"

#include <algorithm>

namespace programmes {
namespace {

template<typename Item>
const Item* find(const std::vector<Item>& items, std::string_view key) {
    const auto found = std::find_if(items.begin(), items.end(), [&](const Item& i) { return i.key == key; });
    return found == items.end() ? nullptr : &*found;
}

} // namespace

const Subject* find_subject(const Pack& pack, std::string_view key) {
    return find(pack.subjects, key);
}
const Period* find_period(const Pack& pack, std::string_view key) {
    return find(pack.periods, key);
}
const Unit* find_unit(const Pack& pack, std::string_view key) {
    return find(pack.units, key);
}

Pack at_level(Pack pack, std::string_view key) {
    const Level* level = find(pack.levels, key);
    if (level == nullptr) return pack;
    if (level->divisor) pack.averaging.divisor = level->divisor;
    for (Subject& subject : pack.subjects)
        if (const auto maximum = level->maxima.find(subject.key); maximum != level->maxima.end())
            subject.maximum = maximum->second;
    const auto left_out = [level](const std::string& subject) {
        return std::find(level->without.begin(), level->without.end(), subject) != level->without.end();
    };
    for (Unit& unit : pack.units)
        std::erase_if(unit.subjects, left_out);
    std::erase_if(pack.subjects, [&](const Subject& subject) { return left_out(subject.key); });
    return pack;
}

RepeatLimits repeat_limits(const Pack& pack) {
    if (!pack.promotion) return {};
    if (pack.attendance.repeats_past) return {pack.attendance.most_absent, pack.attendance.most_permission};
    return {pack.promotion->absent_without_leave, pack.promotion->absent_with_leave};
}

const Period& last_period(const Pack& pack) {
    const auto last = std::find_if(pack.periods.rbegin(), pack.periods.rend(),
                                   [&](const Period& period) { return !is_retest(pack, period.key); });
    return last == pack.periods.rend() ? pack.periods.back() : *last;
}

bool is_retest(const Pack& pack, std::string_view period) {
    return pack.retest && pack.retest->period == period;
}

std::vector<const Period*> periods_with(const Pack& pack, std::string_view period) {
    std::vector<const Period*> found;
    const auto counted = [&](const std::string& part) {
        return std::any_of(found.begin(), found.end(), [&](const Period* one) { return one->key == part; });
    };
    for (const Period& one : pack.periods)
        if (one.key == period || std::any_of(one.mean_of.begin(), one.mean_of.end(), counted))
            found.push_back(&one);
    return found;
}

} // namespace programmes
