// SPDX-License-Identifier: GPL-3.0-or-later
// Errors as a person reads them, in the language of a catalogue; the same words on the screen and in the
// shell.
#pragma once

#include "core/error.hpp"
#include "wording/catalogue.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace wording {

struct Sentence {
    std::string place;   // "sheet ថ្នាក់ទី១, cell E28", or empty
    std::string message; // "The date 04/25/2003 …"
    std::string remedy;  // what to do, or empty
};

// A code without words of its own gives the code itself as the message, so that nothing is ever silent.
Sentence sentence(const Catalogue& catalogue, const core::Error& error);

// "sheet ថ្នាក់ទី១, cell E28: The date … Write the day first …"
std::string in_one_line(const Sentence& sentence);

std::string place_text(const Catalogue& catalogue, const core::Place& place);

bool has_words(std::string_view code);

// {name} becomes the fact of that name, or … where the error has none. Braces that hold no name stay.
std::string fill(std::string_view text, const core::Error& error);

} // namespace wording
