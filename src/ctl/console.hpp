// SPDX-License-Identifier: GPL-3.0-or-later
// What each platform's console needs: arguments in UTF-8, and whether anybody watches.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace ctl {

// Without the program's name.
std::vector<std::string> utf8_arguments(int argc, char** argv);

// Makes stdout and stderr take UTF-8.
void prepare_console();

bool stderr_is_terminal();

// Where the program's own file lies: fonts stand beside it.
// Where the program lies; fonts may lie beside it.
std::filesystem::path program_folder();

} // namespace ctl
