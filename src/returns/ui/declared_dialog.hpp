// SPDX-License-Identifier: GPL-3.0-or-later
// What is declared of a period beside its registers: listed, declared, taken back.
#pragma once

#include "office/ui/session.hpp"
#include "returns/layout.hpp"
#include "returns/return_period.hpp"

class wxWindow;

namespace returns {

// True when something was changed.
bool edit_declared(wxWindow* parent, office::Session& session, const ReturnPeriod& period,
                   const Layout& layout);

} // namespace returns
