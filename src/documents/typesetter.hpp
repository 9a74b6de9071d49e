// SPDX-License-Identifier: GPL-3.0-or-later
// Puts lines of text onto the page being laid out. Inside documents only.
#pragma once

#include "documents/page_content.hpp"
#include "documents/sheet.hpp"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace documents {

struct Lettering {
    Typeface typeface = Typeface::list;
    double size = 9;
    Align align = Align::left;
    // From baseline to baseline. Khmer needs room above for vowels and below for subscripts.
    double row_distance() const { return size * 1.65; }
    // From the top of a row to its baseline.
    double ascent() const { return size * 1.18; }
};

// Keeps the first thing that could not be set, so that laying out need not stop at every word.
class Typesetter {
  public:
    explicit Typesetter(const Fonts& fonts)
        : m_fonts(fonts) {}

    // Broken into rows no wider than `width` points.
    std::vector<ShapedText> rows(std::string_view text, const Lettering& lettering, double width);

    // Sets rows one below the other from `top`, aligned within x … x + width.
    void put(PageContent& page, std::vector<ShapedText> rows, const Lettering& lettering, double x,
             double top, double width);
    // The text in as many rows as it needs; gives the height they took.
    double put(PageContent& page, std::string_view text, const Lettering& lettering, double x, double top,
               double width);
    // One row, shrunk to the width.
    void put_fitted(PageContent& page, std::string_view text, const Lettering& lettering, double x,
                    double top, double width);
    // One row reading upwards, centred on `x`, beginning at `bottom`.
    void put_upright(PageContent& page, std::string_view text, const Lettering& lettering, double x,
                     double bottom);
    double width_of(std::string_view text, const Lettering& lettering);
    // The widest part that no line break may divide.
    double widest_word(std::string_view text, const Lettering& lettering);

    const Fonts& fonts() const { return m_fonts; }
    const std::optional<core::Error>& first_error() const { return m_error; }

  private:
    ShapedText shaped(std::string_view text, Typeface typeface);

    const Fonts& m_fonts;
    std::optional<core::Error> m_error;
};

} // namespace documents
