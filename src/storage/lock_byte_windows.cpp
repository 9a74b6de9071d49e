// SPDX-License-Identifier: GPL-3.0-or-later
// What Windows locks nobody else can read: one byte is locked that is far behind everything written, so that
// the others can still read who holds the file.
#include "storage/lock_byte.hpp"

#include <array>
#include <system_error>
#include <windows.h>

namespace storage {

namespace {

class WindowsLock final : public LockByte {
  public:
    explicit WindowsLock(const std::filesystem::path& file)
        : m_file(CreateFileW(file.c_str(), GENERIC_READ | GENERIC_WRITE,
                             FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, OPEN_EXISTING,
                             FILE_ATTRIBUTE_NORMAL, nullptr)) {
        if (m_file == INVALID_HANDLE_VALUE)
            throw std::system_error(static_cast<int>(GetLastError()), std::system_category());
    }
    ~WindowsLock() override { CloseHandle(m_file); } // which unlocks
    WindowsLock(const WindowsLock&) = delete;
    WindowsLock& operator=(const WindowsLock&) = delete;

    bool try_lock() override {
        OVERLAPPED far_behind = {};
        far_behind.OffsetHigh = 0x7FFF'FFFF;
        return LockFileEx(m_file, LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0,
                          &far_behind) != 0;
    }

  private:
    HANDLE m_file;
};

} // namespace

std::unique_ptr<LockByte> lock_byte_of(const std::filesystem::path& file) {
    return std::make_unique<WindowsLock>(file);
}

std::string system_user_name() {
    std::array<wchar_t, 257> name{}; // Windows' longest, with its zero
    auto size = static_cast<DWORD>(name.size());
    if (!GetUserNameW(name.data(), &size) || size < 2) return "?";
    const auto utf8 = std::filesystem::path(name.data()).u8string();
    return {utf8.begin(), utf8.end()};
}

} // namespace storage
