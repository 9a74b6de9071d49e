// SPDX-License-Identifier: GPL-3.0-or-later
// A learner's record of learning on the screen, and on paper from there.
#pragma once

#include "learners/learner.hpp"
#include "office/ui/session.hpp"

namespace identity {

void show_record(wxWindow* parent, office::Session& session, learners::LearnerId learner);

} // namespace identity
