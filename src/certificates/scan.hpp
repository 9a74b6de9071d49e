// SPDX-License-Identifier: GPL-3.0-or-later
// The signed paper of an approval, as it came from a scanner or a phone: read within limits, and a picture
// written again without anything but its pixels.
#pragma once

#include "core/expected.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace certificates {

// A file that is larger is not kept: an office file holds a year's papers.
inline constexpr std::size_t largest_scan = std::size_t{3} << 20;

struct Scan {
    std::string kind; // "pdf" or "jpeg"
    std::string bytes;
};

// A PDF as it is; a JPEG or PNG as a JPEG of at most 1,754 x 2,480 dots (A4 at 210 an inch). Errors:
//   scan.kind      neither PDF, JPEG nor PNG
//   scan.too-large {megabytes}
//   scan.damaged
//   scan.active    a PDF that carries programs, other files or a password
core::Expected<Scan> read_scan(std::string_view bytes);

// The same from disk. Errors too: file.not-found.
core::Expected<Scan> read_scan_file(const std::filesystem::path& path);

} // namespace certificates
