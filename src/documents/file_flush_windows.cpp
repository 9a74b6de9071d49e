// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/file_flush.hpp"

#include <windows.h>

namespace documents {

bool flush_to_disk(const std::filesystem::path& file) {
    const auto open = [&file] {
        return CreateFileW(file.c_str(), GENERIC_WRITE,
                           FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, OPEN_EXISTING,
                           FILE_ATTRIBUTE_NORMAL, nullptr);
    };
    HANDLE opened = open();
    // A virus scanner holds what was just written for a moment.
    for (int again = 0;
         opened == INVALID_HANDLE_VALUE && GetLastError() == ERROR_SHARING_VIOLATION && again < 50; ++again) {
        Sleep(40);
        opened = open();
    }
    if (opened == INVALID_HANDLE_VALUE) return false;
    const bool flushed = FlushFileBuffers(opened) != 0;
    CloseHandle(opened);
    return flushed;
}

} // namespace documents
