// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside an office's charts on paper.
#pragma once

#include "documents/ui/chart_dialog.hpp"
#include "office/ui/session.hpp"

namespace office {

documents::ChartSource chart_source(const Session& session);

} // namespace office
