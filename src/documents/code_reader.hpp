// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a document's code back: from a picture of its QR, or from our own PDF.
#pragma once

#include "core/expected.hpp"
#include "documents/image.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace documents {

// The texts of all QR codes in a picture, in the order of their place from the top. May be none.
std::vector<std::string> read_qr_codes(const Image& image);

// The codes beginning with `prefix` in the bytes of a PNG, JPEG or PDF file, without repetition. Errors:
// those of decode_image(); code.not-found when the file is well but holds none, {kind: "picture" | "pdf"}.
core::Expected<std::vector<std::string>> find_codes(std::string_view bytes, std::string_view prefix);

// The same of a file, its name in the error's place; file.not-found, file.too-large {bytes, maximum}.
core::Expected<std::vector<std::string>> find_codes_in_file(const std::filesystem::path& file,
                                                            std::string_view prefix);

} // namespace documents
