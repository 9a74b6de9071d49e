// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/memory.hpp"

#include <utility>

namespace widgets {

namespace {

Memory& memory() {
    static Memory installed;
    return installed;
}

} // namespace

void set_memory(Memory installed) {
    memory() = std::move(installed);
}

std::string remembered(std::string_view key) {
    return memory().read ? memory().read(key) : std::string{};
}

void remember(std::string_view key, std::string_view value) {
    if (memory().write) memory().write(key, value);
}

} // namespace widgets
