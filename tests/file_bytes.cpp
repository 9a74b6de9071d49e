// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_bytes.hpp"

#include <fstream>
#include <sstream>

namespace test {

std::string bytes_of(const std::filesystem::path& path) {
    const std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf(); // whole blocks: an office file is some millions of characters
    return std::move(bytes).str();
}

} // namespace test
