// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a template before anybody is handed a page of it.
#pragma once

#include "templates/document.hpp"

#include <vector>

namespace templates {

// A page as it would be: whose it is, and what stands on it.
struct Trial {
    std::string who;
    documents::Filling filling;
};

// Everything at once, each at its line (Place::row) and with its {element} where one is to blame. Those of
// documents::Template::parse; and
//   template.unknown-placeholder {name}
//   template.missing-placeholder {name} that the document must have
//   template.no-code-box; template.code-too-small {millimetres, least}
//   template.photo-size {width, height}: not 40 x 60
//   template.not-a4 {width, height}
//   document.text-too-long, document.no-glyph, template.outside-page, template.over-box, template.small: each
//   with {who} it is that does not fit.
// Without trials the examples are tried.
std::vector<core::Error> check(std::string_view svg, Document document, const documents::Fonts& fonts,
                               const std::vector<Trial>& trials);

// A small line is told and stands in nobody's way.
bool in_the_way(const core::Error& problem);

} // namespace templates
