// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on a page, as data, in points from its top left corner. Inside documents only.
#pragma once

#include "documents/page.hpp"
#include "documents/qr.hpp"
#include "documents/text.hpp"

#include <cairo.h>

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace documents {

class Artwork;

struct Colour {
    double red = 0;
    double green = 0;
    double blue = 0;
    double alpha = 1;
    friend bool operator==(const Colour&, const Colour&) = default;
};

struct Rectangle {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};

// Part of a line of text in one size and colour; `x` from the line's start.
struct TextSpan {
    ShapedText text;
    double x = 0;
    double size = 10;
    Colour colour{};
};

// `place` takes the line's own coordinates, its baseline starting at 0, 0, to the page.
struct TextMark {
    cairo_matrix_t place{1, 0, 0, 1, 0, 0};
    std::vector<TextSpan> spans;
};

struct RuleMark {
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    double width = 0.5;
    Colour colour{};
};

struct FillMark {
    Rectangle box;
    Colour colour{};
};

// The quiet zone lies inside the box.
struct QrMark {
    Rectangle box;
    QrCode code;
};

// The picture covers the box, its middle kept.
struct PhotoMark {
    Rectangle box;
    Image image;
    std::string jpeg;
};

struct SurfaceRelease {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceRelease>;
Surface surface_of(const Image& image);

// The artwork of a template, which its pages share.
struct ArtMark {
    std::shared_ptr<const Artwork> art;
    bool with_photo = false;
};

using Mark = std::variant<ArtMark, FillMark, RuleMark, TextMark, QrMark, PhotoMark>;

// What is printed on paper that bears a part of it already, is moved to where that paper wants it.
struct Moved {
    double right = 0;
    double down = 0;
};

struct PageContent {
    Size size;
    Moved moved{};
    std::vector<Mark> marks;
    std::vector<std::string> codes;
};

TextMark text_at(double x, double y, ShapedText text, double size, Colour colour = {});

// The overprint of everything made in a sample office: គំរូ SAMPLE from corner to corner.
Mark sample_overprint(Size page, const Fonts& fonts);

} // namespace documents
