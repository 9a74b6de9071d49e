// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/photo.hpp"

#include <boost/test/unit_test.hpp>

#include <random>
#include <string>

using documents::Crop;
using documents::Image;
using namespace std::literals;

namespace {

Image plain(int width, int height, std::uint8_t grey = 200) {
    return {width, height,
            std::vector<std::uint8_t>(
                std::size_t{3} * static_cast<std::size_t>(width) * static_cast<std::size_t>(height), grey)};
}

// Nothing compresses worse.
Image noise(int width, int height) {
    Image image = plain(width, height);
    std::mt19937 random(7);
    for (std::uint8_t& byte : image.rgb)
        byte = static_cast<std::uint8_t>(random());
    return image;
}

std::string refusal(std::string_view bytes) {
    const auto image = documents::read_photo(bytes);
    return image ? "none" : image.error().code;
}

// A JPEG with what a phone writes into it: an Exif block with a place, a comment, a colour profile.
std::string from_a_phone(const Image& image) {
    const std::string jpeg = documents::encode_jpeg(image);
    const auto segment = [](char marker, const std::string& block) {
        return "\xFF"s + marker + '\0' + static_cast<char>(block.size() + 2) + block;
    };
    return jpeg.substr(0, 2) + segment('\xE1', "Exif\0\0II*\0\x08\0\0\0\0\0 GPS 13.1N 103.2E Nokia"s) +
           segment('\xFE', "taken 2025-12-17") + segment('\xE2', "ICC_PROFILE\0"s) + jpeg.substr(2);
}

} // namespace

BOOST_AUTO_TEST_SUITE(photo)

BOOST_AUTO_TEST_CASE(a_photo_is_four_by_six_and_at_most_sixty_kilobytes_whatever_it_shows) {
    for (const Image& image : {plain(472, 709), noise(472, 709), noise(1200, 1800), noise(3000, 200 * 9)}) {
        const std::string jpeg = documents::make_photo(image, documents::first_crop(image));
        BOOST_TEST(jpeg.size() <= documents::max_photo_bytes);
        const auto back = documents::decode_image(jpeg);
        BOOST_REQUIRE(back.has_value());
        BOOST_TEST(back->width == documents::photo_width);
        BOOST_TEST(back->height == documents::photo_height);
    }
}

BOOST_AUTO_TEST_CASE(nothing_a_phone_wrote_about_the_picture_is_left) {
    const std::string came = from_a_phone(noise(800, 1200));
    BOOST_REQUIRE(came.find("GPS") != std::string::npos);
    const auto image = documents::read_photo(came);
    BOOST_REQUIRE(image.has_value());
    const std::string kept = documents::make_photo(*image, documents::first_crop(*image));
    for (const auto* word : {"GPS", "Exif", "Nokia", "2025", "ICC_PROFILE"})
        BOOST_TEST(kept.find(word) == std::string::npos, word);
    // The markers that may carry anything: APP1 to APP15 and comments.
    for (std::size_t at = kept.find('\xFF'); at + 1 < kept.size(); at = kept.find('\xFF', at + 1)) {
        const auto marker = static_cast<unsigned char>(kept[at + 1]);
        BOOST_TEST(!(marker >= 0xE1 && marker <= 0xEF));
        BOOST_TEST(marker != 0xFE);
        if (at + 2 >= kept.size()) break;
    }
}

BOOST_AUTO_TEST_CASE(the_same_picture_gives_the_same_bytes) {
    const Image image = noise(900, 1300);
    BOOST_TEST((documents::make_photo(image, documents::first_crop(image)) ==
                documents::make_photo(image, documents::first_crop(image))));
}

BOOST_AUTO_TEST_CASE(what_is_cut_out_is_what_is_kept) {
    // Dark but for a light part of a photo's shape.
    Image image = plain(1000, 1000, 30);
    const Crop light{500, 200, 236, 355};
    for (int y = light.top; y < light.top + light.height; ++y)
        for (int x = light.left; x < light.left + light.width; ++x)
            for (std::size_t c = 0; c < 3; ++c)
                image.rgb[3 * static_cast<std::size_t>(y * image.width + x) + c] = 220;
    const auto kept = documents::decode_image(documents::make_photo(image, light));
    BOOST_REQUIRE(kept.has_value());
    for (const int x : {4, documents::photo_width / 2, documents::photo_width - 5})
        for (const int y : {4, documents::photo_height / 2, documents::photo_height - 5})
            BOOST_TEST(kept->rgb[3 * static_cast<std::size_t>(y * kept->width + x)] > 200);
}

