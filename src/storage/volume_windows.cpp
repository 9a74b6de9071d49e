// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/volume.hpp"

#include <windows.h>

namespace storage {

bool on_network_share(const std::filesystem::path& folder) {
    const std::filesystem::path root = std::filesystem::absolute(folder).root_path();
    return root.native().starts_with(L"\\\\") || GetDriveTypeW(root.c_str()) == DRIVE_REMOTE;
}

} // namespace storage
