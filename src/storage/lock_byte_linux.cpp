// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/lock_byte.hpp"

#include <boost/interprocess/sync/file_lock.hpp>

#include <cstdlib>

namespace storage {

namespace {

class LinuxLock final : public LockByte {
  public:
    explicit LinuxLock(const std::filesystem::path& file)
        : m_lock(file.c_str()) {}
    bool try_lock() override { return m_lock.try_lock(); }

  private:
    boost::interprocess::file_lock m_lock;
};

} // namespace

std::unique_ptr<LockByte> lock_byte_of(const std::filesystem::path& file) {
    return std::make_unique<LinuxLock>(file);
}

std::string system_user_name() {
    for (const char* variable : {"USER", "USERNAME", "LOGNAME"})
        if (const char* value = std::getenv(variable); value != nullptr && *value != '\0') return value;
    return "?";
}

} // namespace storage
