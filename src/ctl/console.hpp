// SPDX-License-Identifier: GPL-3.0-or-later
// What each platform's console needs, and whether anybody watches.
#pragma once

#include <filesystem>

namespace ctl {

// Makes stdout and stderr take UTF-8, byte for byte.
void prepare_console();

bool stderr_is_terminal();

// Where the program lies; fonts may lie beside it.
std::filesystem::path program_folder();

// The file that an environment variable names; empty when it is not set.
std::filesystem::path file_in_environment(const char* variable);

} // namespace ctl
