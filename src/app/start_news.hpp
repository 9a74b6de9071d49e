// SPDX-License-Identifier: GPL-3.0-or-later
// What the start page tells: the office in figures, and what waits for a person, asked of every room.
#pragma once

#include "office/ui/start_page.hpp"

namespace app {

office::StartNews start_news(const office::Session& session);

} // namespace app
