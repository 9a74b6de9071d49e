// SPDX-License-Identifier: GPL-3.0-or-later
// What the start page tells: the office in figures, and what waits for a person, in the words of the screen.
#pragma once

#include "app/start_facts.hpp"
#include "office/ui/start_page.hpp"

namespace app {

office::StartNews start_news(const office::Session& session, const StartFacts& facts);

} // namespace app
