// SPDX-License-Identifier: GPL-3.0-or-later
// The learners behind a figure, as a list from which one is opened.
#pragma once

#include "learners/learner.hpp"
#include "office/ui/session.hpp"
#include "returns/sent_learners.hpp"

#include <set>

class wxWindow;

namespace returns {

// `title` says which figure.
void show_behind(wxWindow* parent, office::Session& session, const wxString& title,
                 const std::set<learners::LearnerId>& people);

// The learner lines of a received return that a figure counts.
void show_sent_lines(wxWindow* parent, const wxString& title, const std::vector<SentLine>& sent);

} // namespace returns
