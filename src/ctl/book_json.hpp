// SPDX-License-Identifier: GPL-3.0-or-later
// The old register book's answers.
#pragma once

#include "certificates/old_book.hpp"
#include "ctl/exit.hpp"
#include "ctl/output.hpp"
#include "storage/database.hpp"

#include <string>

namespace ctl {

Json book_json(const certificates::BookEntry& entry);

// Answers what the book says of a certificate's number, which is never "genuine"; nothing where it has none
// such.
std::optional<Exit> answer_from_book(Output& out, const storage::Database& database,
                                     const std::string& number);

} // namespace ctl
