// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/file_flush.hpp"

#include <windows.h>

namespace documents {

bool flush_to_disk(const std::filesystem::path& file) {
    const HANDLE opened = CreateFileW(file.c_str(), GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_DELETE,
                                      nullptr, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (opened == INVALID_HANDLE_VALUE) return false;
    const bool flushed = FlushFileBuffers(opened) != 0;
    CloseHandle(opened);
    return flushed;
}

} // namespace documents
