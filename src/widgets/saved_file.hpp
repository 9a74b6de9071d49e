// SPDX-License-Identifier: GPL-3.0-or-later
// Where a file is to be saved: the desktop's own window, in the folder that was taken last.
#pragma once

#include <wx/string.h>

#include <filesystem>
#include <optional>

class wxWindow;

namespace widgets {

// `name` without its ending; characters that a file's name cannot have are left out of it. `kinds` as
// wxFileDialog has them. The path ends in `ending`; nothing when the person goes back.
std::optional<std::filesystem::path> ask_save(wxWindow* parent, const wxString& title, const wxString& name,
                                              const char* ending, const wxString& kinds);

} // namespace widgets
