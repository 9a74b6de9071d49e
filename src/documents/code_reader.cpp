// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/code_reader.hpp"

#include "documents/code_looks.hpp"
#include "documents/file.hpp"
#include "documents/pdf.hpp"

#include <ZXing/ReadBarcode.h>

#include <algorithm>

namespace documents {

namespace {

// A printed list of five hundred certificates with photos; no honest file is larger.
constexpr std::uintmax_t max_file_bytes = std::uintmax_t{128} << 20;

std::string utf8_of(const std::filesystem::path& path) {
    const auto text = path.u8string();
    return {text.begin(), text.end()};
}

core::Error no_code(std::string kind) {
    return core::Error{"code.not-found"}.with("kind", std::move(kind));
}

// A page at 200 dots an inch; a phone's picture has enough of them as it is.
constexpr std::int64_t most_looked_at_again = 4'000'000;

std::vector<std::string> codes_in(const ZXing::ImageView& view) {
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode)
        .setTryHarder(true)
        .setTryRotate(true)
        .setTryDownscale(true);
    auto found = ZXing::ReadBarcodes(view, hints);
    std::stable_sort(found.begin(), found.end(), [](const ZXing::Result& a, const ZXing::Result& b) {
        return a.position().topLeft().y < b.position().topLeft().y;
    });
    std::vector<std::string> texts;
    for (const ZXing::Result& result : found)
        if (result.isValid()) texts.push_back(result.text());
    return texts;
}

} // namespace

std::vector<std::string> read_qr_codes(const Image& image) {
    auto texts = codes_in({image.rgb.data(), image.width, image.height, ZXing::ImageFormat::RGB});
    if (!texts.empty() || std::int64_t{image.width} * image.height > most_looked_at_again) return texts;
    // A scan whose grain or softness hides the code: each look shows what another does not.
    const GreyImage grey = grey_of(image);
    const GreyImage smooth = smoothed(grey);
    const auto look_at = [](const GreyImage& look) {
        return codes_in({look.levels.data(), look.width, look.height, ZXing::ImageFormat::Lum});
    };
    texts = look_at(doubled(smooth));
    if (texts.empty()) texts = look_at(doubled(sharpened(smooth, 200)));
    if (texts.empty()) texts = look_at(smooth);
    return texts;
}

core::Expected<std::vector<std::string>> find_codes(std::string_view bytes, std::string_view prefix) {
    const bool pdf = bytes.starts_with("%PDF-");
    std::vector<std::string> codes;
    if (pdf) {
        codes = find_codes_in_pdf(bytes, prefix);
    } else {
        const auto image = decode_image(bytes);
        if (!image) return core::fail(image.error());
        codes = read_qr_codes(*image);
        std::erase_if(codes, [&](const std::string& text) { return !text.starts_with(prefix); });
    }
    std::vector<std::string> unique;
    for (std::string& code : codes)
        if (std::find(unique.begin(), unique.end(), code) == unique.end()) unique.push_back(std::move(code));
    if (unique.empty()) return core::fail(no_code(pdf ? "pdf" : "picture"));
    return unique;
}

core::Expected<std::vector<std::string>> find_codes_in_file(const std::filesystem::path& file,
                                                            std::string_view prefix) {
    const auto bytes = read_file(file, max_file_bytes);
    if (!bytes) return core::fail(bytes.error());
    auto codes = find_codes(*bytes, prefix);
    if (!codes) return core::fail(core::Error(codes.error()).at({.file = utf8_of(file)}));
    return codes;
}

} // namespace documents
