// SPDX-License-Identifier: GPL-3.0-or-later
// A school year goes over into the next: what is not done yet, what becomes of each learner, and the classes
// of the next year; and the list of what was rolled over, to take back.
#pragma once

#include "learners/ui/learner_search.hpp"
#include "office/ui/session.hpp"

class wxWindow;

namespace rollover {

// True when a year was rolled over or taken back. Goes to another page where the person chose something that
// is not done yet.
bool roll_year_over(wxWindow* parent, office::Session& session, learners::LearnerSearch& search);

// Every year rolled over so far; true when one was taken back.
bool show_rollovers(wxWindow* parent, office::Session& session, learners::LearnerSearch& search);

} // namespace rollover
