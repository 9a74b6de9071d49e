// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/village_search.hpp"

#include "core/fold.hpp"
#include "core/numerals.hpp"
#include "core/tidy.hpp"
#include "office/gazetteer_store.hpp"

#include <algorithm>
#include <tuple>

namespace office {
namespace {

constexpr std::string_view select_by_code = R"sql(
SELECT code FROM area
WHERE length(code) = 8 AND valid_to IS NULL AND ((code >= ?1 AND code < ?2) OR (code >= ?3 AND code < ?4))
ORDER BY code)sql";

// Folded keys have no pattern's letters in them, so instr() is all that is asked.
constexpr std::string_view select_by_name = R"sql(
SELECT code, folded_km, folded FROM area
WHERE length(code) = 8 AND valid_to IS NULL AND (instr(folded_km, ?1) > 0 OR instr(folded, ?1) > 0))sql";

constexpr std::string_view select_above = R"sql(
SELECT 1 FROM area
WHERE code IN (?1, ?2, ?3) AND (instr(folded_km, ?4) > 0 OR instr(folded, ?4) > 0) LIMIT 1)sql";

struct Hit {
    std::string code;
    int far = 0;         // 0 in the district, 1 in the province, 2 elsewhere
    bool inside = false; // the name only holds what was typed
    friend auto operator<=>(const Hit& a, const Hit& b) {
        return std::tie(a.far, a.inside, a.code) <=> std::tie(b.far, b.inside, b.code);
    }
};

int distance(std::string_view within, std::string_view code) {
    if (code.starts_with(within)) return 0;
    return code.starts_with(within.substr(0, 2)) ? 1 : 2;
}

std::string end_of(std::string_view code) {
    return std::string{code} + ":"; // ':' follows '9'
}

std::vector<Hit> by_code(const storage::Database& database, std::string_view within,
                         const std::string& digits) {
    // "202" may be 0202 without its zero, or the beginning of 202...
    const std::string padded = "0" + digits;
    auto row = database.query(select_by_code, digits, end_of(digits), padded, end_of(padded));
    std::vector<Hit> hits;
    while (row.step()) {
        auto code = row.get<std::string>(0);
        const int far = distance(within, code);
        hits.push_back({std::move(code), far});
    }
    return hits;
}

// Whether one of the units the village lies in is called so.
bool lies_in(const storage::Database& database, const std::string& village, const std::string& key) {
    const std::string_view code{village};
    return database.value<int>(select_above, code.substr(0, 6), code.substr(0, 4), code.substr(0, 2), key)
        .has_value();
}

std::vector<Hit> by_name(const storage::Database& database, std::string_view within, const std::string& key,
                         const std::vector<std::string>& above) {
    std::vector<Hit> hits;
    if (key.empty()) return hits;
    auto row = database.query(select_by_name, key);
    while (row.step()) {
        auto code = row.get<std::string>(0);
        if (!std::all_of(above.begin(), above.end(),
                         [&](const std::string& part) { return lies_in(database, code, part); }))
            continue;
        const bool begins =
            row.get<std::string_view>(1).starts_with(key) || row.get<std::string_view>(2).starts_with(key);
        const int far = distance(within, code);
        hits.push_back({std::move(code), far, !begins});
    }
    return hits;
}

std::string without_latin_unit(std::string_view name) {
    for (const std::string_view unit : {"Phum ", "phum ", "PHUM "})
        if (name.starts_with(unit)) return std::string{name.substr(unit.size())};
    return std::string{name};
}

std::vector<Hit> by_words(const storage::Database& database, std::string_view within,
                          std::string_view typed) {
    const WrittenPlace place = read_place(typed);
    std::vector<std::string> above;
    for (const std::string* part : {&place.commune, &place.district, &place.province})
        if (std::string key = core::query_fold(*part); !key.empty()) above.push_back(std::move(key));
    const std::string name = without_latin_unit(place.village);
    auto hits = by_name(database, within, core::query_fold(name), above);
    // Without unit words the first words may be the village's and the rest those of what it lies in.
    for (std::size_t space = name.rfind(' '); hits.empty() && space != std::string::npos && space > 0;
         space = name.rfind(' ', space - 1)) {
        std::vector<std::string> rest = above;
        std::string_view words = std::string_view{name}.substr(space + 1);
        while (!words.empty()) {
            const std::size_t end = std::min(words.find(' '), words.size());
            if (std::string key = core::query_fold(words.substr(0, end)); !key.empty())
                rest.push_back(std::move(key));
            words.remove_prefix(std::min(end + 1, words.size()));
        }
        hits = by_name(database, within, core::fold_name(name.substr(0, space)), rest);
    }
    return hits;
}

} // namespace

std::vector<VillageChoice> search_villages(const storage::Database& database, std::string_view within,
                                           std::string_view typed, std::size_t limit) {
    const std::string text = core::tidy(typed);
    const std::string digits = core::to_latin_digits(text);
    // One digit is more likely the end of a name (ភូមិ១) than the beginning of a code.
    auto hits = digits.size() >= 2 && read_area_code(digits) ? by_code(database, within, digits)
                                                             : by_words(database, within, text);
    const std::size_t count = std::min(limit, hits.size());
    std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(count), hits.end());
    hits.resize(count);
    std::vector<VillageChoice> choices;
    for (Hit& hit : hits) {
        auto line = area_line(database, hit.code, database.clock().today());
        choices.push_back({std::move(hit.code), std::move(line)});
    }
    return choices;
}

} // namespace office
