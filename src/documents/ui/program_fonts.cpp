// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/ui/program_fonts.hpp"

#include "widgets/text.hpp"

#include <wx/stdpaths.h>

namespace documents {

std::vector<std::filesystem::path> program_font_folders() {
    return font_folders(widgets::path_of(wxStandardPaths::Get().GetExecutablePath()).parent_path());
}

Fonts load_program_fonts() {
    return Fonts::load(program_font_folders());
}

const Fonts& screen_fonts() {
    static const Fonts fonts = load_program_fonts();
    return fonts;
}

} // namespace documents
