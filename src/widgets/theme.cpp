// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme.hpp"

#include "widgets/text.hpp"

#include <wx/window.h>

#include <algorithm>

namespace widgets {

wxColour ink_of(Tone tone) {
    switch (tone) {
    case Tone::plain:
        return colour::ink;
    case Tone::muted:
    case Tone::closed:
        return colour::muted;
    case Tone::good:
        return colour::good;
    case Tone::warning:
        return colour::warning;
    case Tone::bad:
        return colour::bad;
    case Tone::info:
        return colour::info;
    }
    return colour::ink;
}

wxColour tint_of(Tone tone) {
    switch (tone) {
    case Tone::plain:
    case Tone::muted:
        return colour::paper;
    case Tone::closed:
        return colour::closed_tint;
    case Tone::good:
        return colour::good_tint;
    case Tone::warning:
        return colour::warning_tint;
    case Tone::bad:
        return colour::bad_tint;
    case Tone::info:
        return colour::info_tint;
    }
    return colour::paper;
}

wxFont title_font(const wxWindow& window) {
    return window.GetFont().Scaled(1.45F).Bold();
}

wxFont strong_font(const wxWindow& window) {
    return window.GetFont().Bold();
}

wxFont small_font(const wxWindow& window) {
    return window.GetFont().Scaled(0.9F);
}

int row_height(const wxWindow& window) {
    // A word with marks above and two storeys below: the tallest that names hold.
    static const wxString tallest = wx("ស្ត្រ្តីប៊្ញុំ");
    int width = 0;
    int height = 0;
    window.GetTextExtent(tallest, &width, &height);
    return std::max(window.FromDIP(24), height + window.FromDIP(4));
}

} // namespace widgets
