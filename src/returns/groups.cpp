// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/groups.hpp"

#include "core/collation.hpp"
#include "returns/return_words.hpp"

#include <algorithm>
#include <map>

namespace returns {
namespace {

// Where a class stands: `order` puts the groups in order.
struct Place {
    std::string order;
    std::string key;
    Wording name;
};

Place place_of(const ClassFacts& one, Group group) {
    switch (group) {
    case Group::institution:
        return {core::sort_key(one.institution_name.km) + one.institution, one.institution,
                one.institution_name};
    case Group::level: {
        const std::string place = std::to_string(one.level_place);
        return {one.programme + '/' + std::string(6 - std::min<std::size_t>(place.size(), 6), '0') + place,
                one.programme + '/' + (one.level.empty() ? "none" : one.level), words::level(one)};
    }
    case Group::programme:
        break;
    }
    return {one.programme, one.programme, one.programme_name};
}

} // namespace

bool concerns(const SheetPlan& plan, const std::string& programme) {
    return plan.programmes.empty() ||
           std::find(plan.programmes.begin(), plan.programmes.end(), programme) != plan.programmes.end();
}

Groups::Groups(const SheetPlan& plan, const Facts& facts) {
    std::map<std::string, std::vector<std::size_t>> ordered;
    std::map<std::string, Name> names;
    for (std::size_t at = 0; at < facts.classes.size(); ++at) {
        if (!concerns(plan, facts.classes[at].programme)) continue;
        Place place = place_of(facts.classes[at], plan.group);
        ordered[place.order].push_back(at);
        names.insert_or_assign(std::move(place.order), Name{std::move(place.key), std::move(place.name)});
    }
    m_of_class.resize(facts.classes.size());
    for (const auto& [order, classes] : ordered) {
        for (const std::size_t at : classes)
            m_of_class[at] = m_names.size();
        m_names.push_back(names.at(order));
    }
}

} // namespace returns
