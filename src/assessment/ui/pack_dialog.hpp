// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of a programme for new classes, with what they make of one learner's marks beside them.
#pragma once

#include "office/ui/session.hpp"
#include "programmes/pack_store.hpp"

class wxWindow;

namespace assessment {

// True when the office has a version of its own now, or another one.
bool edit_pack(wxWindow* parent, office::Session& session, const programmes::CurrentPack& current);

} // namespace assessment
