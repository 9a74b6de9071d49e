// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/image.hpp"

#include "documents/jpeg.hpp"

#include <algorithm>
#include <cstring>
#include <new>
#include <png.h>

namespace documents {

namespace {

constexpr std::string_view png_signature = "\x89PNG\r\n\x1a\n";
constexpr std::string_view jpeg_signature = "\xFF\xD8\xFF";

// Frees what libpng holds on every way out.
struct PngReader {
    png_image image{};
    PngReader() { image.version = PNG_IMAGE_VERSION; }
    PngReader(const PngReader&) = delete;
    PngReader& operator=(const PngReader&) = delete;
    ~PngReader() { png_image_free(&image); }
};

core::Expected<Image> decode_png(std::string_view bytes) {
    PngReader png;
    if (!png_image_begin_read_from_memory(&png.image, bytes.data(), bytes.size()))
        return core::fail({"image.damaged"});
    if (const auto fits = check_pixels(png.image.width, png.image.height); !fits)
        return core::fail(fits.error());
    png.image.format = PNG_FORMAT_RGB;
    Image image{static_cast<int>(png.image.width), static_cast<int>(png.image.height), {}};
    image.rgb.resize(PNG_IMAGE_SIZE(png.image));
    const png_color white{255, 255, 255};
    if (!png_image_finish_read(&png.image, &white, image.rgb.data(), 0, nullptr))
        return core::fail({"image.damaged"});
    return image;
}

} // namespace

core::Expected<void> check_pixels(std::int64_t width, std::int64_t height) {
    if (width > 0 && height > 0 && width <= max_image_pixels / height) return {};
    return core::fail(core::Error{"image.too-large"}
                          .with("pixels", std::to_string(width) + " x " + std::to_string(height))
                          .with("maximum", std::to_string(max_image_pixels)));
}

core::Expected<Image> decode_image(std::string_view bytes) {
    const bool png = bytes.starts_with(png_signature);
    if (!png && !bytes.starts_with(jpeg_signature)) return core::fail({"image.not-png-or-jpeg"});
    if (bytes.size() > max_image_bytes)
        return core::fail(core::Error{"image.too-large"}
                              .with("bytes", std::to_string(bytes.size()))
                              .with("maximum", std::to_string(max_image_bytes)));
    return png ? decode_png(bytes) : decode_jpeg(bytes);
}

Image shrunk(const Image& image, int max_width, int max_height) {
    const double scale =
        std::min({1.0, double{1} * max_width / image.width, double{1} * max_height / image.height});
    Image small{std::max(1, static_cast<int>(image.width * scale)),
                std::max(1, static_cast<int>(image.height * scale)),
                {}};
    if (small.width == image.width && small.height == image.height) return image;
    small.rgb.reserve(3 * static_cast<std::size_t>(small.width) * static_cast<std::size_t>(small.height));
    // Each pixel is the mean of those it stands for.
    for (int y = 0; y < small.height; ++y)
        for (int x = 0; x < small.width; ++x) {
            const auto from = [](int at, int count, int size) {
                return static_cast<int>(std::int64_t{at} * size / count);
            };
            const int top = from(y, small.height, image.height), left = from(x, small.width, image.width);
            const int bottom = from(y + 1, small.height, image.height);
            const int right = from(x + 1, small.width, image.width);
            std::array<std::uint32_t, 3> sum{};
            for (int row = top; row < bottom; ++row)
                for (int column = left; column < right; ++column)
                    for (std::size_t c = 0; c < 3; ++c)
                        sum[c] += image.rgb[3 * static_cast<std::size_t>(row * image.width + column) + c];
            const auto count = static_cast<std::uint32_t>((bottom - top) * (right - left));
            for (const std::uint32_t s : sum)
                small.rgb.push_back(static_cast<std::uint8_t>((s + count / 2) / count));
        }
    return small;
}

std::string encode_png(const Image& image) {
    PngReader png;
    png.image.width = static_cast<png_uint_32>(image.width);
    png.image.height = static_cast<png_uint_32>(image.height);
    png.image.format = PNG_FORMAT_RGB;
    std::string bytes(PNG_IMAGE_PNG_SIZE_MAX(png.image), '\0');
    png_alloc_size_t size = bytes.size();
    if (!png_image_write_to_memory(&png.image, bytes.data(), &size, 0, image.rgb.data(), 0, nullptr))
        throw std::bad_alloc();
    bytes.resize(size);
    return bytes;
}

} // namespace documents
