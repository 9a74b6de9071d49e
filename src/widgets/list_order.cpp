// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/list_order.hpp"

#include "core/collation.hpp"
#include "core/date.hpp"
#include "core/numerals.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>
#include <optional>

namespace widgets {

namespace {

// A text's digits, padded to this many, come in the order of the numbers they are.
constexpr std::size_t digits_padded = 12;

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// Nothing, or a sign that stands for nothing.
bool blank(std::string_view text) {
    return text.empty() || text == "-" || text == "–" || text == "—" || text == "…";
}

bool digit(char c) {
    return c >= '0' && c <= '9';
}

// The figure that `text` begins with and where it ends; a comma parts thousands.
struct Leading {
    double value = 0;
    std::size_t end = 0;
};
std::optional<Leading> leading_number(std::string_view text) {
    std::string plain;
    std::size_t at = 0;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) {
        if (text[at] == '-') plain += '-';
        ++at;
    } else if (text.starts_with("−")) { // the sign that is no hyphen
        plain += '-';
        at += std::string_view("−").size();
    }
    const std::size_t first = at;
    bool decimals = false;
    for (; at < text.size(); ++at) {
        const bool goes_on = at + 1 < text.size() && digit(text[at + 1]);
        if (digit(text[at]))
            plain += text[at];
        else if (text[at] == ',' && at > first && goes_on && !decimals)
            continue;
        else if (text[at] == '.' && at > first && goes_on && !decimals) {
            plain += '.';
            decimals = true;
        } else
            break;
    }
    if (at == first) return std::nullopt;
    Leading found;
    found.end = at;
    const auto [end, failed] = std::from_chars(plain.data(), plain.data() + plain.size(), found.value);
    if (failed != std::errc{} || end != plain.data() + plain.size()) return std::nullopt;
    return found;
}

// A figure alone, of a hundred, or of so many: "12", "72.5%", "4 / 30", "4 of 30" does not.
std::optional<double> number_of(std::string_view text) {
    const auto found = leading_number(text);
    if (!found) return std::nullopt;
    const std::string_view rest = trimmed(text.substr(found->end));
    if (rest.empty() || rest == "%") return found->value;
    if (rest.front() == '/') {
        const std::string_view whole = trimmed(rest.substr(1));
        const auto second = leading_number(whole);
        if (second && second->end == whole.size()) return found->value;
    }
    return std::nullopt;
}

struct ShownDay {
    std::string key; // as ISO text, parts that are not known as zeros
    bool whole = false;
};

std::optional<std::string> part(std::string_view text, std::size_t least, std::size_t most) {
    if (text.size() < least || text.size() > most || !std::all_of(text.begin(), text.end(), digit))
        return std::nullopt;
    return std::string(most - text.size(), '0') + std::string(text);
}

std::optional<ShownDay> day_of(std::string_view text) {
    if (text.starts_with('~')) text.remove_prefix(1);
    std::string time;
    if (const auto space = text.find(' '); space != std::string_view::npos) {
        const std::string_view clock = trimmed(text.substr(space));
        if (clock.size() != 5 || clock[2] != ':' || !part(clock.substr(0, 2), 2, 2) ||
            !part(clock.substr(3), 2, 2))
            return std::nullopt;
        time = " " + std::string(clock);
        text = text.substr(0, space);
    }
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) {
        const auto year = part(text, 4, 4);
        return year && time.empty() ? std::optional(ShownDay{*year + "-00-00"}) : std::nullopt;
    }
    const auto second = text.find('/', slash + 1);
    if (second == std::string_view::npos) {
        const auto month = part(text.substr(0, slash), 1, 2);
        const auto year = part(text.substr(slash + 1), 4, 4);
        return month && year && time.empty() ? std::optional(ShownDay{*year + "-" + *month + "-00"})
                                             : std::nullopt;
    }
    const auto day = part(text.substr(0, slash), 1, 2);
    const auto month = part(text.substr(slash + 1, second - slash - 1), 1, 2);
    const auto year = part(text.substr(second + 1), 4, 4);
    if (!day || !month || !year) return std::nullopt;
    const std::string iso = *year + "-" + *month + "-" + *day;
    if (!core::day_from_iso(iso)) return std::nullopt;
    return ShownDay{iso + time, true};
}

