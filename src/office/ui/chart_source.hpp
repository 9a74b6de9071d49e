// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside an office's charts on paper.
#pragma once

#include "office/ui/session.hpp"
#include "widgets/chart_dialog.hpp"

namespace office {

widgets::ChartSource chart_source(const Session& session);

} // namespace office
