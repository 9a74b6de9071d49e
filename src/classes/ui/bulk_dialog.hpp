// SPDX-License-Identifier: GPL-3.0-or-later
// Enrolling, moving and leaving of many learners: the dialog that shows of each what will happen before it
// does, and the list of what was done, to take back.
#pragma once

#include "classes/bulk_change.hpp"
#include "learners/ui/learner_search.hpp"
#include "office/ui/session.hpp"

class wxWindow;

namespace classes {

// What the dialog begins with; a class that is given is not asked for.
struct BulkChoice {
    BulkKind kind = BulkKind::enrol;
    std::vector<learners::LearnerId> learners{};
    std::optional<ClassId> to{};
    std::optional<core::Day> day{};
};

// Asks for classes, day and reason and, when the person agrees to what is shown, does it and tells the
// search. Nothing when nothing was written.
std::optional<BulkDone> change_many(wxWindow* parent, office::Session& session,
                                    learners::LearnerSearch& search, const BulkChoice& choice);

// "23 learners are enrolled in Literacy A."
wxString told(const office::Session& session, const BulkSummary& change);

// Takes it back and tells the search; the sentence that says why not, or nothing.
wxString take_back(office::Session& session, learners::LearnerSearch& search, BulkId id);

// Every change of many so far; true when one was taken back.
bool show_changes(wxWindow* parent, office::Session& session, learners::LearnerSearch& search);

// Who may join an open class from when: today, or its first day while that lies ahead or entry is over.
core::Day usual_first_day(const office::Session& session, const Class& in);

} // namespace classes
