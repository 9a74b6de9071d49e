// SPDX-License-Identifier: GPL-3.0-or-later
// Days and dates as this room's papers and workbooks write them, in Latin digits.
#pragma once

#include "core/date.hpp"
#include "core/ratio.hpp"

#include <string>

namespace attendance {

// "12", "2.5": at most two decimals, and none that say nothing.
std::string days_text(const core::Ratio& days);

// "17/12/2025"; of a partial date what is known: "12/2004", "2004", "~2004".
std::string day_text(core::Day day);
std::string date_text(const core::PartialDate& date);

} // namespace attendance
