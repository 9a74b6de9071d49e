// SPDX-License-Identifier: GPL-3.0-or-later
// Windows whose contents are larger than they are.
#pragma once

class wxScrolledWindow;
class wxWindow;

namespace widgets {

// Scrolls until the part with the keyboard, with the label above it and the note under it, is in sight. Does
// nothing for a part of another window, and in a direction in which the body does not scroll.
void follow_keyboard(wxScrolledWindow& body, const wxWindow& part);

} // namespace widgets
