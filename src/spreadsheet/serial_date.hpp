// SPDX-License-Identifier: GPL-3.0-or-later
// Days as spreadsheets count them: a number since 1900, or since 1904 in files that began on a Macintosh.
#pragma once

#include "core/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace spreadsheet {

enum class DateSystem { from_1900, from_1904 };

// The day of a serial such as "45667", or "45667.5" whose time of day is left out. Nothing for a number below
// the first day, after 9999-12-31, and for 1900's serial 60, a 29 February that never was.
std::optional<core::Day> day_from_serial(std::string_view number, DateSystem system);

// Nothing before 1900-01-01 (or 1904-01-01) or after 9999-12-31.
std::optional<std::int64_t> serial_of(core::Day day, DateSystem system);

// Of "2025-12-17" or "2025-12-17T13:30:00": cells of strict OOXML may spell dates so.
std::optional<std::string> serial_from_iso(std::string_view text, DateSystem system);

} // namespace spreadsheet
