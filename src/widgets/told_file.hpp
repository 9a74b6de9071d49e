// SPDX-License-Identifier: GPL-3.0-or-later
// Where a window tells what happened, found from any of its controls: a page's bar, a dialog's, or a small
// dialog of its own.
#pragma once

#include "widgets/theme.hpp"

#include <wx/string.h>

#include <filesystem>

class wxWindow;

namespace widgets {

class MessageBar;

// Nothing where the window has no bar.
MessageBar* bar_of(wxWindow* window);

void tell_near(wxWindow* window, Tone tone, const wxString& sentence);
// That a file was made, with buttons that open it and show it in its folder.
void tell_file_near(wxWindow* window, const wxString& sentence, const std::filesystem::path& file);

} // namespace widgets
