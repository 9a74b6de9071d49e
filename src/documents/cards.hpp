// SPDX-License-Identifier: GPL-3.0-or-later
// Cards to be cut out of A4, eight on a page, each of the size of a bank card: a photo, what it says of its
// holder, and a code.
#pragma once

#include "core/expected.hpp"
#include "documents/fonts.hpp"
#include "documents/page.hpp"
#include "documents/sheet.hpp"

#include <string>
#include <vector>

namespace documents {

struct Card {
    std::vector<std::string> office_lines; // above, at most two
    std::string title;                     // in Muol Light
    std::string name;                      // large
    std::vector<SheetFact> facts;          // below the name, a line each, at most five
    std::string photo;                     // JPEG 4 x 6, or empty: a frame for one to be glued in
    std::string photo_words;               // in that frame: "4 x 6"
    std::string code;                      // of the QR, or empty
};

inline constexpr std::size_t cards_a_page = 8;

// From left to right and from above, with lines to cut along; `sample` prints over each page. Errors:
// document.no-glyph {character, text}; those of make_qr() and decode_image().
core::Expected<std::vector<Page>> lay_out_cards(const std::vector<Card>& cards, bool sample,
                                                const Fonts& fonts);

} // namespace documents
