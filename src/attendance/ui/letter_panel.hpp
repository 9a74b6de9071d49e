// SPDX-License-Identifier: GPL-3.0-or-later
// The letters this office writes in its registers beside those known from the start.
#pragma once

#include "office/ui/session.hpp"

class wxWindow;

namespace attendance {

// A tab of the settings.
wxWindow* make_letter_panel(wxWindow* parent, office::Session& session);

} // namespace attendance
