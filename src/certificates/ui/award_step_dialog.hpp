// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for who does a step of an award list, and does it.
#pragma once

#include "certificates/award_list.hpp"
#include "classes/class_store.hpp"
#include "office/ui/session.hpp"

namespace certificates {

// True when it was done. Names are typed, and remembered for the next list.
bool take_step(wxWindow* parent, office::Session& session, const classes::ClassRow& row,
               const std::optional<AwardList>& list, Step step);

} // namespace certificates