BOOST_AUTO_TEST_CASE(grey_stays_grey_at_every_size) {
    for (const int width : {118, 300, 472, 473, 2000}) {
        const Image image = plain(width, width * 2, 137);
        const auto kept = documents::decode_image(documents::make_photo(image, documents::first_crop(image)));
        BOOST_REQUIRE(kept.has_value());
        for (const std::size_t at : {std::size_t{0}, kept->rgb.size() / 2, kept->rgb.size() - 1})
            BOOST_TEST(std::abs(kept->rgb[at] - 137) <= 1);
    }
}

BOOST_AUTO_TEST_CASE(the_crop_keeps_its_shape_and_stays_inside) {
    for (const auto& [width, height] : {std::pair{472, 709}, {4000, 3000}, {600, 3000}, {119, 178}}) {
        const Image image = plain(width, height);
        Crop crop = documents::first_crop(image);
        std::mt19937 random(3);
        for (int i = 0; i < 200; ++i) {
            BOOST_TEST(crop.left >= 0);
            BOOST_TEST(crop.top >= 0);
            BOOST_TEST(crop.left + crop.width <= width);
            BOOST_TEST(crop.top + crop.height <= height);
            BOOST_TEST(crop.width >= documents::least_crop_width);
            BOOST_TEST(std::abs(crop.width * documents::photo_height -
                                crop.height * documents::photo_width) <= documents::photo_height);
            const auto by = [&] { return static_cast<int>(random() % 401) - 200; };
            crop = documents::adjusted(image, crop, by(), by(), by());
        }
    }
    // Of a picture higher than a photo, the part nearer to the top, where faces are.
    const Crop high = documents::first_crop(plain(472, 1418));
    BOOST_TEST(high.width == 472);
    BOOST_TEST(high.top > 0);
    BOOST_TEST(high.top < 709 / 2);
}

BOOST_AUTO_TEST_CASE(what_is_no_photo_is_refused_by_its_code) {
    BOOST_TEST(refusal("") == "photo.not-png-or-jpeg");
    BOOST_TEST(refusal("GIF89a") == "photo.not-png-or-jpeg");
    BOOST_TEST(refusal("%PDF-1.4") == "photo.not-png-or-jpeg");
    BOOST_TEST(refusal("RIFF\x10\0\0\0WEBPVP8 "s) == "photo.not-png-or-jpeg");
    BOOST_TEST(refusal("\xFF\xD8\xFF rubbish") == "photo.damaged");
    BOOST_TEST(refusal(documents::encode_jpeg(plain(400, 600)).substr(0, 900)) == "photo.damaged");
    BOOST_TEST(refusal(documents::encode_png(plain(117, 900))) == "photo.too-small");
    BOOST_TEST(refusal(documents::encode_png(plain(900, 177))) == "photo.too-small");
    BOOST_TEST(refusal(documents::encode_png(plain(118, 178))) == "none");
}

BOOST_AUTO_TEST_CASE(a_picture_that_would_fill_the_memory_is_refused_unopened) {
    // 30,000 x 30,000 said in the head of an otherwise small JPEG.
    std::string bomb = documents::encode_jpeg(plain(16, 16));
    const std::size_t frame = bomb.find("\xFF\xC0");
    BOOST_REQUIRE(frame != std::string::npos);
    bomb.replace(frame + 5, 4, "\x75\x30\x75\x30");
    BOOST_TEST(refusal(bomb) == "photo.too-large");
    BOOST_TEST(documents::read_photo(bomb).error().fact("maximum") == "20000000");

    const std::string heavy = documents::encode_png(plain(400, 600)) + std::string(8 << 20, ' ');
    BOOST_TEST(refusal(heavy) == "photo.too-large");
    BOOST_TEST(documents::read_photo(heavy).error().fact("bytes") == std::to_string(heavy.size()));
}

BOOST_AUTO_TEST_SUITE_END()
