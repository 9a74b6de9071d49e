// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the artwork of an SVG with cairo and hands over the texts and boxes it meets. Inside documents only.
#pragma once

#include "documents/svg_style.hpp"

#include <pugixml.hpp>

#include <memory>

namespace documents {

// Takes what is not artwork. `place` goes from the element's coordinates to points on the page.
class Placements {
  public:
    virtual ~Placements() = default;
    virtual void text(const pugi::xml_node& element, const Style& style, const cairo_matrix_t& place) = 0;
    // A <rect data-role="…">; `box` in points.
    virtual void box(const pugi::xml_node& element, const Rectangle& box) = 0;
    // Around the contents of a <g data-role="…">.
    virtual void begin_group(const pugi::xml_node& element) = 0;
    virtual void end_group(const pugi::xml_node& element) = 0;
};

// The page an <svg> asks for: its width and height, or an A4 landscape where it gives none.
Size page_size(const pugi::xml_node& svg, Problems& problems);

// The artwork of one template: everything under its svg element but texts and boxes.
class Artwork {
  public:
    // Reads and records it once, for the pages of a PDF to share.
    Artwork(std::shared_ptr<const pugi::xml_document> document, Size page, Placements& placements,
            Problems& problems);

    // `with_photo` leaves out what stands in a <g data-role="no-photo">.
    void draw(cairo_t* context, bool with_photo) const;

  private:
    std::shared_ptr<const pugi::xml_document> m_document;
    Size m_page;
    Surface m_always;
    Surface m_without_photo;
};

} // namespace documents
