// SPDX-License-Identifier: GPL-3.0-or-later
// Provinces, districts, communes and villages: their codes, their kinds of unit, and how a place is written.
//
// A code has two digits a level and begins with its parent's: 02 province, 0202 district, 020207 commune,
// 02020704 village. It is text: a number would lose the leading zero.
#pragma once

#include "core/date.hpp"
#include "core/expected.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace office {

enum class AreaType { khaet, reach_theani, srok, krong, khan, khum, sangkat, phum };

std::string_view to_text(AreaType type);
std::optional<AreaType> area_type_from_text(std::string_view text);

// ភូមិ, ឃុំ, សង្កាត់, ស្រុក, ក្រុង, ខណ្ឌ, ខេត្ត, រាជធានី.
std::string_view khmer_unit(AreaType type);

struct Area {
    std::string code;
    AreaType type{};
    std::string name_km;
    std::string name;
    std::optional<core::Day> valid_from{};
    std::optional<core::Day> valid_to{};
    std::optional<std::string> decree{}; // that made it, where it is known
    friend bool operator==(const Area&, const Area&) = default;
};

// "ឃុំបឹងព្រីង", "Boeng Pring commune". A name that begins with its unit's word does not get it twice.
std::string unit_km(const Area& area);
std::string unit_en(const Area& area);

// From the smallest unit up: "ភូមិប៉ោយតាសេក ឃុំបឹងព្រីង ស្រុកថ្មគោល ខេត្តបាត់ដំបង", and in English with commas.
std::string place_km(const std::vector<Area>& smallest_first);
std::string place_en(const std::vector<Area>& smallest_first);

// The code with the leading zero that a spreadsheet took: 1, 3, 5 and 7 digits are padded, 2, 4, 6 and 8
// stay; Khmer digits are read, spaces around are ignored. Nothing for anything else.
std::optional<std::string> read_area_code(std::string_view typed);

// The parts of a place written in one line, without their unit words: "ភូមិ អូរធំ ឃុំបន្ទាយនាង". What stands
// before any unit word is the village. Parts that are not there are empty.
struct WrittenPlace {
    std::string village;
    std::string commune;
    std::string district;
    std::string province;
    friend bool operator==(const WrittenPlace&, const WrittenPlace&) = default;
};
WrittenPlace read_place(std::string_view text);

} // namespace office
