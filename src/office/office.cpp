// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/office.hpp"

#include <array>

namespace office {
namespace {

constexpr std::array<std::string_view, 3> level_texts = {"province", "district", "institution"};

bool is_province(const Area& area) {
    return area.type == AreaType::khaet || area.type == AreaType::reach_theani;
}

} // namespace

std::string_view to_text(Level level) {
    return level_texts[static_cast<std::size_t>(level)];
}

std::optional<Level> level_from_text(std::string_view text) {
    for (std::size_t i = 0; i < level_texts.size(); ++i)
        if (level_texts[i] == text) return static_cast<Level>(i);
    return std::nullopt;
}

std::string default_name_km(const Area& area) {
    return is_province(area) ? "មន្ទីរអប់រំ យុវជន និងកីឡា" + unit_km(area)
                             : "ការិយាល័យអប់រំ យុវជន និងកីឡា " + unit_km(area);
}

std::string default_name(const Area& area) {
    constexpr std::string_view office = "Office of Education, Youth and Sport";
    constexpr std::string_view department = "Department of Education, Youth and Sport";
    const auto named = [&](std::string_view kind, std::string_view what) {
        return area.name + std::string{kind} + std::string{what};
    };
    switch (area.type) {
    case AreaType::khaet:
        return named(" Provincial ", department);
    case AreaType::reach_theani:
        return named(" Capital ", department);
    case AreaType::krong:
        return named(" Municipal ", office);
    case AreaType::khan:
        return "Khan " + named(" ", office);
    default:
        return named(" District ", office);
    }
}

std::string administration_km(const Area& area) {
    return "រដ្ឋបាល" + unit_km(area);
}

} // namespace office
