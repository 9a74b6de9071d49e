// SPDX-License-Identifier: GPL-3.0-or-later
// What each error code says in English: the tables that sentence.hpp words errors from.
#pragma once

#include <span>
#include <string_view>

namespace wording {

// `text` says what is so, `remedy` what to do (it may be empty). {name} stands for the error's fact of that
// name. A message with `fact` is for errors whose fact has that `value`, and stands before the plain one of
// its code.
struct Message {
    std::string_view code;
    std::string_view text;
    std::string_view remedy{};
    std::string_view fact{};
    std::string_view value{};
};

// Files, the disk, keys and locks.
std::span<const Message> file_messages();
// Backups, restoring them, and the clock.
std::span<const Message> backup_messages();
// What stands in a field or a cell: dates, numbers, names, marks.
std::span<const Message> input_messages();
// Classes, learners, registers, marks and certificates.
std::span<const Message> register_messages();
// What marks are refused for and what looks odd in them; the rules of a programme.
std::span<const Message> score_messages();
std::span<const Message> unit_messages();
// Award lists from the clerk to whoever approves them.
std::span<const Message> award_messages();
// Templates, their paper, statements and lists of a class.
std::span<const Message> document_messages();
// Parcels between a district and its institutions.
std::span<const Message> parcel_messages();
// Lists that centres send, and taking an import back.
std::span<const Message> import_messages();
// Logging in, rights and users.
std::span<const Message> user_messages();
// The work of an office: documents.
std::span<const Message> office_messages();
// Returns: what their figures give rise to ask, and why one is refused.
std::span<const Message> return_messages();
// Rounds, explanations, receipts and periods that an accepted return has closed.
std::span<const Message> round_messages();
// Why two records may be one person, and what stands in the way of merging them.
std::span<const Message> identity_messages();
// A learner's past that goes to another office or comes from one.
std::span<const Message> transfer_messages();

// Serial numbers and where they come from, numbered paper, the old register book.
std::span<const Message> stock_messages();
// What a year's end lacks, and why it is not rolled over or taken back.
std::span<const Message> rollover_messages();

} // namespace wording
