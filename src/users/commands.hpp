// SPDX-License-Identifier: GPL-3.0-or-later
// What each command of the screen writes. By it the matrix greys the commands that a person's roles do not
// allow.
#pragma once

#include <span>
#include <string_view>

namespace users {

struct CommandVerb {
    std::string_view id;   // of the command: "certificates.void"
    std::string_view verb; // of the matrix
};

std::span<const CommandVerb> command_verbs();

// Empty for a command that writes nothing.
std::string_view verb_of_command(std::string_view id);

} // namespace users
