// SPDX-License-Identifier: GPL-3.0-or-later
// The fonts of charts on the screen, read once: they are files beside the program.
#pragma once

#include "documents/fonts.hpp"

namespace documents {

// WorldFailure as documents::Fonts::load.
const Fonts& chart_fonts();

} // namespace documents
