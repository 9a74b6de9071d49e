// SPDX-License-Identifier: GPL-3.0-or-later
// A template from a file.
#pragma once

#include "core/expected.hpp"

#include <filesystem>
#include <string>

namespace templates {

// Artwork with pictures in it is large; more than this is a mistake.
inline constexpr std::size_t most_bytes = std::size_t{8} << 20;

// Its bytes, as text. Errors: template.no-file; template.too-large {maximum}; template.not-svg where it is no
// UTF-8. WorldFailure file.read.
core::Expected<std::string> read_template(const std::filesystem::path& path);

} // namespace templates
