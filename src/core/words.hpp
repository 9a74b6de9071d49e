// SPDX-License-Identifier: GPL-3.0-or-later
// The stable words by which enumerations stand in SQL and JSON.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace core {

// constexpr Words<Kind, 3> kinds{{"school", "clc", "site"}}: the words in the order of the enumerators, which
// count from 0.
template<typename Enum, std::size_t N>
struct Words {
    std::array<std::string_view, N> words;

    constexpr std::string_view text(Enum value) const { return words.at(static_cast<std::size_t>(value)); }
    constexpr std::optional<Enum> value(std::string_view text) const {
        for (std::size_t i = 0; i < N; ++i)
            if (words[i] == text) return static_cast<Enum>(i);
        return std::nullopt;
    }
};

} // namespace core
