// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/gazetteer.hpp"

#include "core/numerals.hpp"

#include <algorithm>
#include <array>

namespace office {
namespace {

struct UnitWords {
    AreaType type;
    std::string_view text;
    std::string_view km;
    std::string_view before_en;
    std::string_view after_en;
};

// Khan and Sangkat have no English word that offices use.
constexpr std::array<UnitWords, 8> unit_words = {{
    {AreaType::khaet, "khaet", "ខេត្ត", "", " province"},
    {AreaType::reach_theani, "reach_theani", "រាជធានី", "", " capital"},
    {AreaType::srok, "srok", "ស្រុក", "", " district"},
    {AreaType::krong, "krong", "ក្រុង", "", " municipality"},
    {AreaType::khan, "khan", "ខណ្ឌ", "Khan ", ""},
    {AreaType::khum, "khum", "ឃុំ", "", " commune"},
    {AreaType::sangkat, "sangkat", "សង្កាត់", "Sangkat ", ""},
    {AreaType::phum, "phum", "ភូមិ", "", " village"},
}};

const UnitWords& words_of(AreaType type) {
    return *std::find_if(unit_words.begin(), unit_words.end(), [&](const auto& w) { return w.type == type; });
}

std::string_view trimmed(std::string_view text) {
    // U+200B and U+00A0 are what copied cells have around their words.
    constexpr std::array<std::string_view, 4> blanks = {" ", "\t", "\u200B", "\u00A0"};
    for (bool again = true; again;) {
        again = false;
        for (const auto blank : blanks) {
            if (text.starts_with(blank)) text.remove_prefix(blank.size()), again = true;
            if (text.ends_with(blank)) text.remove_suffix(blank.size()), again = true;
        }
    }
    return text;
}

template<typename Part>
std::string joined(const std::vector<Area>& areas, std::string_view between, Part part) {
    std::string text;
    for (const Area& area : areas)
        text += (text.empty() ? "" : std::string{between}) + part(area);
    return text;
}

// Where a unit's word opens a part of the line: at its start or after a blank or a comma. Inside a word it is
// part of a name (សាលាឃុំ is a village).
struct Opening {
    std::size_t at;
    std::size_t size;
    AreaType type;
};

std::vector<Opening> openings(std::string_view text) {
    constexpr std::array<std::string_view, 5> separators = {" ", ",", "\u200B", "\u00A0", "\t"};
    std::vector<Opening> found;
    for (const UnitWords& words : unit_words)
        for (auto at = text.find(words.km); at != std::string_view::npos; at = text.find(words.km, at + 1)) {
            const std::string_view before = text.substr(0, at);
            if (before.empty() || std::any_of(separators.begin(), separators.end(),
                                              [&](auto s) { return before.ends_with(s); }))
                found.push_back({at, words.km.size(), words.type});
        }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    return found;
}

std::string& part_for(WrittenPlace& place, AreaType type) {
    switch (type) {
    case AreaType::khaet:
    case AreaType::reach_theani:
        return place.province;
    case AreaType::srok:
    case AreaType::krong:
    case AreaType::khan:
        return place.district;
    case AreaType::khum:
    case AreaType::sangkat:
        return place.commune;
    case AreaType::phum:
        break;
    }
    return place.village;
}

std::string_view without_comma(std::string_view text) {
    text = trimmed(text);
    if (text.ends_with(',')) text = trimmed(text.substr(0, text.size() - 1));
    return text;
}

} // namespace

std::string_view to_text(AreaType type) {
    return words_of(type).text;
}

std::optional<AreaType> area_type_from_text(std::string_view text) {
    for (const UnitWords& words : unit_words)
        if (words.text == text) return words.type;
    return std::nullopt;
}

std::string_view khmer_unit(AreaType type) {
    return words_of(type).km;
}

std::string unit_km(const Area& area) {
    const std::string_view unit = khmer_unit(area.type);
    return area.name_km.starts_with(unit) ? area.name_km : std::string{unit} + area.name_km;
}

std::string unit_en(const Area& area) {
    const UnitWords& words = words_of(area.type);
    const std::string& name = area.name.empty() ? area.name_km : area.name;
    return std::string{words.before_en} + name + std::string{words.after_en};
}

std::string place_km(const std::vector<Area>& smallest_first) {
    return joined(smallest_first, " ", unit_km);
}

std::string place_en(const std::vector<Area>& smallest_first) {
    return joined(smallest_first, ", ", unit_en);
}

std::optional<std::string> read_area_code(std::string_view typed) {
    std::string digits = core::to_latin_digits(trimmed(typed));
    if (digits.empty() || digits.size() > 8 || digits.find_first_not_of("0123456789") != std::string::npos)
        return std::nullopt;
    if (digits.size() % 2 == 1) digits.insert(0, 1, '0');
    return digits;
}

WrittenPlace read_place(std::string_view text) {
    WrittenPlace place;
    const auto found = openings(text);
    const std::string_view head =
        without_comma(text.substr(0, found.empty() ? text.size() : found.front().at));
    place.village = head;
    for (std::size_t i = 0; i < found.size(); ++i) {
        const std::size_t from = found[i].at + found[i].size;
        const std::size_t to = i + 1 < found.size() ? found[i + 1].at : text.size();
        std::string& part = part_for(place, found[i].type);
        // A part already written stays: the second word belongs to no part we know.
        if (part.empty()) part = without_comma(text.substr(from, to - from));
    }
    return place;
}

} // namespace office
