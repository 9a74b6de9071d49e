// SPDX-License-Identifier: GPL-3.0-or-later
// Erasing a person: what goes and what stays is said before, and why it is done is kept.
#pragma once

#include "learners/learner.hpp"
#include "office/ui/session.hpp"
#include "widgets/page.hpp"

#include <functional>

namespace identity {

// `erased` is called when it was done.
void erase_learner(widgets::Page& page, office::Session& session, learners::LearnerId id,
                   const std::function<void()>& erased);

} // namespace identity
