// SPDX-License-Identifier: GPL-3.0-or-later
// The page of returns: a district builds its month; a province receives, decides and puts together.
#pragma once

#include "office/ui/session.hpp"
#include "widgets/page.hpp"

namespace returns {

widgets::PageEntry return_page(office::Session& session);

} // namespace returns
