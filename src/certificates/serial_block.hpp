// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks of serial numbers: which numbers this office may give, where they came from, and which of them an
// institution holds. No two blocks of one office code and year share a number.
#pragma once

#include "certificates/stock_journal.hpp"
#include "core/expected.hpp"
#include "institutions/institution.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace certificates {

inline constexpr std::int64_t largest_number = 999'999;

enum class BlockId : std::int64_t {};

enum class Origin {
    own,      // made here at the first use of a year
    province, // given by a block file
    parcel    // a piece of a district's block, in an institution's file
};
std::string_view to_text(Origin origin);

struct SerialBlock {
    BlockId id{};
    std::string office; // as in its serials
    int year = 0;
    std::int64_t first = 0;
    std::int64_t last = 0;
    // Every number from here on is blank, unless it stands in the register as spoiled or lost.
    std::int64_t next = 0;
    Origin origin = Origin::own;
    std::optional<institutions::InstitutionId> held_by{};
    // No number of it is given from then on.
    std::optional<core::Moment> closed_at{};
    std::int64_t left = 0; // blank numbers, whoever may give them

    bool gives() const { return !held_by && !closed_at; }
    friend bool operator==(const SerialBlock&, const SerialBlock&) = default;
};

// "0202-2026-000012", a number without its check character.
std::string number_text(std::string_view office, int year, std::int64_t number);

// By office, year and first number.
std::vector<SerialBlock> load_blocks(const storage::Database& database);
std::optional<SerialBlock> find_block(const storage::Database& database, BlockId id);
// Whether each of the numbers stands in some block of this file.
bool has_numbers(const storage::Database& database, std::string_view office, int year, std::int64_t first,
                 std::int64_t last);

// A number of a block.
struct Serial {
    std::string text;
    std::int64_t block = 0;
    std::int64_t number = 0;
};

// The lowest number that the office may give in the year of `today`. An office without any block of that year
// makes its own first; once numbers came from elsewhere, only those are given. Errors: serial.none-left
// {office, year}.
core::Expected<Serial> take_serial(storage::Transaction& tx, core::Day today);

// Past the numbers at a block's beginning that stand in the register.
void pass_marked(storage::Transaction& tx, BlockId id);

// Numbers that come to this office.
struct IncomingBlock {
    Origin origin = Origin::province;
    std::string office; // as in its serials
    int year = 0;
    std::int64_t first = 0;
    std::int64_t last = 0;
    // When who gives them wrote it down; nothing where that is not known.
    std::optional<core::Moment> given{};
};

// From now on the office gives the year's numbers from here. Its own blocks of the year are closed: what they
// gave stays, their other numbers are accounted for and never given. Journalled. The first block's id.
// Errors, after which nothing is written: serial.block-range {first, last}; serial.block-overlap {first,
// last}: the numbers of these that are used here or stand in another block; serial.block-used {serial, name}:
// issued already, as a transfer told; serial.block-before-restore {first, last}: given before this file was
// restored from a backup that knows nothing of it: its numbers may be used.
core::Expected<std::int64_t> take_block(storage::Transaction& tx, const IncomingBlock& incoming);

// Cuts the next `count` blank numbers in a row out of what the office may give this year, for an institution
// to give: reserved on the control sheet, and never given here while they are held. Journalled. Errors:
// serial.count {count}; serial.none-left {office, year} when no block has so many in a row.
core::Expected<SerialBlock> reserve_block(storage::Transaction& tx, institutions::InstitutionId institution,
                                          std::int64_t count);

// The institution holds them no longer: what it did not use is blank again, and a parcel that brings
// certificates under them is refused from then on. Take in its certificates first. Journalled with the
// reason. Errors: serial.block-unknown; serial.block-not-held {first, last}; serial.no-reason {first, last}.
core::Expected<void> release_block(storage::Transaction& tx, BlockId id, std::string_view reason);

// After this file was restored from a backup: what the lost file may have given since is given no more. Of
// the office's own blocks the next numbers, as many as `lives` lost files may have used; of numbers from
// elsewhere the whole rest; what an institution holds stays with it, and is lost when it gives it back.
// Journalled
// ("lose", "doubt"). How many numbers are lost.
std::int64_t lose_unknown_numbers(storage::Transaction& tx, std::int64_t lives);
// Whether a block is what such a restoring lost.
bool lost_by_restoring(const storage::Database& database, const SerialBlock& block);

// Blank numbers the office may give this year, and of how many; nothing where it has no block yet.
struct NumbersLeft {
    std::string office;
    int year = 0;
    std::int64_t left = 0;
    std::int64_t of = 0;
};
std::optional<NumbersLeft> numbers_left(const storage::Database& database);
// The hint serial.few-left {office, year, left, of}: fewer than one in ten of them are left.
std::optional<core::Error> few_left(const storage::Database& database);

} // namespace certificates
