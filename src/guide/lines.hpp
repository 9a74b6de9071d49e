// SPDX-License-Identifier: GPL-3.0-or-later
// Text in parts. Inside guide only.
#pragma once

#include <string_view>
#include <vector>

namespace guide {

// Between the marks; "a,b" gives two, "" one that is empty.
inline std::vector<std::string_view> divided(std::string_view text, char mark) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0;;) {
        const std::size_t end = text.find(mark, at);
        parts.push_back(text.substr(at, end == std::string_view::npos ? end : end - at));
        if (end == std::string_view::npos) return parts;
        at = end + 1;
    }
}

} // namespace guide
