// SPDX-License-Identifier: GPL-3.0-or-later
// What waits in a province's office: returns to take in and to decide on, and districts that have not sent.
#pragma once

#include "office/ui/session.hpp"
#include "office/ui/start_page.hpp"

namespace app {

office::StartNews province_news(const office::Session& session);

} // namespace app
