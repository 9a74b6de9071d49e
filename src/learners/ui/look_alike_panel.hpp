// SPDX-License-Identifier: GPL-3.0-or-later
// Registered learners who may be the person of the form, shown beside it: open that one instead, or say that
// it is another person.
#pragma once

#include "learners/known_learner.hpp"
#include "learners/ui/learner_dialog.hpp"

#include <wx/scrolwin.h>

#include <set>

namespace learners {

class LookAlikePanel final : public wxScrolledWindow {
  public:
    // `open` the look-alike's own form instead; `answered` when nobody is left to be told apart.
    LookAlikePanel(wxWindow* parent, const office::Session& session, std::function<void(LearnerId)> open,
                   std::function<void()> answered);

    // The one card a look-alike; those called another person before are left out.
    void show(const std::vector<LookAlike>& found);
    // For the next form: nobody is known to be another person yet.
    void forget();
    // How many wait for an answer.
    std::size_t unanswered() const { return m_shown.size(); }
    // Puts the keyboard on the first answer.
    void focus_answer();

  private:
    void add_card(const LookAlike& one, const KnownLearner& known);
    void other_person(LearnerId id);

    const office::Session& m_session;
    std::function<void(LearnerId)> m_open;
    std::function<void()> m_answered;
    std::vector<LookAlike> m_shown;
    std::set<LearnerId> m_others;
    wxWindow* m_first_answer = nullptr;
};

} // namespace learners
