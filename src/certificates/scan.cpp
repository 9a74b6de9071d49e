// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/scan.hpp"

#include "documents/file.hpp"
#include "documents/image.hpp"

#include <algorithm>
#include <array>

namespace certificates {
namespace {

constexpr int page_width = 1754;
constexpr int page_height = 2480;
constexpr int quality = 80;
constexpr std::string_view pdf_signature = "%PDF-";
constexpr std::string_view pdf_end = "%%EOF";
constexpr std::size_t end_within = 1024; // ISO 32000: the end stands in the last 1,024 bytes

// What a signed paper has no use for. Each is long enough not to stand in compressed bytes by chance.
constexpr std::array<std::string_view, 6> active{"/JavaScript", "/Launch",  "/EmbeddedFile",
                                                 "/RichMedia",  "/Encrypt", "/SubmitForm"};

core::Error too_large() {
    return core::Error{"scan.too-large"}.with("megabytes", std::to_string(largest_scan >> 20U));
}

core::Expected<Scan> read_pdf(std::string_view bytes) {
    if (bytes.size() > largest_scan) return core::fail(too_large());
    const std::size_t tail = bytes.size() - std::min(bytes.size(), end_within);
    if (bytes.find(pdf_end, tail) == std::string_view::npos) return core::fail({"scan.damaged"});
    const bool harmless = std::none_of(active.begin(), active.end(), [&](std::string_view word) {
        return bytes.find(word) != std::string_view::npos;
    });
    if (!harmless) return core::fail({"scan.active"});
    return Scan{"pdf", std::string{bytes}};
}

} // namespace

core::Expected<Scan> read_scan(std::string_view bytes) {
    if (bytes.starts_with(pdf_signature)) return read_pdf(bytes);
    const auto image = documents::decode_image(bytes);
    if (!image) {
        if (image.error().code == "image.not-png-or-jpeg") return core::fail({"scan.kind"});
        return core::fail(image.error().code == "image.damaged" ? core::Error{"scan.damaged"} : too_large());
    }
    // A page lying on its side has as much room.
    const bool upright = image->height >= image->width;
    const documents::Image page =
        documents::shrunk(*image, upright ? page_width : page_height, upright ? page_height : page_width);
    Scan scan{"jpeg", documents::encode_jpeg(page, quality)};
    if (scan.bytes.size() > largest_scan) return core::fail(too_large());
    return scan;
}

core::Expected<Scan> read_scan_file(const std::filesystem::path& path) {
    const auto bytes = documents::read_file(path, documents::max_image_bytes);
    if (!bytes) return core::fail(bytes.error().code == "file.too-large" ? too_large() : bytes.error());
    return read_scan(*bytes);
}

} // namespace certificates
