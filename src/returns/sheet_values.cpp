// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/sheet_values.hpp"

#include <charconv>

namespace returns {

std::optional<std::int64_t> units(std::string_view text, std::size_t decimals) {
    const std::size_t point = text.find('.');
    std::string digits{text.substr(0, point)};
    std::string_view fraction = point == std::string_view::npos ? "" : text.substr(point + 1);
    if (fraction.size() > decimals || digits.empty()) return std::nullopt;
    digits.append(fraction).append(decimals - fraction.size(), '0');
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
    constexpr std::int64_t most = 100'000'000;
    const auto value = units(text, 0);
    return value && *value >= 0 && *value <= most ? value : std::nullopt;
}

std::optional<PairColumn> split_column(const std::string& column) {
    const std::size_t point = column.rfind('.');
    if (point == std::string::npos) return std::nullopt;
    const std::string_view side = std::string_view{column}.substr(point + 1);
    if (side != "total" && side != "female") return std::nullopt;
    return PairColumn{column.substr(0, point), side == "female"};
}

void put(assessment::Count& count, bool female, std::int64_t value) {
    (female ? count.female : count.total) = static_cast<int>(value);
}

} // namespace returns
