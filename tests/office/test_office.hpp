// SPDX-License-Identifier: GPL-3.0-or-later
// An office in memory to start a test from, ready in milliseconds.
#pragma once

#include "storage/test_file.hpp"

#include <string_view>

namespace test {

// Thma Koul (0202), Battambang (02) or any other area: a new office with its gazetteer, holidays and key.
storage::Database new_office(storage::Environment environment, std::string_view area_code = "0202");

} // namespace test
