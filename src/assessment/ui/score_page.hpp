// SPDX-License-Identifier: GPL-3.0-or-later
// The page where marks are typed and a class's results are seen.
#pragma once

#include "office/ui/session.hpp"
#include "widgets/page.hpp"

namespace assessment {

// Its id is "assessment"; it opens "12", the class's id.
widgets::PageEntry score_page(office::Session& session);

} // namespace assessment
