// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/console.hpp"

#include <cstdlib>
#include <unistd.h>

namespace ctl {

void prepare_console() {}

bool stderr_is_terminal() {
    return isatty(STDERR_FILENO) == 1;
}

std::filesystem::path program_folder() {
    std::error_code unknown;
    return std::filesystem::read_symlink("/proc/self/exe", unknown).parent_path();
}

std::filesystem::path file_in_environment(const char* variable) {
    const char* const value = std::getenv(variable);
    return value == nullptr ? std::filesystem::path{} : std::filesystem::path{value};
}

} // namespace ctl
