// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/image.hpp"
#include "documents/jpeg.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>
// libjpeg's header needs size_t and FILE before it.
#include <jpeglib.h>

using documents::Image;
using namespace std::literals;

namespace {

// Red at the top left, green right, blue below, white at the bottom right.
Image quarters(int width, int height) {
    Image image{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const bool right = x >= width / 2, low = y >= height / 2;
            image.rgb.push_back(right == low ? 255 : 0);
            image.rgb.push_back(right ? 255 : 0);
            image.rgb.push_back(low ? 255 : 0);
        }
    return image;
}

char colour_at(const Image& image, int x, int y) {
    const std::size_t at = 3 * static_cast<std::size_t>(y * image.width + x);
    const bool red = image.rgb[at] > 128, green = image.rgb[at + 1] > 128, blue = image.rgb[at + 2] > 128;
    return red && green && blue ? 'w' : red ? 'r' : green ? 'g' : blue ? 'b' : '.';
}

// The colours of its four corners, from the top left by rows.
std::string corners(const Image& image) {
    return {colour_at(image, 0, 0), colour_at(image, image.width - 1, 0),
            colour_at(image, 0, image.height - 1), colour_at(image, image.width - 1, image.height - 1)};
}

std::string code_of(std::string_view bytes) {
    const auto image = documents::decode_image(bytes);
    return image ? "none" : image.error().code;
}

// An Exif block that says the orientation, as phones write it, in either byte order.
std::string exif(char orientation, bool little) {
    return "Exif\0\0"s +
           (little ? "II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0"s + orientation + "\0\0\0\0\0\0\0"s
                   : "MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"s + orientation + "\0\0\0\0\0\0"s);
}

// A JPEG of four inks as Adobe's programs write it: how much paper each leaves.
std::string in_inks(const Image& image) {
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &bytes, &size);
    jpeg.image_width = static_cast<JDIMENSION>(image.width);
    jpeg.image_height = static_cast<JDIMENSION>(image.height);
    jpeg.input_components = 4;
    jpeg.in_color_space = JCS_CMYK;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, 95, TRUE);
    jpeg_start_compress(&jpeg, TRUE);
    for (int y = 0; y < image.height; ++y) {
        std::vector<JSAMPLE> inks;
        for (int x = 0; x < image.width; ++x) {
            const std::size_t at = 3 * static_cast<std::size_t>(y * image.width + x);
            inks.insert(inks.end(), {image.rgb[at], image.rgb[at + 1], image.rgb[at + 2], 255});
        }
        JSAMPROW row = inks.data();
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    const std::string made(reinterpret_cast<const char*>(bytes), size);
    std::free(bytes);
    return made;
}

std::string with_exif(const std::string& jpeg, const std::string& block) {
    const auto length = static_cast<char>(block.size() + 2);
    return jpeg.substr(0, 2) + "\xFF\xE1\0"s + length + block + jpeg.substr(2);
}

} // namespace

BOOST_AUTO_TEST_SUITE(image)

BOOST_AUTO_TEST_CASE(png_comes_back_pixel_for_pixel_and_jpeg_nearly) {
    const Image original = quarters(32, 24);
    const auto png = documents::decode_image(documents::encode_png(original));
    BOOST_REQUIRE(png.has_value());
    BOOST_TEST((png->rgb == original.rgb));
    const auto jpeg = documents::decode_image(documents::encode_jpeg(original));
    BOOST_REQUIRE(jpeg.has_value());
    BOOST_TEST(jpeg->width == 32);
    BOOST_TEST(corners(*jpeg) == "rgbw");
    BOOST_TEST((documents::encode_jpeg(original) == documents::encode_jpeg(original)));
}

BOOST_AUTO_TEST_CASE(what_is_no_picture_is_named_for_what_it_is) {
    BOOST_TEST(code_of("") == "image.not-png-or-jpeg");
    BOOST_TEST(code_of("GIF89a") == "image.not-png-or-jpeg");
    BOOST_TEST(code_of("\x89PNG\r\n\x1a\nrubbish") == "image.damaged");
    BOOST_TEST(code_of("\xFF\xD8\xFF rubbish") == "image.damaged");
}

BOOST_AUTO_TEST_CASE(a_picture_cut_anywhere_is_damaged_never_half_shown) {
    for (const std::string& whole :
         {documents::encode_png(quarters(64, 48)), documents::encode_jpeg(quarters(64, 48))})
        for (std::size_t length = 8; length + 16 < whole.size(); length += 13)
            BOOST_TEST(code_of(whole.substr(0, length)) == "image.damaged", length);
}

BOOST_AUTO_TEST_CASE(every_flipped_byte_is_survived) {
    for (const std::string& whole :
         {documents::encode_png(quarters(16, 16)), documents::encode_jpeg(quarters(16, 16))})
        for (std::size_t at = 0; at < whole.size(); ++at) {
            std::string bent = whole;
            bent[at] = static_cast<char>(bent[at] ^ 0x5A);
            const auto read = documents::decode_image(bent);
            BOOST_TEST((!read || read->rgb.size() == 3 * static_cast<std::size_t>(read->width) *
                                                         static_cast<std::size_t>(read->height)));
        }
}

