// SPDX-License-Identifier: GPL-3.0-or-later
// A period's charts in a window, counted in the background first.
#pragma once

#include "office/ui/session.hpp"
#include "returns/return_period.hpp"
#include "widgets/page.hpp"

namespace returns {

// The page tells what went wrong.
void show_period_charts(widgets::Page& page, const office::Session& session, const ReturnPeriod& period);

} // namespace returns
