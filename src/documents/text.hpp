// SPDX-License-Identifier: GPL-3.0-or-later
// Text as glyphs: shaped word by word, measured, broken into lines. Inside documents only.
#pragma once

#include "core/expected.hpp"
#include "documents/fonts.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace documents {

// Lengths are in ems: times the font size gives points.
struct Glyph {
    unsigned index = 0;
    double x = 0;
    double y = 0;
};

// Glyphs of one face for characters that stand together without a blank. A PDF keeps each as one unit with
// its text beside it: that is what makes searching and copying Khmer exact.
struct ShapedWord {
    std::shared_ptr<const Face> face;
    std::string text;
    std::vector<Glyph> glyphs;
};

struct ShapedText {
    std::vector<ShapedWord> words;
    double width = 0;
};

// Blanks, tabs and line ends become one blank, none at the ends; U+200B leaves no trace. `spacing` is added
// after each glyph. Where `typeface` lacks a character, another that has it is taken. Error:
// document.no-glyph {character: "U+4E2D", text}.
core::Expected<ShapedText> shape(std::string_view text, Typeface typeface, const Fonts& fonts,
                                 double spacing = 0);

// Khmer and Latin lines of at most `width` ems, broken where ICU's dictionary finds words, or between
// clusters where a single word is wider. At least one line.
core::Expected<std::vector<ShapedText>> shape_lines(std::string_view text, Typeface typeface,
                                                    const Fonts& fonts, double width);

// Between two words, in ems.
double blank_width(Typeface typeface, const Fonts& fonts);

// Khmer letters must never be spaced or justified: it tears their clusters.
bool has_khmer(std::string_view text);

} // namespace documents
