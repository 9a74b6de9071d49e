// SPDX-License-Identifier: GPL-3.0-or-later
// Learners who may be one person: the pairs with their reasons, the two records side by side, and what to do.
#pragma once

#include "office/ui/session.hpp"

class wxWindow;

namespace identity {

// True when anything was written.
bool show_look_alikes(wxWindow* parent, office::Session& session);

} // namespace identity
