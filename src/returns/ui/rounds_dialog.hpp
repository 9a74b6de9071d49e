// SPDX-License-Identifier: GPL-3.0-or-later
// Which returns are asked for, with which sheets and until when.
#pragma once

#include "office/ui/session.hpp"

class wxWindow;

namespace returns {

// True when something was changed.
bool edit_rounds(wxWindow* parent, office::Session& session);

} // namespace returns
