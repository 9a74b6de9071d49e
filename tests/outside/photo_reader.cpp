// SPDX-License-Identifier: GPL-3.0-or-later
// Takes a photo as a learner's form does - read, cut, written again - for tests/outside: no word of srokctl
// takes one.
//
//   photo_reader FILE      says the photo that would be kept, or {"error":{…}} and ends with 2, as srokctl
//   does
#include "ctl/output.hpp"
#include "ctl/shell.hpp"
#include "documents/file.hpp"
#include "documents/photo.hpp"

#include <iostream>

namespace {

int refused(core::Error error, const char* file) {
    error.place.file = file;
    std::cout << ctl::Json{{"error", ctl::error_json(error, ctl::Language::english)}} << '\n';
    return 2;
}

} // namespace

int main(int count, char** words) {
    if (count != 2) return 3;
    // What the form reads of a file: no more than a photo may have, and a byte.
    const auto bytes = documents::read_file(ctl::path_of(words[1]), std::size_t{64} << 20U);
    if (!bytes) return refused(bytes.error(), words[1]);
    const auto image = documents::read_photo(*bytes);
    if (!image) return refused(image.error(), words[1]);
    const std::string kept = documents::make_photo(*image, documents::first_crop(*image));
    const auto again = documents::decode_image(kept);
    const bool bare = kept.find("GPS") == std::string::npos && kept.find("Exif") == std::string::npos;
    if (!again || again->width != documents::photo_width || again->height != documents::photo_height ||
        kept.size() > documents::max_photo_bytes || !bare) {
        std::cout << ctl::Json{{"photo", "not what is kept"}} << '\n';
        return 1;
    }
    std::cout << ctl::Json{{"photo", {{"bytes", kept.size()}, {"width", again->width}}}} << '\n';
    return 0;
}
