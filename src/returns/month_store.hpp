// SPDX-License-Identifier: GPL-3.0-or-later
// A month as the registers know it: the figures of a return, and the learners behind them one class at a
// time.
#pragma once

#include "returns/month_return.hpp"
#include "storage/database.hpp"

#include <unordered_map>

namespace returns {

// Which of a learner's stints of the month this is, where there are several: 2, 3 …
using StintOrdinals = std::unordered_map<classes::EnrolmentId, int>;

struct GatheredMonth {
    MonthReturn content;
    StintOrdinals ordinals;
};

// Classes that run on a day of the month, everyone who was in them on one, and what the register says of it
// up to today. Memory grows by some 60 bytes for each of them. WorldFailure "cancelled".
GatheredMonth gather_month(const storage::Database& database, core::Month month, core::Progress& progress);

} // namespace returns
