// SPDX-License-Identifier: GPL-3.0-or-later
// A list of the old register book, .xlsx or .csv: what it says, row by row, and what of it will be taken. The
// preview is the same judging as the taking.
#pragma once

#include "certificates/old_book.hpp"
#include "core/progress.hpp"
#include "storage/database.hpp"

#include <filesystem>
#include <vector>

namespace certificates {

enum class BookVerdict { accept, same, refuse };
std::string_view to_text(BookVerdict verdict);

struct BookRow {
    std::uint32_t row = 0; // as the list counts, from 1
    BookVerdict verdict = BookVerdict::refuse;
    BookEntry entry{};
    std::optional<core::Error> reason{}; // of a refusal, with its cell
    std::vector<std::string> cells{};    // as they stand there
};

struct BookList {
    std::string file; // its name
    std::uint32_t header_row = 0;
    std::vector<std::string> headings;
    std::vector<BookRow> rows;
    std::size_t count(BookVerdict verdict) const;
};

// Judges every row against the file and the rows above it. Errors: those of opening a file; book.no-headings:
// no row names a number and a name; cancelled.
core::Expected<BookList> read_book_list(const storage::Database& database, const std::filesystem::path& path,
                                        core::Progress& progress);

// Writes the accepted rows. Their number.
core::Expected<std::int64_t> take_book_list(storage::Transaction& tx, const BookList& list);

// The refused rows as they came, each with why. WorldFailure file.write.
void write_book_rejects(const std::filesystem::path& path, const BookList& list,
                        const std::vector<std::string>& reasons, core::Moment made_at);

} // namespace certificates
