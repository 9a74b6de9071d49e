// SPDX-License-Identifier: GPL-3.0-or-later
// What srokctl's exit code says.
#pragma once

#include "core/error.hpp"

namespace ctl {

enum class Exit {
    done = 0,
    findings = 1,     // done, and something was found: refused rows, an edited return, damage, a forged code
    wrong_input = 2,  // wrong use or wrong input; nothing was written
    world_failed = 3, // disk, lock, damaged file; nothing is half-written
};

// A WorldFailure about the file that was named (it is missing, not ours, newer) is wrong input; any other is
// the world's.
Exit exit_of(const core::WorldFailure& failure);

} // namespace ctl
