// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures inside an SVG: an office's emblem, kept in the file itself. Inside documents only.
#pragma once

#include "core/expected.hpp"
#include "documents/image.hpp"

#include <pugixml.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace documents {

// The PNG or JPEG of an <image> as a data: address. Errors: template.unsupported {what: "image outside the
// file"}, those of decode_image().
core::Expected<Image> read_embedded_image(const pugi::xml_node& image);

// Base64 (RFC 4648) with blanks and line ends anywhere; nothing where it is not.
std::optional<std::string> from_base64(std::string_view text);

} // namespace documents
