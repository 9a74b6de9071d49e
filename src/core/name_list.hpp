// SPDX-License-Identifier: GPL-3.0-or-later
// Names one after the other, as a fact of an error or of the audit holds them.
#pragma once

#include <cstddef>
#include <limits>
#include <string>

namespace core {

// As many as a sentence holds.
inline constexpr std::size_t named_in_a_sentence = 10;

// "A, B, C" of a list of texts, at most `most` of them.
template<typename Texts>
std::string listed(const Texts& texts, std::size_t most = std::numeric_limits<std::size_t>::max()) {
    std::string line;
    for (const std::string& text : texts) {
        if (most-- == 0) break;
        line += (line.empty() ? "" : ", ") + text;
    }
    return line;
}

} // namespace core
