// SPDX-License-Identifier: GPL-3.0-or-later
// Transfer files spoiled by chance, as bytes and, by somebody who knows the format, as text.
#pragma once

#include <cstdint>
#include <string>

namespace test {

// How many of `rounds` files spoiled both ways were read as if they were whole: none may be.
int accepted_of_spoiled(const std::string& file, int rounds, std::uint64_t seed);

// The file around another text, with a right digest but nobody's signature.
std::string packed_again(const std::string& text);
std::string text_in(const std::string& file);

} // namespace test
