// SPDX-License-Identifier: GPL-3.0-or-later
// Which of our controls has the keyboard. wxWindow::FindFocus does not know it of a choice on GTK, whose
// inner button has it. keyboard_gtk.cpp asks GTK; another platform brings its own.
#pragma once

#include <functional>

class wxTopLevelWindow;
class wxWindow;

namespace widgets {

// The innermost control that has the keyboard, or nothing.
wxWindow* with_keyboard(const wxTopLevelWindow& top);

// Calls `moved` each time the keyboard goes to another control of the window, for as long as it lives.
void watch_keyboard(wxTopLevelWindow& top, std::function<void(wxWindow* now)> moved);

} // namespace widgets
