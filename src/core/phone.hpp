// SPDX-License-Identifier: GPL-3.0-or-later
// A telephone number as typed in a list or a form, and the one way it is kept: "012345678", "+66812345678".
#pragma once

#include "core/expected.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core {

struct PhoneReading {
    std::string number;
    // Codes of what a person should know though it was read: phone.zero-restored, phone.first-of-several.
    std::vector<std::string> findings;
};

// Khmer, Latin or full-width digits with spaces, dots, dashes and brackets between them. Numbers of Cambodia
// have 9 or 10 digits and begin with 0: +855, 00855 and 855 become that 0, and a number that a spreadsheet
// took for an integer (92463979) gets it back. Of "012 345 678 / 097 ..." the first is read. Numbers of other
// countries need their + or 00 and keep it.
// Errors: phone.unreadable {text}; phone.length {text, digits} when no number of Cambodia has so many.
Expected<PhoneReading> read_phone(std::string_view typed);

// A kept number as a document shows it: "012 345 678", "+66 812 345 678"; any other text as it is.
std::string shown_phone(std::string_view kept);

// For a form's field: the number in its one form, or the text as typed where it cannot be read; nothing where
// nothing is typed.
std::optional<std::string> kept_phone(const std::optional<std::string>& typed);

// Why the field cannot be kept, as read_phone says.
std::optional<Error> phone_fault(const std::optional<std::string>& typed);

} // namespace core
