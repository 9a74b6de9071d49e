// SPDX-License-Identifier: GPL-3.0-or-later
// The layouts of returns: those that the program brings and those that the office took in their place.
#pragma once

#include "office/ui/session.hpp"

class wxWindow;

namespace returns {

// True when another layout holds now.
bool show_layouts(wxWindow* parent, office::Session& session);

} // namespace returns
