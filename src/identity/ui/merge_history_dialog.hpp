// SPDX-License-Identifier: GPL-3.0-or-later
// Every merge so far, and taking one back.
#pragma once

#include "office/ui/session.hpp"

class wxWindow;

namespace identity {

// True when a merge was taken back.
bool show_merges(wxWindow* parent, office::Session& session);

} // namespace identity
