// SPDX-License-Identifier: GPL-3.0-or-later
// A learner's form: registers a new learner, or changes one.
#pragma once

#include "learners/learner.hpp"
#include "office/ui/session.hpp"

class wxWindow;

namespace learners {

// The form over a new learner; the id of the one registered, or nothing when the person left.
std::optional<LearnerId> register_learner(wxWindow* parent, office::Session& session);

// True when something was changed and kept.
bool edit_learner(wxWindow* parent, office::Session& session, LearnerId id);

} // namespace learners
