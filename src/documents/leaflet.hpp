// SPDX-License-Identifier: GPL-3.0-or-later
// A leaflet on A4 to hang beside a desk: each page has a band with its title, and under it boxes with
// numbered steps, points and keys, in two columns. The quick guide is one.
#pragma once

#include "core/expected.hpp"
#include "documents/fonts.hpp"
#include "documents/page.hpp"

#include <string>
#include <vector>

namespace documents {

struct LeafletLine {
    enum class Kind { text, step, point, key };
    Kind kind = Kind::text;
    std::string text{};
    std::string mark{}; // of a step its number, of a key the key itself
};

struct LeafletBox {
    std::string title{};
    std::vector<LeafletLine> lines{};
    bool warning = false; // what goes wrong: in the colour of a warning
};

struct LeafletPage {
    std::string title{};
    std::string subtitle{};
    std::vector<LeafletBox> boxes{};
};

struct Leaflet {
    std::string name{};                 // at the foot of each page, before its number
    std::vector<std::string> numbers{}; // "1/4" as the language writes it, one for each page
    std::vector<LeafletPage> pages{};
};

// A page of the leaflet is a page of paper. Errors: leaflet.too-long {page} where the boxes of one do not
// fit; document.no-glyph {character, text}.
core::Expected<std::vector<Page>> lay_out(const Leaflet& leaflet, const Fonts& fonts);

} // namespace documents
