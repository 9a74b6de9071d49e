// SPDX-License-Identifier: GPL-3.0-or-later
// What a platform's theme file holds beside dress(), prepare_process() and set_toolkit_language().
#pragma once

#include "widgets/palette.hpp"

namespace widgets::platform {

// Once, before the first window: sets the interface font and what else stays. Whether the desktop is dark.
bool take_desktop();

// Text of so many percent of the desktop's size, in windows made from now on.
void use_text_size(int percent);

// The toolkit's own controls and ours in these colours.
void wear(const Palette& palette, bool dark);

// Design pixels that the sidebar's rows stand off its edge, where the toolkit's own leave no room there.
int sidebar_inset();

} // namespace widgets::platform
