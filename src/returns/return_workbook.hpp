// SPDX-License-Identifier: GPL-3.0-or-later
// An office's return of a period as a signed workbook: the sheets of its layout, findings, and from version 2
// on what changed.
#pragma once

#include "returns/difference.hpp"
#include "returns/nominal_roll.hpp"
#include "returns/roll_store.hpp"
#include "returns/signed_workbook.hpp"

#include <functional>
#include <string>
#include <vector>

namespace returns {

// Who speaks on a cover, from the highest down, and where it is signed.
struct Letterhead {
    std::vector<std::string> lines; // "រដ្ឋបាលស្រុកថ្មគោល", the office's name
    std::string place_km;           // "ស្រុកថ្មគោល"
};

struct ReturnSheets {
    const Letterhead& letterhead;
    const ReturnContent& content;
    const std::vector<Change>& changes;
    // Calls its argument for each line of the list of learners.
    std::function<void(const std::function<void(const RollLine&)>&)> each_line;
    // And for each line of a nominal roll.
    std::vector<NominalPeriod> nominal_periods{};
    std::function<void(const SheetPlan&, const std::function<void(const NominalLine&)>&)> each_nominal_line{};
};

// Writes every sheet in order; finish() and publish() are the caller's.
void write_return(SignedWorkbook& workbook, const ReturnHead& head, const ReturnSheets& sheets);

// The keys of the sheets that no layout says; and those that the layouts of the program give their main ones.
namespace sheet_keys {
inline constexpr std::string_view cover = "cover";
inline constexpr std::string_view figures = "figures";
inline constexpr std::string_view attendance = "attendance";
inline constexpr std::string_view results = "results";
inline constexpr std::string_view learners = "learners";
inline constexpr std::string_view declared = declared_sheet;
inline constexpr std::string_view findings = "findings";
inline constexpr std::string_view changes = "changes";
} // namespace sheet_keys

} // namespace returns
