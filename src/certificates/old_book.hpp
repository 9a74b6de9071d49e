// SPDX-License-Identifier: GPL-3.0-or-later
// The old register book: certificates from before Srok, typed or imported as they stand there. They have no
// code, so nobody can say more of them than that the book says so; the control sheet of numbers does not hold
// them.
#pragma once

#include "certificates/stock_journal.hpp"
#include "core/date.hpp"
#include "core/expected.hpp"
#include "core/sex.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace certificates {

struct BookEntry {
    std::int64_t id = 0;  // given by the store
    std::string number{}; // as written
    int year = 0;
    std::string name_km{};
    std::string name{};
    std::optional<core::Sex> sex{};
    std::optional<core::PartialDate> born{};
    std::string programme{};
    std::optional<core::Day> issued_on{};
    std::string page{};
    std::string remark{};
    std::string source{}; // the list it came from; empty where it was typed
    friend bool operator==(const BookEntry&, const BookEntry&) = default;
};

// What is compared of a number: Latin digits and capitals, no blanks.
std::string book_key(std::string_view number);

// Texts tidied; without a year, that of the day. Errors: book.number-missing; book.year {year}: none, or
// outside 1950 to this year; book.name-missing; text.lost, text.legacy-font {text}; book.day {day}: in
// another year.
core::Expected<BookEntry> check_entry(BookEntry entry, core::Day today);

// An entry with that number and year.
std::optional<BookEntry> find_book_entry(const storage::Database& database, std::string_view number,
                                         int year);
std::optional<BookEntry> find_book_entry(const storage::Database& database, std::int64_t id);
// Of any year, the newest first.
std::vector<BookEntry> find_book_entries(const storage::Database& database, std::string_view number);
// By year and number; of those whose number or name `typed` may be part of, all when it is empty.
std::vector<BookEntry> search_book(const storage::Database& database, std::string_view typed);

// Journalled. Its id. Errors: those of check_entry; book.number-taken {number, year, name}.
core::Expected<std::int64_t> add_book_entry(storage::Transaction& tx, const BookEntry& entry);

// The entry with `entry.id` as the book really says it; its source stays. What it said before stays in the
// journal, with why it was changed. Errors: book.no-reason; book.entry-unknown; book.unchanged {number};
// those of add_book_entry.
core::Expected<void> correct_book_entry(storage::Transaction& tx, const BookEntry& entry,
                                        std::string_view reason);

// How an entry stood after each thing that was done to it, oldest first.
struct BookChange {
    core::Moment at{};
    std::string actor;
    std::string verb; // type, import, correct
    std::string reason;
    BookEntry entry;
};
std::vector<BookChange> book_history(const storage::Database& database, std::int64_t id);

} // namespace certificates
