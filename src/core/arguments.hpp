// SPDX-License-Identifier: GPL-3.0-or-later
// The words a program was started with.
#pragma once

#include <string>
#include <vector>

namespace core {

// In UTF-8, without the program's name; what the system passed to main.
std::vector<std::string> utf8_arguments(int argc, char** argv);

} // namespace core