// What the cells say, without what makes no difference.
std::vector<std::string> read(const std::vector<std::string>& cells) {
    std::vector<std::string> texts;
    texts.reserve(cells.size());
    for (const std::string& cell : cells) {
        std::string text = core::to_latin_digits(trimmed(cell));
        if (blank(text)) text.clear();
        texts.push_back(std::move(text));
    }
    return texts;
}

CellKind kind_of_texts(const std::vector<std::string>& texts) {
    bool any = false;
    bool whole_day = false;
    bool days = true;
    bool numbers = true;
    for (const std::string& text : texts) {
        if (text.empty()) continue;
        any = true;
        if (days) {
            const auto day = day_of(text);
            days = day.has_value();
            whole_day = whole_day || (day && day->whole);
        }
        numbers = numbers && number_of(text).has_value();
        if (!days && !numbers) return CellKind::text;
    }
    if (any && days && whole_day) return CellKind::day;
    return any && numbers ? CellKind::number : CellKind::text;
}

std::string text_key(const std::string& text) {
    std::string padded;
    for (std::size_t at = 0; at < text.size();) {
        if (!digit(text[at])) {
            padded += text[at++];
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && digit(text[end]))
            ++end;
        if (end - at < digits_padded) padded.append(digits_padded - (end - at), '0');
        padded.append(text, at, end - at);
        at = end;
    }
    return core::sort_key(padded);
}

template<typename Key>
std::vector<std::size_t> ordered(const std::vector<std::optional<Key>>& keys, bool ascending) {
    std::vector<std::size_t> order(keys.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (!keys[a] || !keys[b]) return keys[a].has_value() && !keys[b].has_value();
        return ascending ? *keys[a] < *keys[b] : *keys[b] < *keys[a];
    });
    return order;
}

} // namespace

CellKind kind_of_cells(const std::vector<std::string>& cells) {
    return kind_of_texts(read(cells));
}

std::vector<std::size_t> order_of_cells(const std::vector<std::string>& cells, bool ascending) {
    const std::vector<std::string> texts = read(cells);
    const CellKind kind = kind_of_texts(texts);
    if (kind == CellKind::number) {
        std::vector<std::optional<double>> keys;
        for (const std::string& text : texts)
            keys.push_back(text.empty() ? std::nullopt : number_of(text));
        return ordered(keys, ascending);
    }
    std::vector<std::optional<std::string>> keys;
    for (const std::string& text : texts) {
        if (text.empty())
            keys.emplace_back();
        else
            keys.emplace_back(kind == CellKind::day ? day_of(text)->key : text_key(text));
    }
    return ordered(keys, ascending);
}

std::string plain_figure(std::string_view shown) {
    const std::string text = core::to_latin_digits(trimmed(shown));
    const auto found = leading_number(text);
    if (!found || found->end != text.size()) return {};
    std::string plain;
    for (const char c : text)
        if (digit(c) || c == '.' || c == '-') plain += c;
    if (text.starts_with("−")) plain.insert(plain.begin(), '-');
    const std::string_view figures = std::string_view(plain).substr(plain.starts_with('-') ? 1 : 0);
    if (figures.size() > 1 && figures[0] == '0' && figures[1] != '.') return {};
    return plain;
}

std::string iso_day(std::string_view shown) {
    const auto day = day_of(core::to_latin_digits(trimmed(shown)));
    return day && day->whole && day->key.size() == std::string_view("2025-12-17").size() ? day->key
                                                                                         : std::string{};
}

} // namespace widgets
