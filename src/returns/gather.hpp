// SPDX-License-Identifier: GPL-3.0-or-later
// A period as the registers know it: the content of a return, and the learners behind it one class at a time.
#pragma once

#include "core/progress.hpp"
#include "returns/return_content.hpp"
#include "storage/database.hpp"

#include <unordered_map>

namespace returns {

// Which of a learner's stints of the period this is, where there are several: 2, 3 …
using StintOrdinals = std::unordered_map<classes::EnrolmentId, int>;

struct Gathered {
    ReturnContent content;
    Facts facts;
    StintOrdinals ordinals;
};

// Classes that run on a day of the period, everyone who was in them on one, and what the registers say of it
// up to today. Memory grows by some 100 bytes for each of them. WorldFailure "cancelled".
Gathered gather(const storage::Database& database, const ReturnPeriod& period, const Layout& layout,
                core::Progress& progress);

} // namespace returns
