// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop's own file window, at a file. show_in_folder_gtk.cpp and show_in_folder_msw.cpp each know their
// desktop.
#pragma once

#include <filesystem>

namespace widgets {

// Opens the folder with the file chosen in it, so that it can be dragged into a mail or onto a stick; where
// the desktop has no such window, the folder alone. Comes back at once.
void show_in_folder(const std::filesystem::path& file);
// What the desktop opens such a file with; a folder too.
void open_file(const std::filesystem::path& file);

} // namespace widgets
