// SPDX-License-Identifier: GPL-3.0-or-later
// What the Learners page offers of this room: sending a learner's past to another office, taking one in, and
// the list of both.
#pragma once

#include "learners/learner.hpp"
#include "office/ui/session.hpp"
#include "widgets/page.hpp"

#include <functional>

namespace identity {

// What is told once the file is written or taken in.
using LearnerTouched = std::function<void(learners::LearnerId)>;

void transfer_out(widgets::Page* page, office::Session& session, learners::LearnerId learner,
                  LearnerTouched touched);
void transfer_in(widgets::Page* page, office::Session& session, LearnerTouched touched);
// True when one was taken back.
bool show_transfers(wxWindow* parent, office::Session& session);

} // namespace identity
