// SPDX-License-Identifier: GPL-3.0-or-later
// Who signs: for each signer the programmes name, the person whose name the documents carry.
#pragma once

#include "office/ui/session.hpp"

class wxWindow;

namespace programmes {

// Names are kept as their fields are left.
wxWindow* make_signer_panel(wxWindow* parent, office::Session& session);

} // namespace programmes
