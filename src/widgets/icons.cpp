// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/icons.hpp"

#include "widgets/resources.hpp"
#include "widgets/text.hpp"

namespace widgets {

wxBitmapBundle icon(std::string_view name, int size, const wxColour& line) {
    wxString svg = wx(resource("icons/" + std::string(name) + ".svg"));
    svg.Replace("currentColor", line.GetAsString(wxC2S_HTML_SYNTAX));
    return wxBitmapBundle::FromSVG(svg.utf8_str().data(), wxSize(size, size));
}

} // namespace widgets
