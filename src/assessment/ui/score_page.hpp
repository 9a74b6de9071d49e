// SPDX-License-Identifier: GPL-3.0-or-later
// The page where marks are typed and a class's results are seen.
#pragma once

#include "classes/class.hpp"
#include "office/ui/session.hpp"
#include "widgets/page.hpp"

#include <functional>

namespace assessment {

// Makes the sheets that centres fill in, beginning with this class and period of its programme.
using MakeScoreSheets = std::function<void(widgets::Page*, classes::ClassId, const std::string& period)>;

// Its id is "assessment"; it opens "12", the class's id.
widgets::PageEntry score_page(office::Session& session, MakeScoreSheets sheets);

} // namespace assessment
