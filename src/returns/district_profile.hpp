// SPDX-License-Identifier: GPL-3.0-or-later
// A district on one page: its main figures beside the period and the year before, its indicators beside the
// province's, and what its data lack.
#pragma once

#include "core/progress.hpp"
#include "documents/sheet.hpp"
#include "returns/return_period.hpp"
#include "storage/database.hpp"
#include "wording/language.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace returns {

struct ProfileOrder {
    std::string district; // its code, "0202"
    ReturnPeriod period;
    bool provisional = false; // what is only received counts too
    wording::Language language = wording::Language::khmer;
};

// Errors: return.consolidate-level outside a province's file; return.unknown-district {office};
// return.none-counts {office, period} where no return of it counts; those of gather_province. WorldFailure
// "cancelled".
core::Expected<documents::Sheet> district_profile(const storage::Database& database,
                                                  const ProfileOrder& order, core::Progress& progress);

// The same as .pdf, whole or not at all. Errors and WorldFailure also as documents::write_sheet_paper.
core::Expected<void> write_district_profile(const storage::Database& database, const ProfileOrder& order,
                                            const std::filesystem::path& out,
                                            const std::vector<std::filesystem::path>& font_folders,
                                            core::Progress& progress);

} // namespace returns
