// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/list_columns.hpp"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <optional>

namespace widgets {

namespace {

std::optional<std::size_t> count_from(std::string_view text) {
    std::size_t value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || failed != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

} // namespace

std::vector<std::size_t> all_columns(std::size_t count) {
    std::vector<std::size_t> all(count);
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

std::string columns_text(const std::vector<std::size_t>& shown, std::size_t count) {
    std::string text = std::to_string(count);
    for (std::size_t i = 0; i < shown.size(); ++i)
        text += (i == 0 ? ":" : ",") + std::to_string(shown[i]);
    return text;
}

std::vector<std::size_t> columns_from_text(std::string_view text, std::size_t count) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || count_from(text.substr(0, colon)) != count)
        return all_columns(count);
    std::vector<std::size_t> shown;
    for (std::size_t at = colon + 1; at <= text.size();) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        const auto column = count_from(text.substr(at, end - at));
        if (!column || *column >= count || std::find(shown.begin(), shown.end(), *column) != shown.end())
            return all_columns(count);
        shown.push_back(*column);
        at = end + 1;
    }
    return shown.empty() ? all_columns(count) : shown;
}

} // namespace widgets
