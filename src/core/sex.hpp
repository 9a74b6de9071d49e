// SPDX-License-Identifier: GPL-3.0-or-later
// Female or male, as every register and return counts people.
#pragma once

#include <optional>
#include <string_view>

namespace core {

enum class Sex { female, male };

// "f" or "m", as SQL and JSON hold it. Reading the words of a list is in imports/.
constexpr std::string_view to_text(Sex sex) {
    return sex == Sex::female ? "f" : "m";
}

constexpr std::optional<Sex> sex_from_text(std::string_view text) {
    if (text == "f") return Sex::female;
    if (text == "m") return Sex::male;
    return std::nullopt;
}

} // namespace core
