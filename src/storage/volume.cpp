// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/volume.hpp"

#include <array>
#include <string_view>

namespace storage {

bool in_synced_folder(const std::filesystem::path& file) {
    constexpr std::array<std::u8string_view, 6> services = {
        u8"Dropbox", u8"OneDrive", u8"Google Drive", u8"GoogleDrive", u8"iCloudDrive", u8"Nextcloud"};
    for (const auto& part : std::filesystem::absolute(file)) {
        const std::u8string name = part.u8string();
        for (const auto service : services)
            if (std::u8string_view{name}.starts_with(service)) return true;
    }
    return false;
}

} // namespace storage
