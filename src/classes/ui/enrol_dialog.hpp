// SPDX-License-Identifier: GPL-3.0-or-later
// Joining and leaving a class.
#pragma once

#include "classes/class.hpp"
#include "classes/enrolment.hpp"
#include "learners/ui/learner_search.hpp"
#include "office/ui/session.hpp"

#include <vector>

class wxWindow;

namespace classes {

// Asks for the class and the day and enrols these learners; true when anyone was enrolled. Those who could
// not be are told with the reason.
bool enrol_in_a_class(wxWindow* parent, office::Session& session, learners::LearnerSearch& search,
                      const std::vector<learners::LearnerId>& learners);

// Lets learners be chosen for this class and enrols them.
bool enrol_into(wxWindow* parent, office::Session& session, learners::LearnerSearch& search, ClassId id);

// Asks for the last day and the reason; true when the enrolment was ended.
bool leave_class(wxWindow* parent, office::Session& session, const Enrolment& enrolment,
                 const wxString& learner);

} // namespace classes
