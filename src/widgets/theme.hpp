// SPDX-License-Identifier: GPL-3.0-or-later
// How Srok looks: colours, spacing and type, and what each platform must be told for it. theme_gtk.cpp is the
// GTK half; another platform brings a file of its own (theme_platform.hpp says what must be in it).
#pragma once

#include "widgets/text.hpp"

#include <wx/colour.h>
#include <wx/font.h>
#include <wx/gdicmn.h>

#include <optional>
#include <string_view>

class wxWindow;

namespace widgets {

// Distances in design pixels; multiply by FromDIP where a control needs device pixels.
namespace space {
inline constexpr int hair = 4;
inline constexpr int small = 8;
inline constexpr int medium = 12;
inline constexpr int large = 16;
inline constexpr int page = 24;
} // namespace space

// The colours of the palette in use, as windows take them; see palette.hpp. use_look() sets them.
namespace colour {
inline wxColour ink, muted, faint, line, paper, ground, selected, navy, navy_text, accent;
inline wxColour good, good_tint, warning, warning_tint, bad, bad_tint, info, info_tint, closed_tint;
} // namespace colour

// Light, dark, or whichever of them the desktop has.
enum class Look { desktop, light, dark };
std::optional<Look> look_from_code(std::string_view code); // "desktop", "light", "dark"
const char* code_of(Look look);

// What a value means, never only by colour: the text says it too.
enum class Tone { plain, muted, good, warning, bad, info, closed };

wxColour ink_of(Tone tone);
wxColour tint_of(Tone tone);

// Before wx starts: what the toolkit reads from the environment.
void prepare_process();

// The language of the toolkit's own dialogs (files, printing): "km" or "en".
void set_toolkit_language(const char* language);

// Once wx has started and before the first window: the Khmer interface font, and the desktop's own look.
void install_theme();
bool is_dark();

// How large the text is, in percent of the desktop's ordinary size.
inline constexpr int text_sizes[] = {100, 125, 150, 200};
// How much larger text is here than the design has it, by the desktop's choice and the person's: 1 or more.
double text_scale(const wxWindow& window);
// Room for text: design pixels that grow with it, in device pixels.
int text_room(const wxWindow& window, int width);
// A window of so many design pixels, grown with its text and no larger than the screen.
wxSize text_room(const wxWindow& window, int width, int height);

// How the person likes the screen of this computer.
struct Screen {
    Look look = Look::desktop;
    Digits digits = Digits::latin;
    int text_size = 100; // percent, one of text_sizes
    bool operator==(const Screen&) const = default;
};
// From now on windows are made so. Those already made keep what they have: build them again.
void use_screen(const Screen& screen);

// Parts that look other than the toolkit's own.
enum class Part { sidebar, sidebar_button, primary_button, danger_button, flat_button, list };
void dress(wxWindow& window, Part part);

wxFont title_font(const wxWindow& window);
wxFont strong_font(const wxWindow& window);
wxFont small_font(const wxWindow& window);

// The height of a row of text with Khmer subscripts and superscripts whole, in device pixels.
int row_height(const wxWindow& window);

} // namespace widgets
