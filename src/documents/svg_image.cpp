// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/svg_image.hpp"

#include <cstdint>

namespace documents {

std::optional<std::string> from_base64(std::string_view text) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    constexpr std::string_view blanks = " \t\r\n";
    std::string bytes;
    std::uint32_t bits = 0;
    int count = 0, padding = 0;
    for (const char c : text) {
        if (blanks.find(c) != std::string_view::npos) continue;
        const std::size_t value = alphabet.find(c);
        padding += c == '=';
        if (value == std::string_view::npos ? c != '=' || padding > 2 : padding > 0) return std::nullopt;
        if (c == '=') continue;
        bits = bits << 6 | static_cast<std::uint32_t>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>(bits >> count & 0xFF);
        }
    }
    if (count == 6) return std::nullopt;
    return bytes;
}

core::Expected<Image> read_embedded_image(const pugi::xml_node& image) {
    std::string_view address = image.attribute("href").value();
    if (address.empty()) address = image.attribute("xlink:href").value();
    for (const std::string_view kind : {"data:image/png;base64,", "data:image/jpeg;base64,"}) {
        if (!address.starts_with(kind)) continue;
        const auto bytes = from_base64(address.substr(kind.size()));
        if (!bytes) return core::fail({"image.damaged"});
        return decode_image(*bytes);
    }
    // Nothing is read from a disk or a network at a template's word.
    return core::fail(core::Error{"template.unsupported"}.with("what", "image outside the file"));
}

} // namespace documents
