// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/volume.hpp"

#include <array>
#include <cstdint>
#include <sys/vfs.h>

namespace storage {

bool on_network_share(const std::filesystem::path& folder) {
    // From linux/magic.h and the kernel's cifs and smb3 sources.
    constexpr std::array<std::uint32_t, 4> network = {0x6969U, 0x517BU, 0xFF534D42U, 0xFE534D42U};
    struct statfs info = {};
    if (statfs(folder.c_str(), &info) != 0) return false;
    for (const auto type : network)
        if (static_cast<std::uint32_t>(info.f_type) == type) return true;
    return false;
}

} // namespace storage
