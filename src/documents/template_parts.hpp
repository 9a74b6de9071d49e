// SPDX-License-Identifier: GPL-3.0-or-later
// What a template was read into, and its lines set for one filling. Inside documents only.
#pragma once

#include "documents/page_content.hpp"
#include "documents/svg_art.hpp"
#include "documents/template_line.hpp"

#include <optional>

namespace documents {

struct Template::Parts {
    Fonts fonts;
    Size size;
    std::shared_ptr<const Artwork> art;
    std::vector<TemplateLine> lines;
    std::size_t group_count = 0;
    std::vector<std::string> placeholders;
    std::optional<Rectangle> code_box;
    std::optional<Rectangle> photo_box;
};

// Lines that close up are moved already.
void close_up_groups(const std::vector<TemplateLine>& lines, std::size_t group_count,
                     std::vector<SetLine>& set);

} // namespace documents
