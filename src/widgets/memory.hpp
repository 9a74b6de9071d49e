// SPDX-License-Identifier: GPL-3.0-or-later
// What windows remember of how a person likes them: small texts by a key ("columns/learners.list"), kept on
// this computer and not in the office file. The program says where; without it nothing is remembered.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace widgets {

struct Memory {
    std::function<std::string(std::string_view key)> read; // empty for what nobody remembered
    std::function<void(std::string_view key, std::string_view value)> write;
};
// For all windows.
void set_memory(Memory memory);

std::string remembered(std::string_view key);
void remember(std::string_view key, std::string_view value);

} // namespace widgets
