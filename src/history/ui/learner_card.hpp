// SPDX-License-Identifier: GPL-3.0-or-later
// Beside the list of learners: who the chosen one is, the classes, and what happened to the record.
#pragma once

#include "learners/ui/learners_page.hpp"
#include "office/ui/session.hpp"

namespace history {

learners::LearnerCard* make_learner_card(wxWindow* parent, const office::Session& session);

} // namespace history
