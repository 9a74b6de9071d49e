// SPDX-License-Identifier: GPL-3.0-or-later
// The manual page srokctl(1), made of the words that the program has: it cannot tell of others.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace ctl {

// In roff, for man(1): every word with its own words, what may stand after it, the exit codes and the files.
std::string man_page(const CLI::App& app, const std::string& version);

} // namespace ctl
