// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/file_in_place.hpp"

namespace core {

WorldFailure not_written(const std::filesystem::path& target, const NotInPlace& refused) {
    const std::u8string name = target.u8string();
    Error error{"file.write"};
    error.place.file = {name.begin(), name.end()};
    error.with("why", refused.why);
    if (!refused.holder.empty()) error.with("holder", refused.holder);
    return WorldFailure{std::move(error)};
}

std::string why_not_written(std::error_code reason) {
    if (reason == std::errc::no_such_file_or_directory || reason == std::errc::not_a_directory)
        return "no-folder";
    if (reason == std::errc::no_space_on_device) return "no-space";
    if (reason == std::errc::permission_denied || reason == std::errc::read_only_file_system ||
        reason == std::errc::operation_not_permitted)
        return "denied";
    if (reason == std::errc::device_or_resource_busy || reason == std::errc::text_file_busy) return "in-use";
    return "failed";
}

} // namespace core
