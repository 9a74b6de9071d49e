// SPDX-License-Identifier: GPL-3.0-or-later
// The letters an office writes in its registers beside those known from the start.
#pragma once

#include "attendance/mark.hpp"
#include "storage/transaction.hpp"

namespace attendance {

Letters load_letters(const storage::Database& database);

// Adds the letter or changes what it means; it goes before a known letter of the same shape. Audited as
// "attendance.letter". Error: attendance.letter-empty.
core::Expected<void> set_letter(storage::Transaction& tx, std::string_view letter, Mark mark);

// False when it was none.
bool remove_letter(storage::Transaction& tx, std::string_view letter);

} // namespace attendance
