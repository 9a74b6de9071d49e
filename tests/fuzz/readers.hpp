// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that reads bytes a stranger made, under one name each, for the fuzzer.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace fuzz {

struct Reader {
    std::string_view name;
    // Reads the bytes as far as they go; the code of the error that ended it, "read" where none did. Where a
    // signature or a checksum would keep every changed byte out, it is made anew, so that what stands behind
    // it is reached.
    std::string (*read)(std::string_view bytes);
    // The code of what is not even looked into.
    std::string_view turned_away;
};

std::span<const Reader> readers();
// Null where there is none of that name.
const Reader* find_reader(std::string_view name);

} // namespace fuzz
