// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates whose files a power cut left out: said on the page, and written from the register.
#pragma once

#include "office/ui/session.hpp"
#include "widgets/page.hpp"

namespace certificates {

// Says so in the page's message bar, with the button that writes them; nothing where none waits.
void tell_waiting_papers(office::Session& session, widgets::Page& page);

} // namespace certificates
