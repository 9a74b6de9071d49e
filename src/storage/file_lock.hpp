// SPDX-License-Identifier: GPL-3.0-or-later
// One process at a time writes an office file: a lock on NAME.srok.lock, held for life.
#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

namespace storage {

class FileLock {
  public:
    // WorldFailure file.locked with the fact holder (what the lock file says), or file.read-only.
    explicit FileLock(const std::filesystem::path& office_file);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

  private:
    struct Held;
    // Never closed while the lock is held: POSIX drops a process's locks when any of its handles on the file
    // closes.
    std::fstream m_file;
    std::unique_ptr<Held> m_held;
};

} // namespace storage
