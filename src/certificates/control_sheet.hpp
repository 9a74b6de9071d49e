// SPDX-License-Identifier: GPL-3.0-or-later
// The control sheet: every serial number of the office and what became of it, none left out.
#pragma once

#include "certificates/register_store.hpp"
#include "documents/sheet.hpp"

#include <filesystem>
#include <optional>
#include <vector>

namespace certificates {

// One number, or several neighbours of which nothing else is to be said.
struct ControlRow {
    enum class Kind {
        entry,    // it stands in the register
        gap,      // given, but nothing of it stands in the register: somebody took it out
        blank,    // not given yet
        reserved, // for an institution to give
        closed,   // not given and never will be: the province gives the year's numbers
        lost      // never given: a file that was lost may have used them, and a backup took its place
    };
    Kind kind = Kind::entry;
    // Without a check character where it is not an entry; the same twice for a single number.
    std::string first{};
    std::string last{};
    std::int64_t numbers = 1;
    std::string holder{}; // the institution of reserved numbers
    RegisterEntry entry{};
    std::vector<Event> events{}; // after its issue, oldest first
};

// A block of numbers, in their order.
struct ControlBlock {
    std::string office;
    int year = 0;
    std::int64_t first = 0;
    std::int64_t last = 0;
    Origin origin = Origin::own;
    std::vector<ControlRow> rows;
    // Each number is counted once in these.
    std::int64_t valid = 0;
    std::int64_t voided = 0;
    std::int64_t replaced = 0;
    std::int64_t spoiled = 0;
    std::int64_t lost = 0;
    std::int64_t missing = 0;
    std::int64_t reserved = 0;
    std::int64_t blank = 0;
    std::int64_t closed = 0;
    std::int64_t used() const { return valid + voided + replaced + spoiled + lost + missing; }
    std::int64_t reprints = 0;
    std::int64_t duplicates = 0;
};

struct ControlSheet {
    std::vector<std::string> office_lines;
    bool sample = false;
    core::Moment made_at{};
    std::vector<ControlBlock> blocks;   // by office, year and first number
    std::optional<core::Error> altered; // by another program: register.altered, stock.altered
    std::vector<core::Error> used_twice{};
};

// Of one year or of all. Nobody has use for it when cancelled.
ControlSheet load_control_sheet(const storage::Database& database, core::Progress& progress,
                                std::optional<int> year = {});

// What does not add up:
//   register.altered {serial, what}, stock.altered {entity, row, what}
//   register.gap    {first, last, numbers} given, and not in the register
//   register.state  {serial, state, last} a state that its last event did not give it
//   serial.used-twice {serial, name, other}
std::vector<core::Error> findings_of(const ControlSheet& sheet);

documents::Sheet paper_of(const ControlSheet& sheet);

// As .pdf or .xlsx, whole or not at all. Errors: file.kind {kinds}; those of documents. WorldFailure
// file.write.
core::Expected<void> write_control_sheet(const std::filesystem::path& path, const ControlSheet& sheet,
                                         const std::vector<std::filesystem::path>& font_folders);

} // namespace certificates
