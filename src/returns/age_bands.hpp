// SPDX-License-Identifier: GPL-3.0-or-later
// The age bands that returns count people in: data with a version, since no form is confirmed.
#pragma once

#include "core/expected.hpp"
#include "programmes/pack.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace returns {

struct AgeBand {
    std::string key; // "15-17", "46+"
    int from = 0;
    std::optional<int> to{}; // included
    programmes::Wording name{};
    friend bool operator==(const AgeBand&, const AgeBand&) = default;
};

struct AgeBands {
    std::string version;
    std::vector<AgeBand> bands; // one after the other, without gaps, the last one open
};

// The file says in its first lines how it is written. Errors: age-bands.unreadable {reason} at the row.
core::Expected<AgeBands> parse_age_bands(std::string_view text);

// Those that come with the program.
const AgeBands& age_bands();

// The place of an age among the bands; an age below the first band or negative is nothing.
std::optional<std::size_t> band_of(const AgeBands& bands, int age);

} // namespace returns
