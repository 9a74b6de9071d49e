// SPDX-License-Identifier: GPL-3.0-or-later
// Joining and leaving a class, from the page of classes.
#pragma once

#include "classes/class.hpp"
#include "classes/enrolment.hpp"
#include "learners/ui/learner_search.hpp"
#include "office/ui/session.hpp"

class wxWindow;

namespace classes {

// Lets learners be chosen for this class and enrols them.
bool enrol_into(wxWindow* parent, office::Session& session, learners::LearnerSearch& search, ClassId id);

// Asks for the last day and the reason; true when the enrolment was ended.
bool leave_class(wxWindow* parent, office::Session& session, const Enrolment& enrolment,
                 const wxString& learner);

} // namespace classes
