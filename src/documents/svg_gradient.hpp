// SPDX-License-Identifier: GPL-3.0-or-later
// SVG's linear and radial gradients as cairo's. Inside documents only.
#pragma once

#include "documents/svg_style.hpp"

#include <memory>

namespace documents {

struct PatternRelease {
    void operator()(cairo_pattern_t* pattern) const { cairo_pattern_destroy(pattern); }
};
using Pattern = std::unique_ptr<cairo_pattern_t, PatternRelease>;

// `gradient` is the element; `box` the extents of the shape it fills, in the shape's own coordinates; `alpha`
// multiplies its stops. What it lacks it takes from the element its href names, looked up under `root`.
Pattern make_gradient(const pugi::xml_node& gradient, const pugi::xml_node& root, const Rectangle& box,
                      double alpha, Problems& problems);

// The element with that id under `root`; a missing one is a problem of `user`.
pugi::xml_node find_by_id(const pugi::xml_node& root, const std::string& id, const pugi::xml_node& user,
                          Problems& problems);

// The id that href or xlink:href names with "#", else empty.
std::string href_of(const pugi::xml_node& element);

} // namespace documents
