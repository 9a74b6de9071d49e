// SPDX-License-Identifier: GPL-3.0-or-later
// Base45 (RFC 9285): bytes as the 45 characters that a QR code holds at 5.5 bits each.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace certificates {

std::string to_base45(std::string_view bytes);

// Nothing where `text` is not what to_base45() gives for any bytes: a foreign character (small letters too),
// a length of 3n+1, or a group past its largest value.
std::optional<std::string> from_base45(std::string_view text);

} // namespace certificates
