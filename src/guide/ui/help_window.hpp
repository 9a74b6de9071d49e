// SPDX-License-Identifier: GPL-3.0-or-later
// The help that F1 opens: topics at the left, found by searching, and the chosen one at the right as text
// that a keyboard scrolls and a screen reader reads.
#pragma once

#include "widgets/language.hpp"

#include <string>

class wxWindow;

namespace guide {

// Beside the window, which goes on working; over a dialog that waits for an answer it must be closed first.
// The help that is open already turns to that topic. An empty one is the first.
void show_help(wxWindow* window, widgets::Language language, const std::string& topic);

} // namespace guide
