// SPDX-License-Identifier: GPL-3.0-or-later
// What the start page of a province tells: which returns have come, and which wait.
#pragma once

#include "office/ui/start_page.hpp"
#include "returns/status.hpp"

namespace app {

office::StartNews province_news(const returns::Status& status, core::Day today);

} // namespace app
