// SPDX-License-Identifier: GPL-3.0-or-later
// A learner's form: registers new learners one after another, or changes one.
#pragma once

#include "learners/learner.hpp"
#include "office/ui/session.hpp"

#include <functional>
#include <vector>

class wxWindow;

namespace learners {

// Someone registered who may be the person of the form, and why in a sentence.
struct LookAlike {
    LearnerId id{};
    wxString because;
    friend bool operator==(const LookAlike&, const LookAlike&) = default;
};

// Asked a moment after each key, on the UI thread: under 50 ms. The learner is as far typed as can be read.
// It comes from a later room through the program; without it nobody is warned of.
using FindLookAlikes = std::function<std::vector<LookAlike>(const Learner& typed)>;

// What became of a form. True when something was written.
struct FormOutcome {
    std::vector<LearnerId> registered{}; // in order: a pile of papers is one opening of the form
    std::vector<LearnerId> changed{};
    bool draft_kept = false; // the person left with something typed, which is kept
    explicit operator bool() const { return !registered.empty() || !changed.empty(); }
};

// The form over a new learner, with what this person typed before and did not save.
FormOutcome register_learners(wxWindow* parent, office::Session& session, FindLookAlikes look_alikes);

FormOutcome edit_learner(wxWindow* parent, office::Session& session, LearnerId id,
                         FindLookAlikes look_alikes);

} // namespace learners
