// SPDX-License-Identifier: GPL-3.0-or-later
#include "templates/template_file.hpp"

#include "core/utf8.hpp"

#include <algorithm>
#include <fstream>

namespace templates {

core::Expected<std::string> read_template(const std::filesystem::path& path) {
    const std::u8string u8 = path.u8string();
    const core::Place place{.file = {u8.begin(), u8.end()}};
    std::ifstream file(path, std::ios::binary);
    std::string bytes(most_bytes + 1, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file.gcount())));
    if (!file.is_open()) return core::fail(core::Error{"template.no-file"}.at(place));
    if (file.bad()) throw core::WorldFailure(core::Error{"file.read"}.at(place));
    if (bytes.size() > most_bytes)
        return core::fail(
            core::Error{"template.too-large"}.at(place).with("maximum", std::to_string(most_bytes >> 20)));
    if (const auto wrong = core::first_invalid_utf8(bytes))
        return core::fail(core::Error{"template.not-svg"}
                              .at({.file = place.file, .byte = *wrong})
                              .with("reason", "not UTF-8"));
    return bytes;
}

} // namespace templates
