// SPDX-License-Identifier: GPL-3.0-or-later
// How GTK's screen readers are told what happens where the keyboard is not.
#pragma once

#include <wx/string.h>

#include <atk/atk.h>

namespace widgets {

// Has a reader say `text`, which comes from the control `from`. Nothing of an empty text.
void say(AtkObject& from, const wxString& text);

} // namespace widgets
