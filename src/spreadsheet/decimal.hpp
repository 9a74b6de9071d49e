// SPDX-License-Identifier: GPL-3.0-or-later
// Decimals as text, never as floating point. Programs keep 15 digits and write up to 17, so one value comes
// back as "8.3", "8.3000000000000007" or "830E-2"; here they become one text again.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace spreadsheet {

// "-12.50", ".5", "7.", "1.2E+11": what a sheet may hold as a number. No spaces, no commas.
bool is_decimal(std::string_view text);

// Plain digits ("-12.5", "120000000000"), at most 15 of them significant and `decimals` after the point,
// halves rounded away from zero, no trailing zero, no exponent, never "-0". Nothing when `number` is not a
// decimal or has more than 40 digits before its point.
std::optional<std::string> plain_decimal(std::string_view number, unsigned decimals = 15);

} // namespace spreadsheet
