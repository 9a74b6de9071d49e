// SPDX-License-Identifier: GPL-3.0-or-later
// Our own line icons, drawn from the SVG files of resources/icons in the colour asked for.
#pragma once

#include "widgets/theme.hpp"

#include <wx/bmpbndl.h>

#include <string_view>

namespace widgets {

// `name` is the file's stem ("learners"); `size` in design pixels.
wxBitmapBundle icon(std::string_view name, int size = 20, const wxColour& line = colour::ink);

} // namespace widgets
