// SPDX-License-Identifier: GPL-3.0-or-later
#include "parcels/content.hpp"

#include "core/words.hpp"

#include <algorithm>
#include <array>

namespace parcels {
namespace {

constexpr core::Words<Way, 2> ways{{"out", "back"}};

// What a certificate prints of a learner, and no more.
constexpr std::array<std::string_view, 6> travelling{"name_km",         "name",           "sex", "born",
                                                     "birthplace_code", "birthplace_text"};

} // namespace

std::string_view to_text(Way way) {
    return ways.text(way);
}

std::optional<Way> way_from_text(std::string_view text) {
    return ways.value(text);
}

bool is_learner_field(std::string_view name) {
    return std::find(travelling.begin(), travelling.end(), name) != travelling.end();
}

} // namespace parcels
