// SPDX-License-Identifier: GPL-3.0-or-later
// "Your first hour" beside the window of a sample district: what to try out, each step ticked once the
// office's record shows that it was done.
#pragma once

#include "office/ui/session.hpp"

#include <functional>

class wxWindow;

namespace guide {

// One stands there already: it comes to the front. `busy` says that a job has the office file to itself just
// now. It goes with the window, or when it is put away.
void show_first_hour(wxWindow* window, office::Session& session, std::function<bool()> busy);

// Whether it stands beside some window: a frame that takes another's place brings it along.
bool first_hour_shown();

} // namespace guide
