// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/photo.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace documents {
namespace {

// What one pixel of the result takes from a line of the source: `weights` for the pixels from `first` on, in
// parts of 2^14, together one whole. Integers, so that every machine makes the same bytes.
struct Taps {
    int first = 0;
    std::vector<std::int32_t> weights;
};
constexpr int weight_bits = 14;

// A triangle as wide as the step between two pixels of the result, or as two of the source where it is
// enlarged: smooth either way.
std::vector<Taps> taps_of(int from, int source, int line, int result) {
    const double step = double{1} * source / result;
    const double reach = std::max(1.0, step);
    std::vector<Taps> all(static_cast<std::size_t>(result));
    for (int i = 0; i < result; ++i) {
        const double middle = from + (i + 0.5) * step;
        const int first = std::max(0, static_cast<int>(std::floor(middle - reach)));
        const int last = std::min(line - 1, static_cast<int>(std::ceil(middle + reach)));
        std::vector<double> shares;
        double sum = 0;
        for (int at = first; at <= last; ++at) {
            shares.push_back(std::max(0.0, 1 - std::abs(at + 0.5 - middle) / reach));
            sum += shares.back();
        }
        Taps& taps = all[static_cast<std::size_t>(i)];
        taps.first = first;
        std::int32_t left = 1 << weight_bits;
        for (const double share : shares) {
            taps.weights.push_back(static_cast<std::int32_t>(std::lround(share / sum * (1 << weight_bits))));
            left -= taps.weights.back();
        }
        // What rounding left over goes to the middle one.
        taps.weights[taps.weights.size() / 2] += left;
    }
    return all;
}

std::uint8_t channel(std::int64_t sum) {
    return static_cast<std::uint8_t>(
        std::clamp<std::int64_t>((sum + (1 << (weight_bits - 1))) >> weight_bits, 0, 255));
}

// The crop at the size of a photo: lines first, then columns.
Image resampled(const Image& image, const Crop& crop) {
    const auto across = taps_of(crop.left, crop.width, image.width, photo_width);
    const auto down = taps_of(crop.top, crop.height, image.height, photo_height);
    const int first_row = down.front().first;
    const int rows = down.back().first + static_cast<int>(down.back().weights.size()) - first_row;
    const auto at = [](int width, int x, int y) {
        return 3 *
               (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x));
    };
    std::vector<std::uint8_t> narrow(at(photo_width, 0, rows));
    for (int y = 0; y < rows; ++y)
        for (int x = 0; x < photo_width; ++x) {
            const Taps& taps = across[static_cast<std::size_t>(x)];
            const std::uint8_t* source = image.rgb.data() + at(image.width, taps.first, first_row + y);
            std::array<std::int64_t, 3> sum{};
            for (const std::int32_t weight : taps.weights)
                for (std::int64_t& s : sum)
                    s += std::int64_t{weight} * *source++;
            for (std::size_t c = 0; c < 3; ++c)
                narrow[at(photo_width, x, y) + c] = channel(sum[c]);
        }
    Image photo{photo_width, photo_height, std::vector<std::uint8_t>(at(photo_width, 0, photo_height))};
    for (int y = 0; y < photo_height; ++y) {
        const Taps& taps = down[static_cast<std::size_t>(y)];
        for (std::size_t i = 0; i < std::size_t{3} * photo_width; ++i) {
            std::int64_t sum = 0;
            const std::uint8_t* source = narrow.data() + at(photo_width, 0, taps.first - first_row) + i;
            for (const std::int32_t weight : taps.weights) {
                sum += std::int64_t{weight} * *source;
                source += std::size_t{3} * photo_width;
            }
            photo.rgb[at(photo_width, 0, y) + i] = channel(sum);
        }
    }
    return photo;
}

int height_for(int width) {
    return static_cast<int>((std::int64_t{width} * photo_height + photo_width / 2) / photo_width);
}

int widest(const Image& image) {
    const auto by_height = static_cast<int>(std::int64_t{image.height} * photo_width / photo_height);
    int width = std::min(image.width, by_height);
    while (width > 1 && height_for(width) > image.height)
        --width;
    return width;
}

Crop within(const Image& image, int middle_x, int middle_y, int width) {
    width = std::clamp(width, std::min(least_crop_width, widest(image)), widest(image));
    const int height = height_for(width);
    return {std::clamp(middle_x - width / 2, 0, image.width - width),
            std::clamp(middle_y - height / 2, 0, image.height - height), width, height};
}

} // namespace

core::Expected<Image> read_photo(std::string_view bytes) {
    auto image = decode_image(bytes);
    if (!image) {
        core::Error error = image.error();
        // The same refusals; the words are a photo's.
        error.code = "photo" + error.code.substr(error.code.find('.'));
        return core::fail(std::move(error));
    }
    if (widest(*image) < least_crop_width)
        return core::fail(
            core::Error{"photo.too-small"}
                .with("pixels", std::to_string(image->width) + " x " + std::to_string(image->height))
                .with("minimum", std::to_string(least_crop_width) + " x " +
                                     std::to_string(height_for(least_crop_width))));
    return image;
}

Crop first_crop(const Image& image) {
    const int width = widest(image);
    const int spare = image.height - height_for(width);
    return within(image, image.width / 2, height_for(width) / 2 + spare / 4, width);
}

Crop adjusted(const Image& image, const Crop& crop, int right, int down, int wider) {
    return within(image, crop.left + crop.width / 2 + right, crop.top + crop.height / 2 + down,
                  crop.width + wider);
}

std::string make_photo(const Image& image, const Crop& crop) {
    const Image photo = resampled(image, crop);
    constexpr int best = 90, worst = 5, step = 5;
    std::string jpeg;
    for (int quality = best; quality >= worst; quality -= step) {
        jpeg = encode_jpeg(photo, quality);
        if (jpeg.size() <= max_photo_bytes) break;
    }
    return jpeg;
}

} // namespace documents
