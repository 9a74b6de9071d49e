// SPDX-License-Identifier: GPL-3.0-or-later
// What the program's buttons are called and which keys they have, as commands.py read it from the sources of
// the windows.
#pragma once

#include "wording/catalogue.hpp"

#include <span>
#include <string>
#include <string_view>

namespace guide {

struct Command {
    std::string_view id;    // "learner.add"
    std::string_view label; // in English with its mnemonic, as the catalogue has it: "&New learner..."
    std::string_view help;  // in English; empty for a page
    std::string_view key;   // "Ctrl+N", or empty
    bool page = false;      // a page of the sidebar, not something one does
};

// In the order of the sources.
std::span<const Command> commands();

// Null for one that the program does not have.
const Command* find_command(std::string_view id);

// As it stands on the button, without the mnemonic's mark and the dots: "New learner", "អ្នកសិក្សាថ្មី".
std::string shown_label(const wording::Catalogue& catalogue, std::string_view english);

} // namespace guide
