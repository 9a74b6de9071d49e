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

} // namespace programmes
