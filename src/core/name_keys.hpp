// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside a name in its row so that it can be found and put in order.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace core {

struct NameKeys {
    std::string folded_km;
    std::string folded;
    std::vector<std::byte> sort_key;
};

// Keys of a Khmer name and its Latin spelling, either of which may be empty. Names stand in the order of the
// Khmer dictionary; those without Khmer letters follow in Latin order.
NameKeys name_keys(std::string_view name_km, std::string_view name);

} // namespace core
