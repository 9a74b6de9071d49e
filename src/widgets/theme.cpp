// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme.hpp"

#include "core/words.hpp"
#include "widgets/palette.hpp"
#include "widgets/text.hpp"
#include "widgets/theme_platform.hpp"

#include <wx/display.h>
#include <wx/window.h>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr core::Words<Look, 3> look_words{{"desktop", "light", "dark"}};

// How wide these are in the interface font at the desktop's ordinary size, in design pixels.
constexpr const char* measured_letters = "MMMMMMMMMM";
constexpr int measured_design = 110;
// Less than that is another version of the font, not larger text.
constexpr double least_scale = 1.1;

const Palette* in_use = &light_palette;
bool desktop_dark = false;

void take_colours(const Palette& from) {
    in_use = &from;
    const auto take = [](wxColour& to, core::Rgb one) { to.Set(one.red, one.green, one.blue); };
    take(colour::ink, from.ink);
    take(colour::muted, from.muted);
    take(colour::faint, from.faint);
    take(colour::line, from.line);
    take(colour::paper, from.paper);
    take(colour::ground, from.ground);
    take(colour::selected, from.selected);
    take(colour::navy, from.navy);
    take(colour::navy_text, from.navy_text);
    take(colour::accent, from.accent);
    take(colour::good, from.good);
    take(colour::good_tint, from.good_tint);
    take(colour::warning, from.warning);
    take(colour::warning_tint, from.warning_tint);
    take(colour::bad, from.bad);
    take(colour::bad_tint, from.bad_tint);
    take(colour::info, from.info);
    take(colour::info_tint, from.info_tint);
    take(colour::closed_tint, from.closed_tint);
}

void use_look(Look look) {
    const bool dark = look == Look::dark || (look == Look::desktop && desktop_dark);
    take_colours(dark ? dark_palette : light_palette);
    platform::wear(*in_use, dark);
}

} // namespace

const Palette& palette() {
    return *in_use;
}

std::optional<Look> look_from_code(std::string_view code) {
    return look_words.value(code);
}

const char* code_of(Look look) {
    return look_words.text(look).data();
}

void install_theme() {
    desktop_dark = platform::take_desktop();
    use_look(Look::desktop);
}

bool is_dark() {
    return in_use == &dark_palette;
}

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

void use_screen(const Screen& screen) {
    use_look(screen.look);
    use_digits(screen.digits);
    platform::use_text_size(screen.text_size);
}

double text_scale(const wxWindow& window) {
    const double scale =
        window.GetTextExtent(measured_letters).x / static_cast<double>(window.FromDIP(measured_design));
    return scale < least_scale ? 1.0 : scale;
}

int text_room(const wxWindow& window, int width) {
    return static_cast<int>(std::lround(window.FromDIP(width) * text_scale(window)));
}

wxSize text_room(const wxWindow& window, int width, int height) {
    const wxSize screen = wxDisplay(0U).GetClientArea().GetSize();
    const int margin = window.FromDIP(40);
    return {std::min(text_room(window, width), screen.x - margin),
            std::min(text_room(window, height), screen.y - margin)};
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
