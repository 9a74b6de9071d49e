// SPDX-License-Identifier: GPL-3.0-or-later
// What the two Windows halves of accessible.hpp share.
#pragma once

#include <wx/string.h>

class wxWindow;

namespace widgets::platform {

// The stable id of a control where another program can read it, as the window's property "srok.id", the
// number of a global atom: Active Accessibility has no place for a name that is not spoken. It goes with the
// window.
void show_id(wxWindow& control, const wxString& id);

} // namespace widgets::platform
