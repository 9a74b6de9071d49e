// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/file_in_place.hpp"

namespace core {

std::optional<NotInPlace> put_in_place(const std::filesystem::path& finished,
                                       const std::filesystem::path& target) {
    std::error_code refused;
    std::filesystem::rename(finished, target, refused);
    if (!refused) return std::nullopt;
    return NotInPlace{refused, why_not_written(refused)};
}

} // namespace core
