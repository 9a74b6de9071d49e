// SPDX-License-Identifier: GPL-3.0-or-later
// The programmes this program knows, with their rules to read.
#pragma once

#include "office/ui/session.hpp"

class wxWindow;

namespace programmes {

wxWindow* make_pack_panel(wxWindow* parent, const office::Session& session);

} // namespace programmes