BOOST_AUTO_TEST_CASE(a_picture_past_the_limits_is_refused_before_it_is_unpacked) {
    // 30,000 x 30,000 in a few bytes: only its head is written.
    const auto png = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x75\x30\0\0\x75\x30\x08\x02\0\0\0\x35\xCD\x0B\x4C"s
                     "\0\0\0\0IDAT\x35\xAF\x06\x1E"s;
    const auto read = documents::decode_image(png);
    BOOST_REQUIRE(!read.has_value());
    BOOST_TEST((read.error().code == "image.too-large" || read.error().code == "image.damaged"));

    std::string jpeg = documents::encode_jpeg(quarters(16, 16));
    const std::size_t frame = jpeg.find("\xFF\xC0");
    BOOST_REQUIRE(frame != std::string::npos);
    jpeg.replace(frame + 5, 4, "\x75\x30\x75\x30");
    BOOST_TEST(code_of(jpeg) == "image.too-large");

    const std::string heavy =
        documents::encode_png(quarters(16, 16)) + std::string(documents::max_image_bytes, ' ');
    BOOST_TEST(documents::decode_image(heavy).error().fact("bytes") == std::to_string(heavy.size()));
    BOOST_TEST(documents::check_pixels(5000, 4000).has_value());
    BOOST_TEST(!documents::check_pixels(5001, 4000).has_value());
    BOOST_TEST(!documents::check_pixels(0, 4).has_value());
}

BOOST_AUTO_TEST_CASE(a_picture_from_a_phone_stands_upright) {
    const std::string jpeg = documents::encode_jpeg(quarters(32, 16));
    // What is seen of red, green / blue, white under each of Exif's eight turns.
    const std::string seen[] = {"rgbw", "grwb", "wbgr", "bwrg", "rbgw", "brwg", "wgbr", "gwrb"};
    for (int orientation = 1; orientation <= 8; ++orientation)
        for (const bool little : {true, false}) {
            const auto read =
                documents::decode_image(with_exif(jpeg, exif(static_cast<char>(orientation), little)));
            BOOST_REQUIRE(read.has_value());
            BOOST_TEST(corners(*read) == seen[orientation - 1], orientation);
            BOOST_TEST((read->width == (orientation >= 5 ? 16 : 32)));
        }
}

// Phones write a second block of the kind, with what was done to the picture since.
BOOST_AUTO_TEST_CASE(a_block_behind_the_exif_block_does_not_turn_the_picture_back) {
    const std::string jpeg = documents::encode_jpeg(quarters(32, 16));
    const std::string both =
        with_exif(with_exif(jpeg, "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>"s), exif(6, true));
    const auto read = documents::decode_image(both);
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST(read->width == 16);
    BOOST_TEST(corners(*read) == corners(documents::decode_image(with_exif(jpeg, exif(6, true))).value()));
}

BOOST_AUTO_TEST_CASE(a_picture_in_a_printers_four_inks_is_read_in_its_colours) {
    const Image image = quarters(32, 16);
    const auto read = documents::decode_image(in_inks(image));
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST(corners(*read) == corners(image));
}

BOOST_AUTO_TEST_CASE(an_exif_block_that_lies_is_passed_over) {
    BOOST_TEST(documents::exif_orientation("") == 1);
    BOOST_TEST(documents::exif_orientation("Exif\0\0II*\0\xFF\xFF\xFF\xFF"s) == 1);
    BOOST_TEST(documents::exif_orientation(exif(9, true)) == 1);
    const std::string whole = exif(6, true);
    BOOST_TEST(documents::exif_orientation(whole) == 6);
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const int orientation = documents::exif_orientation(whole.substr(0, length));
        BOOST_TEST((orientation == 1 || orientation == 6));
    }
}

BOOST_AUTO_TEST_CASE(what_a_camera_wrote_about_a_picture_is_not_written_again) {
    const std::string block = exif(1, true) + "GPS 13.1N 103.2E";
    const auto read = documents::decode_image(with_exif(documents::encode_jpeg(quarters(16, 16)), block));
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST(documents::encode_jpeg(*read).find("GPS") == std::string::npos);
    BOOST_TEST(documents::encode_jpeg(*read).find("Exif") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(shrinking_keeps_proportions_and_never_enlarges) {
    const Image small = documents::shrunk(quarters(400, 200), 100, 100);
    BOOST_TEST(small.width == 100);
    BOOST_TEST(small.height == 50);
    BOOST_TEST(corners(small) == "rgbw");
    BOOST_TEST(documents::shrunk(quarters(40, 20), 100, 100).width == 40);
    const Image thread = documents::shrunk(quarters(1000, 2), 10, 10);
    BOOST_TEST(thread.height == 1);
}

BOOST_AUTO_TEST_SUITE_END()
