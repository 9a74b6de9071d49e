// SPDX-License-Identifier: GPL-3.0-or-later
// A finished page: what is drawn into a PDF, onto the preview and to the printer is one and the same.
#pragma once

#include "documents/image.hpp"

#include <memory>
#include <string>
#include <vector>

// cairo's context, so that printing can hand in its own; nobody else needs cairo's header.
typedef struct _cairo cairo_t;

namespace documents {

// In points, 1/72 inch.
struct Size {
    double width = 0;
    double height = 0;
    friend bool operator==(const Size&, const Size&) = default;
};
inline constexpr Size a4_portrait{595.276, 841.890};
inline constexpr Size a4_landscape{841.890, 595.276};

struct PageContent;

// Immutable and cheap to copy.
class Page {
  public:
    explicit Page(std::shared_ptr<const PageContent> content);

    Size size() const;
    // The texts of the QR codes on it, in the order they were placed.
    const std::vector<std::string>& codes() const;

    // Draws in points from the top left corner of the context's current coordinates.
    void draw(cairo_t* context) const;
    // On white, `width` pixels wide, the height in proportion.
    Image render(int width) const;

  private:
    std::shared_ptr<const PageContent> m_content;
};

} // namespace documents
