// SPDX-License-Identifier: GPL-3.0-or-later
// The longest names of the office: what a document must have room for.
#pragma once

#include "storage/database.hpp"

#include <string>
#include <vector>

namespace learners {

struct LongName {
    std::string km;
    std::string latin;
};

// The three longest in Khmer and the three longest in Latin letters.
std::vector<LongName> longest_names(const storage::Database& database);

} // namespace learners
