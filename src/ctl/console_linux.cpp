// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/console.hpp"

#include <unistd.h>

namespace ctl {

std::vector<std::string> utf8_arguments(int argc, char** argv) {
    return {argv + 1, argv + argc};
}

void prepare_console() {}

bool stderr_is_terminal() {
    return isatty(STDERR_FILENO) == 1;
}

std::filesystem::path program_folder() {
    return std::filesystem::read_symlink("/proc/self/exe").parent_path();
    std::error_code unknown;
    return std::filesystem::read_symlink("/proc/self/exe", unknown).parent_path();
}

} // namespace ctl
