// SPDX-License-Identifier: GPL-3.0-or-later
// Who an office file belongs to.
#pragma once

#include "core/clock.hpp"
#include "core/uid.hpp"
#include "office/gazetteer.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace office {

enum class Level { province, district, institution };

std::string_view to_text(Level level);
std::optional<Level> level_from_text(std::string_view text);

struct Office {
    core::Uid uid{};
    Level level = Level::district;
    std::string area_code;                         // "02" or "0202"
    std::optional<std::string> institution_code{}; // of an institution's own file
    std::string name_km;
    std::string name;
    int generation = 1; // rises when a backup is restored
    bool sample = false;
    core::Moment created_at{};
    std::optional<core::Moment> set_up_ended_at{};
    // One person, no log-in, everything allowed.
    bool in_set_up() const { return !set_up_ended_at; }
};

// What an office of education in that province, capital, district, municipality or khan calls itself:
// "ការិយាល័យអប់រំ យុវជន និងកីឡា ស្រុកថ្មគោល", "Thma Koul District Office of Education, Youth and Sport".
std::string default_name_km(const Area& area);
std::string default_name(const Area& area);

// The administration an office of that area stands under: "រដ្ឋបាលស្រុកថ្មគោល".
std::string administration_km(const Area& area);

} // namespace office
