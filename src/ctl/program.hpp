// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl from its arguments to its exit code.
#pragma once

#include "ctl/exit.hpp"
#include "ctl/output.hpp"
#include "storage/database.hpp"

#include <string>
#include <vector>

namespace ctl {

// `arguments` are UTF-8, without the program's name. Never throws: every failure is named and has its code.
Exit run(std::vector<std::string> arguments, storage::Environment environment, Output& output);

} // namespace ctl
