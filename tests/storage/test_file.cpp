// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/test_file.hpp"

namespace test {

Folder::Folder() {
    core::SystemRandom random;
    // A Khmer name, as users' folders have.
    path = std::filesystem::temp_directory_path() / std::filesystem::path(u8"ស្រុក") /
           std::to_string(random.next());
    std::filesystem::create_directories(path);
}

Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
}

} // namespace test
