// SPDX-License-Identifier: GPL-3.0-or-later
// Blank serial numbers that nothing will be issued under: spoiled or lost, by hand and with a reason.
#pragma once

#include "certificates/register_store.hpp"

#include <string_view>

namespace certificates {

struct NumberRange {
    std::string office;
    int year = 0;
    std::int64_t first = 0;
    std::int64_t last = 0;

    std::int64_t count() const { return last - first + 1; }
    friend bool operator==(const NumberRange&, const NumberRange&) = default;
};

// Serials as typed, with or without their check character; one number when `last` is empty. Errors:
// reference.unreadable {text}, reference.check {text}; serial.range {first, last}: not from a lower to a
// higher number of one office and year.
core::Expected<NumberRange> read_numbers(std::string_view first, std::string_view last);

// Blank numbers become `state`, spoiled or lost, for good: one that is found again stays lost. Each is an
// event of the register's chain. The count. Errors, after which nothing is written: certificate.no-reason;
// serial.count {count} past ten thousand; serial.outside {serial}: in no block of this file; serial.not-blank
// {serial, state}: the state it is in, "reserved" or "closed" too.
core::Expected<std::int64_t> mark_blank(storage::Transaction& tx, const NumberRange& range, State state,
                                        std::string_view reason);

} // namespace certificates
