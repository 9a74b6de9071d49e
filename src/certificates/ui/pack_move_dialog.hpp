// SPDX-License-Identifier: GPL-3.0-or-later
// Classes that go over to another version of their programme's rules, each with what that would change.
#pragma once

#include "office/ui/session.hpp"
#include "programmes/pack_store.hpp"

class wxWindow;

namespace certificates {

void move_classes(wxWindow* parent, office::Session& session, const programmes::CurrentPack& current);

} // namespace certificates
