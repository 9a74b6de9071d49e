// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart.hpp"

#include "core/numerals.hpp"
#include "core/ratio.hpp"

#include <algorithm>
#include <string_view>

namespace core {

namespace {

constexpr std::int64_t whole = 10'000;

void replace(std::string& text, std::string_view what, const std::string& with) {
    if (const auto at = text.find(what); at != std::string::npos) text.replace(at, what.size(), with);
}

std::optional<std::int64_t> value_at(const ChartSeries& series, std::size_t category) {
    return category < series.values.size() ? series.values[category] : std::nullopt;
}

std::string with_thousands(std::int64_t value) {
    std::string digits = std::to_string(value);
    for (std::ptrdiff_t at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > (value < 0 ? 1 : 0);
         at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

} // namespace

bool Chart::empty() const {
    for (const ChartSeries& one : series)
        for (const auto& value : one.values)
            if (value && *value != 0) return false;
    return true;
}

std::int64_t Chart::largest() const {
    std::int64_t most = unit == ChartUnit::percent ? whole : 1;
    for (const ChartSeries& one : series)
        for (const auto& value : one.values)
            most = std::max(most, value.value_or(0));
    return most;
}

bool Chart::is_low(std::size_t category) const {
    if (!line || series.empty()) return false;
    const auto value = value_at(series.front(), category);
    return value && *value < line->at;
}

std::string Chart::value_text(std::optional<std::int64_t> value) const {
    if (!value) return "–";
    std::string text = unit == ChartUnit::percent ? format_decimal(*value, 2) + " %" : with_thousands(*value);
    return khmer_digits ? to_khmer_digits(text) : text;
}

std::string Chart::label(std::size_t category) const {
    std::string text = told;
    // From behind, so that what is put in is not read as a place.
    for (std::size_t at = series.size(); at-- > 0;)
        replace(text, '{' + std::to_string(at + 1) + '}', value_text(value_at(series[at], category)));
    return text;
}

std::string Chart::sentence(std::size_t category) const {
    std::string text = categories.at(category) + ": " + label(category);
    if (is_low(category) && !line->below.empty()) text += ", " + line->below;
    return text;
}

std::string Chart::in_words() const {
    std::string text = title;
    if (!note.empty()) text += ", " + note;
    if (empty()) return nothing.empty() ? text : text + "; " + nothing;
    for (std::size_t at = 0; at < categories.size(); ++at)
        text += "; " + sentence(at);
    return text;
}

} // namespace core
