// SPDX-License-Identifier: GPL-3.0-or-later
// What a year's end means for each learner, as a workbook in Khmer.
#pragma once

#include "rollover/plan.hpp"

#include <filesystem>

namespace rollover {

// Errors and WorldFailure as attendance::write_list.
core::Expected<void> write_plan(const std::filesystem::path& path, const storage::Database& database,
                                const YearEnd& end, const Plan& plan);

} // namespace rollover
