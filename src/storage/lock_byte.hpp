// SPDX-License-Identifier: GPL-3.0-or-later
// The system's own part of a file lock, and the name of who takes it.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

namespace storage {

// A lock on an existing file, held until it is destroyed or the process ends, however it ends. It keeps other
// processes from locking the file, and nobody from reading or writing it.
class LockByte {
  public:
    virtual ~LockByte() = default;
    // False when another process holds it.
    virtual bool try_lock() = 0;
};

// Throws std::exception when the file cannot be opened.
std::unique_ptr<LockByte> lock_byte_of(const std::filesystem::path& file);

// As the system knows the person at the computer, in UTF-8; "?" when it does not say.
std::string system_user_name();

} // namespace storage
