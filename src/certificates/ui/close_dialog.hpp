// SPDX-License-Identifier: GPL-3.0-or-later
// Closing a class on the screen: what it still lacks is listed, and the person decides.
#pragma once

#include "classes/class_store.hpp"
#include "office/ui/session.hpp"

class wxWindow;

namespace certificates {

// Asks, and closes the class today. False when the person let it be or it could not be closed, which was
// told.
bool ask_and_close(wxWindow* parent, office::Session& session, const classes::ClassRow& row);

} // namespace certificates
