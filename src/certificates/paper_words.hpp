// SPDX-License-Identifier: GPL-3.0-or-later
// How the register's papers write words, numbers and days: award list, control sheet, stock sheet.
#pragma once

#include "attendance/words.hpp"
#include "core/date.hpp"

#include <cstdint>
#include <string>

namespace certificates {

// resources/certificates/words.txt
const attendance::Words& register_words();

// In Khmer digits: "១២", and "១២/០៦/២០២៦".
std::string khmer(std::int64_t number);
std::string khmer(core::Day day);

} // namespace certificates
