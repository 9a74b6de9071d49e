// SPDX-License-Identifier: GPL-3.0-or-later
// The form in which prior learning is recognised.
#pragma once

#include "learners/learner.hpp"
#include "office/ui/session.hpp"
#include "units/earned.hpp"

namespace units {

// True when something was recognised; it is written then.
bool recognise_learning(wxWindow* parent, office::Session& session, learners::LearnerId learner);

// How a unit was earned: "Class result", "Prior learning recognised".
wxString way_word(Way way);

} // namespace units
