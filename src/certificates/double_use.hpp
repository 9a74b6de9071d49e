// SPDX-License-Identifier: GPL-3.0-or-later
// A serial that was issued to two: what two files say of it does not agree. It is seen where they meet.
#pragma once

#include "core/error.hpp"
#include "storage/database.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace certificates {

// serial.used-twice {serial, name, other} when the register, or what another office told, has the serial
// under another code: `name` is in `code`, `other` in that one.
std::optional<core::Error> used_twice(const storage::Database& database, std::string_view serial,
                                      std::string_view code);

// Every such serial of the file, in their order.
std::vector<core::Error> used_twice(const storage::Database& database);

} // namespace certificates
