// SPDX-License-Identifier: GPL-3.0-or-later
// Gives backups a passphrase, or another one.
#pragma once

#include "office/ui/session.hpp"

class wxWindow;

namespace backups {

// Whether one was kept. The passphrase until now is asked for where there is one; who lost it begins a new
// key.
bool keep_passphrase(wxWindow* parent, office::Session& session);

} // namespace backups
