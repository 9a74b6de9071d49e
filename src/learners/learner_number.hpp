// SPDX-License-Identifier: GPL-3.0-or-later
// The number by which a learner is known for life: "0202-000123-O".
#pragma once

#include "core/expected.hpp"
#include "storage/transaction.hpp"

namespace learners {

// The last number a block can hold; six digits are printed.
constexpr std::int64_t last_learner_number = 999999;

// The office's code, six digits and the check character of core/check_digit.hpp. `sequence` from 1 on.
std::string learner_number(std::string_view office_code, std::int64_t sequence);

// The next number of this office's blocks; it is never given again. The first use makes a block of all
// numbers under the office's own code: 0202 of a district, 0202 and its institution code of an institution,
// so that offices never give the same number. Not audited: it is part of registering. Error:
// learner-number.none-left {office}.
core::Expected<std::string> take_learner_number(storage::Transaction& tx);

// After this file was restored from a backup: the next numbers of each block, as many as `lives` lost files
// may have given since, are given no more. How many they are.
std::int64_t lose_unknown_numbers(storage::Transaction& tx, std::int64_t lives);

} // namespace learners
