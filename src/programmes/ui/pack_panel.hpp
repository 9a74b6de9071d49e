// SPDX-License-Identifier: GPL-3.0-or-later
// The programmes of this office, with the rules that new classes get.
#pragma once

#include "office/ui/session.hpp"
#include "programmes/pack_store.hpp"

#include <functional>

class wxWindow;

namespace programmes {

// `edit` opens the rules of one and says whether they changed: results are of a later room.
wxWindow* make_pack_panel(wxWindow* parent, office::Session& session,
                          std::function<bool(wxWindow* parent, const CurrentPack& current)> edit,
                          std::function<void(wxWindow* parent, const CurrentPack& current)> move);

} // namespace programmes
