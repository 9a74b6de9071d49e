// SPDX-License-Identifier: GPL-3.0-or-later
// The fonts that documents are set in, from where this program was installed.
#pragma once

#include "documents/fonts.hpp"

#include <filesystem>
#include <vector>

namespace documents {

std::vector<std::filesystem::path> program_font_folders();

// For a job, which has its own. WorldFailure as Fonts::load.
Fonts load_program_fonts();

// Those of the UI thread, read once. WorldFailure as Fonts::load.
const Fonts& screen_fonts();

} // namespace documents
