// SPDX-License-Identifier: GPL-3.0-or-later
// One page on what Windows draws on, apart from who asks for it: a printer, "Microsoft Print to PDF", a
// picture.
#pragma once

#include "widgets/print_pages.hpp"

#include <wx/msw/wrapwin.h>

namespace widgets::platform {

// The page's corner comes to the paper's, also where the printer cannot print there. False when it was not
// drawn.
bool draw_page(HDC device, const PrintedPage& page);

} // namespace widgets::platform
