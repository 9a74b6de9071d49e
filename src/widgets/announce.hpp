// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader says although the keyboard is elsewhere. accessible_gtk.cpp speaks ATK; another
// platform brings its own.
#pragma once

#include <wx/string.h>

class wxWindow;

namespace widgets {

// Of `window`, which is on the screen; nothing is said of an empty text.
void say_aloud(wxWindow& window, const wxString& text);

} // namespace widgets
