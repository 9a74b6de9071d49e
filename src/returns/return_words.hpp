// SPDX-License-Identifier: GPL-3.0-or-later
// The headings of returns that no layout says, in Khmer and English.
#pragma once

#include "returns/attributes.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace returns::words {

struct Label {
    std::string_view km;
    std::string_view en;
    // "ថ្នាក់រៀន\nClass", as a column's heading.
    std::string both() const { return std::string{km} + '\n' + std::string{en}; }
};

inline constexpr Label total{"សរុប", "Total"};
inline constexpr Label female{"ស្រី", "Female"};
inline constexpr Label all{"រួម", "All"};
inline constexpr Label age_unknown{"មិនស្គាល់អាយុ", "Age not known"};
inline constexpr Label not_stated{"មិនបានបញ្ជាក់", "Not stated"};
inline constexpr std::string_view sample_mark = "គំរូ SAMPLE";

Wording wording(const Label& label);
// "ក\nA", as a heading.
std::string both(const Wording& words);

// The values of an attribute that are the same in every office.
std::vector<Value> fixed_values(Attribute attribute);
// "និទ្ទេស A" and "Grade A".
Wording grade(const std::string& letter);
// "បឋមសិក្សា · ថ្នាក់ទី៣"; the programme alone where a class is of no level.
Wording level(const ClassFacts& one);
Wording level(const programmes::Pack& pack, const std::string& level);

Label reason(classes::LeavingReason reason);
Label contract(staff::Contract contract);
Label weight(Weight weight);
std::string_view sex_km(core::Sex sex);
// "មាន" or "គ្មាន"; empty where it was not asked.
std::string_view disability_km(const std::optional<bool>& disability);
// "ក្រ១" or "ក្រ២".
std::string_view equity_km(const std::optional<learners::EquityLevel>& level);

// 17 December 2025 in Khmer digits: "១៧/១២/២០២៥".
std::string date_text(core::Day day);

} // namespace returns::words
