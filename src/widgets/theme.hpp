// SPDX-License-Identifier: GPL-3.0-or-later
// How Srok looks: colours, spacing and type, and what each platform must be told for it. theme_gtk.cpp is the
// GTK half; another platform brings a file of its own.
#pragma once

#include <wx/colour.h>
#include <wx/font.h>

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

namespace colour {
inline const wxColour ink{0x1c, 0x25, 0x33};
inline const wxColour muted{0x5b, 0x67, 0x78};
inline const wxColour line{0xdf, 0xe3, 0xea};
inline const wxColour paper{0xff, 0xff, 0xff};
inline const wxColour ground{0xf5, 0xf6, 0xf9};
inline const wxColour navy{0x14, 0x2c, 0x50};
inline const wxColour navy_text{0xd5, 0xde, 0xec};
inline const wxColour accent{0x1f, 0x62, 0xb5};
// Text tones; each has a contrast of at least 4.5 on paper and on its own tint.
inline const wxColour good{0x1b, 0x6b, 0x3a};
inline const wxColour good_tint{0xdf, 0xf2, 0xe4};
inline const wxColour warning{0x85, 0x4d, 0x00};
inline const wxColour warning_tint{0xff, 0xef, 0xcc};
inline const wxColour bad{0xa8, 0x1f, 0x1f};
inline const wxColour bad_tint{0xfc, 0xdf, 0xdd};
inline const wxColour info{0x1c, 0x55, 0x9c};
inline const wxColour info_tint{0xdc, 0xe9, 0xfa};
inline const wxColour closed_tint{0xec, 0xee, 0xf2};
} // namespace colour

// What a value means, never only by colour: the text says it too.
enum class Tone { plain, muted, good, warning, bad, info, closed };

wxColour ink_of(Tone tone);
wxColour tint_of(Tone tone);

// Before wx starts: what the toolkit reads from the environment.
void prepare_process();

// The language of the toolkit's own dialogs (files, printing): "km" or "en".
void set_toolkit_language(const char* language);

// Once wx has started and before the first window: the Khmer interface font and the style rules.
void install_theme();

// Parts that look other than the toolkit's own.
enum class Part { sidebar, sidebar_button, primary_button, danger_button, flat_button, list };
void dress(wxWindow& window, Part part);

wxFont title_font(const wxWindow& window);
wxFont strong_font(const wxWindow& window);
wxFont small_font(const wxWindow& window);

// The height of a row of text with Khmer subscripts and superscripts whole, in device pixels.
int row_height(const wxWindow& window);

} // namespace widgets
