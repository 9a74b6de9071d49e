// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/arguments.hpp"

namespace core {

std::vector<std::string> utf8_arguments(int argc, char** argv) {
    return {argv + 1, argv + argc};
}

} // namespace core
