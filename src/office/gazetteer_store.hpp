// SPDX-License-Identifier: GPL-3.0-or-later
// The gazetteer in the office file: loaded once with its version, looked up by code, by day and by what a
// clerk typed.
#pragma once

#include "office/gazetteer_file.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace office {

// Fills the empty tables of a new office; one audit row. 16,465 units take under a tenth of a second.
void load_gazetteer(storage::Transaction& tx, const Gazetteer& gazetteer);

// As it is today.
std::optional<Area> find_area(const storage::Database& database, std::string_view code);

// As it was called and classed on `day`. Nothing when the code is unknown or had not begun or had ended.
std::optional<Area> find_area_on(const storage::Database& database, std::string_view code, core::Day day);

// The units one level below, by code; the empty code gives the provinces.
std::vector<Area> areas_below(const storage::Database& database, std::string_view code);

// The unit and all those it lies in, smallest first, as they were on `day`; for place_km() and place_en().
std::vector<Area> area_line(const storage::Database& database, std::string_view code, core::Day day);

// The codes that took a withdrawn code's place.
std::vector<std::string> successors_of(const storage::Database& database, std::string_view old_code);

// The villages a typed text may mean: one, several, or none.
struct VillageMatch {
    std::vector<std::string> codes;
    bool unknown() const { return codes.empty(); }
    bool ambiguous() const { return codes.size() > 1; }
    // The code when there is exactly one.
    std::optional<std::string> code() const {
        return codes.size() == 1 ? std::optional{codes.front()} : std::nullopt;
    }
};

// `typed` is a village's name in Khmer or Latin, with or without ភូមិ, in any encoding and with any digits, or
// a whole line ("ភូមិអូរធំ ឃុំបន្ទាយនាង"), or its code. `commune` is empty or the commune's name; one that is not in
// `within` makes the village unknown rather than guessed. `within` is a district's or province's code.
VillageMatch find_village(const storage::Database& database, std::string_view within, std::string_view typed,
                          std::string_view commune = {});

} // namespace office
