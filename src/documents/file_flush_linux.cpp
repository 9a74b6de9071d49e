// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/file_flush.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace documents {

bool flush_to_disk(const std::filesystem::path& file) {
    const int opened = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (opened < 0) return false;
    const bool flushed = ::fsync(opened) == 0;
    ::close(opened);
    return flushed;
}

} // namespace documents
