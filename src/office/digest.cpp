// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/digest.hpp"

#include <fmt/format.h>
#include <sodium.h>

namespace office {

Digest digest(std::span<const std::byte> content) {
    Digest result;
    crypto_generichash(reinterpret_cast<unsigned char*>(result.data()), result.size(),
                       reinterpret_cast<const unsigned char*>(content.data()), content.size(), nullptr, 0);
    return result;
}

std::string to_text(const Digest& digest) {
    std::string text;
    for (const std::byte b : digest)
        text += fmt::format("{:02x}", std::to_integer<unsigned>(b));
    return text;
}

} // namespace office
