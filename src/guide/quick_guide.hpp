// SPDX-License-Identifier: GPL-3.0-or-later
// The quick guide: four pages to print and hang beside the desk. Its text is data,
// resources/guide/LANGUAGE.txt:
//     = title | subtitle of a page   ## a box   ! a box of what goes wrong   1. step   - point   ~ key | what
//     it does
// and the {…} of topic.hpp.
#pragma once

#include "core/clock.hpp"
#include "documents/leaflet.hpp"
#include "wording/language.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace guide {

struct QuickGuide {
    documents::Leaflet leaflet{};
    std::vector<std::string> unknown{}; // as of a topic
};

QuickGuide read_quick_guide(std::string_view text, wording::Language language);
QuickGuide quick_guide(wording::Language language);

// As .pdf, whole or not at all. Errors: file.kind {kinds}; those of documents::lay_out. WorldFailure:
// file.write; as Fonts::load.
core::Expected<void> write_quick_guide(const std::filesystem::path& path, wording::Language language,
                                       const std::vector<std::filesystem::path>& font_folders,
                                       core::Moment made_at);

} // namespace guide
