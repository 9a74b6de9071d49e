// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl: the rooms of Srok without a window.
#include "core/arguments.hpp"
#include "ctl/console.hpp"
#include "ctl/program.hpp"

#include <iostream>

int main(int argc, char** argv) {
    ctl::prepare_console();
    const core::SystemClock clock;
    core::SystemRandom random;
    ctl::Output output(std::cout, std::cerr, ctl::stderr_is_terminal());
    return static_cast<int>(ctl::run(core::utf8_arguments(argc, argv), {clock, random}, output));
}
