// SPDX-License-Identifier: GPL-3.0-or-later
// How an office is reached: the telephone number that stands on its documents for whoever wants to ask.
#pragma once

#include "core/expected.hpp"
#include "storage/transaction.hpp"

#include <string>
#include <string_view>

namespace office {

// As it is kept; empty where there is none.
std::string office_phone(const storage::Database& database);

// Kept as core::read_phone gives it; an empty text takes it away. Errors: those of core::read_phone.
core::Expected<void> set_office_phone(storage::Transaction& tx, std::string_view typed);

} // namespace office
