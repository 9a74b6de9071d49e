// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/jpeg.hpp"

#include <csetjmp>
#include <cstdio>
#include <cstdlib>
// libjpeg's header needs size_t and FILE before it.
#include <jerror.h>
#include <jpeglib.h>
#include <new>
#include <vector>

namespace documents {

namespace {

// libjpeg reports by calling these; a jump out of its C frames is its own documented way. No function that
// sets the jump has an object with a destructor inside the frames jumped over.
struct Guard {
    jpeg_error_mgr errors{};
    jpeg_progress_mgr progress{};
    std::jmp_buf out{};
};

void give_up(j_common_ptr jpeg) {
    std::longjmp(reinterpret_cast<Guard*>(jpeg->err)->out, 1);
}

void on_message(j_common_ptr jpeg, int level) {
    // Rubbish between markers is common and harmless; a picture cut short is not the picture.
    if (level < 0 && jpeg->err->msg_code == JWRN_JPEG_EOF) give_up(jpeg);
}

void on_progress(j_common_ptr jpeg) {
    // A small progressive file can ask for thousands of passes over the whole picture.
    constexpr int max_scans = 200;
    if (reinterpret_cast<j_decompress_ptr>(jpeg)->input_scan_number > max_scans) give_up(jpeg);
}

jpeg_error_mgr* guarded(Guard& guard) {
    jpeg_std_error(&guard.errors);
    guard.errors.error_exit = give_up;
    guard.errors.emit_message = on_message;
    guard.progress.progress_monitor = on_progress;
    return &guard.errors;
}

struct Reading {
    Guard guard;
    jpeg_decompress_struct jpeg{};
    Image image;
    core::Error error;
    int orientation = 1;
    // A row of four inks, where the picture comes from a printer's.
    std::vector<JSAMPLE> inks;
    Reading() { jpeg.err = guarded(guard); }
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;
    ~Reading() { jpeg_destroy_decompress(&jpeg); }
};

void note_orientation(Reading& reading) {
    // Behind the Exif block phones write others of its kind, which say nothing of the orientation.
    for (const jpeg_marker_struct* marker = reading.jpeg.marker_list; marker && reading.orientation == 1;
         marker = marker->next)
        reading.orientation =
            exif_orientation({reinterpret_cast<const char*>(marker->data), marker->data_length});
}

bool size_fits(Reading& reading) {
    const auto fits = check_pixels(reading.jpeg.image_width, reading.jpeg.image_height);
    if (!fits) reading.error = fits.error();
    return fits.has_value();
}

void make_room(Reading& reading) {
    reading.image.width = static_cast<int>(reading.jpeg.output_width);
    reading.image.height = static_cast<int>(reading.jpeg.output_height);
    reading.image.rgb.resize(3 * std::size_t{reading.jpeg.output_width} * reading.jpeg.output_height);
}

bool is_of_inks(const Reading& reading) {
    return reading.jpeg.jpeg_color_space == JCS_CMYK || reading.jpeg.jpeg_color_space == JCS_YCCK;
}

// The inks of the row that was read as light, into `rgb`. Adobe's programs, and those that do as they do,
// write how much paper is left.
void mix_inks(const Reading& reading, std::uint8_t* rgb) {
    const bool paper = reading.jpeg.saw_Adobe_marker;
    const auto left = [paper](JSAMPLE ink) { return paper ? int{ink} : 255 - ink; };
    for (std::size_t i = 0; i < reading.inks.size(); i += 4)
        for (std::size_t ink = 0; ink < 3; ++ink)
            *rgb++ = static_cast<std::uint8_t>(left(reading.inks[i + ink]) * left(reading.inks[i + 3]) / 255);
}

void make_room_for_inks(Reading& reading) {
    reading.inks.resize(4 * std::size_t{reading.jpeg.output_width});
}

bool read(Reading& reading, std::string_view bytes) {
    if (setjmp(reading.guard.out) != 0) return false;
    jpeg_create_decompress(&reading.jpeg);
    reading.jpeg.progress = &reading.guard.progress;
    jpeg_save_markers(&reading.jpeg, JPEG_APP0 + 1, 0xFFFF);
    jpeg_mem_src(&reading.jpeg, reinterpret_cast<const unsigned char*>(bytes.data()),
                 static_cast<unsigned long>(bytes.size()));
    jpeg_read_header(&reading.jpeg, TRUE);
    if (!size_fits(reading)) return false;
    note_orientation(reading);
    const bool inks = is_of_inks(reading);
    reading.jpeg.out_color_space = inks ? JCS_CMYK : JCS_RGB;
    jpeg_start_decompress(&reading.jpeg);
    make_room(reading);
    if (inks) make_room_for_inks(reading);
    while (reading.jpeg.output_scanline < reading.jpeg.output_height) {
        std::uint8_t* const light = reading.image.rgb.data() +
                                    3 * std::size_t{reading.jpeg.output_width} * reading.jpeg.output_scanline;
        JSAMPROW row = inks ? reading.inks.data() : light;
        jpeg_read_scanlines(&reading.jpeg, &row, 1);
        if (inks) mix_inks(reading, light);
    }
    jpeg_finish_decompress(&reading.jpeg);
    return true;
}

struct Writing {
    Guard guard;
    jpeg_compress_struct jpeg{};
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    Writing() { jpeg.err = guarded(guard); }
    Writing(const Writing&) = delete;
    Writing& operator=(const Writing&) = delete;
    ~Writing() {
        jpeg_destroy_compress(&jpeg);
        std::free(bytes);
    }
};

bool write(Writing& writing, const Image& image, int quality) {
    if (setjmp(writing.guard.out) != 0) return false;
    jpeg_create_compress(&writing.jpeg);
    jpeg_mem_dest(&writing.jpeg, &writing.bytes, &writing.size);
    writing.jpeg.image_width = static_cast<JDIMENSION>(image.width);
    writing.jpeg.image_height = static_cast<JDIMENSION>(image.height);
    writing.jpeg.input_components = 3;
    writing.jpeg.in_color_space = JCS_RGB;
    jpeg_set_defaults(&writing.jpeg);
    jpeg_set_quality(&writing.jpeg, quality, TRUE);
    jpeg_start_compress(&writing.jpeg, TRUE);
    while (writing.jpeg.next_scanline < writing.jpeg.image_height) {
        auto* row = const_cast<JSAMPROW>(image.rgb.data() + 3 * std::size_t{writing.jpeg.image_width} *
                                                                writing.jpeg.next_scanline);
        jpeg_write_scanlines(&writing.jpeg, &row, 1);
    }
    jpeg_finish_compress(&writing.jpeg);
    return true;
}

} // namespace

core::Expected<Image> decode_jpeg(std::string_view bytes) {
    Reading reading;
    if (read(reading, bytes)) return upright(reading.image, reading.orientation);
    return core::fail(reading.error.code.empty() ? core::Error{"image.damaged"} : reading.error);
}

std::string encode_jpeg(const Image& image, int quality) {
    Writing writing;
    // Any picture of ours can be written, memory permitting.
    if (!write(writing, image, quality)) throw std::bad_alloc();
    return {reinterpret_cast<const char*>(writing.bytes), writing.size};
}

int exif_orientation(std::string_view app1) {
    constexpr std::string_view head{"Exif\0\0", 6};
    constexpr std::uint32_t orientation_tag = 0x0112;
    if (!app1.starts_with(head) || app1.size() < head.size() + 8) return 1;
    const std::string_view tiff = app1.substr(head.size());
    const bool little = tiff.starts_with("II");
    // Reads 2 or 4 bytes; past the end is nought.
    const auto number = [&](std::size_t at, unsigned size) {
        std::uint32_t value = 0;
        for (unsigned i = 0; i < size && at + size <= tiff.size(); ++i)
            value = value << 8 | static_cast<unsigned char>(tiff[little ? at + size - 1 - i : at + i]);
        return value;
    };
    const std::size_t directory = number(4, 4);
    if (directory >= tiff.size()) return 1;
    const std::size_t entries = number(directory, 2);
    for (std::size_t i = 0; i < entries && directory + 2 + 12 * (i + 1) <= tiff.size(); ++i) {
        const std::size_t entry = directory + 2 + 12 * i;
        const auto value = static_cast<int>(number(entry + 8, 2));
        if (number(entry, 2) == orientation_tag) return value >= 1 && value <= 8 ? value : 1;
    }
    return 1;
}

Image upright(const Image& image, int orientation) {
    if (orientation <= 1 || orientation > 8) return image;
    const bool sideways = orientation >= 5;
    const int right = image.width - 1, bottom = image.height - 1;
    Image turned{sideways ? image.height : image.width, sideways ? image.width : image.height, {}};
    turned.rgb.reserve(image.rgb.size());
    for (int y = 0; y < turned.height; ++y)
        for (int x = 0; x < turned.width; ++x) {
            // Where Exif says the picture's pixel at x, y was stored.
            const int from_x[] = {x, right - x, right - x, x, y, y, right - y, right - y};
            const int from_y[] = {y, y, bottom - y, bottom - y, x, bottom - x, bottom - x, x};
            const std::size_t at = 3 * (static_cast<std::size_t>(from_y[orientation - 1]) *
                                            static_cast<std::size_t>(image.width) +
                                        static_cast<std::size_t>(from_x[orientation - 1]));
            turned.rgb.insert(turned.rgb.end(), {image.rgb[at], image.rgb[at + 1], image.rgb[at + 2]});
        }
    return turned;
}

} // namespace documents
