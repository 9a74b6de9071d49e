// SPDX-License-Identifier: GPL-3.0-or-later
// Every import so far, and taking one back whole.
#pragma once

#include "office/ui/session.hpp"

class wxWindow;

namespace imports {

// True when an import was taken back.
bool show_history(wxWindow* parent, office::Session& session);

} // namespace imports
