// SPDX-License-Identifier: GPL-3.0-or-later
// The page of learners: find, register, change; and what later rooms do with those selected.
#pragma once

#include "learners/learner.hpp"
#include "learners/ui/learner_dialog.hpp"
#include "learners/ui/learner_search.hpp"
#include "office/ui/session.hpp"
#include "widgets/page.hpp"

#include <wx/panel.h>

#include <functional>
#include <optional>
#include <vector>

namespace learners {

// A window beside the list that tells of the learner who is chosen.
class LearnerCard : public wxPanel {
  public:
    using wxPanel::wxPanel;
    // Nothing: nobody, or several.
    virtual void show(std::optional<LearnerId> learner, std::size_t chosen) = 0;
    // Brings what happened to the record to the front and gives it the keyboard.
    virtual void show_history() = 0;
};

// What was done with those selected: how it is told, and the way to take it back, which says why it could
// not, or nothing.
struct Done {
    wxString sentence;
    std::function<wxString()> undo;
};

// A command of a later room that stands in the page's menu. `run` gets the one learner selected, which
// `of_one` asks for; it tells the search what it wrote.
struct FurtherCommand {
    std::string id;
    wxString label;
    wxString help{};
    wxString shortcut{};
    std::string icon{};
    bool of_one = false;
    std::function<void(widgets::Page* page, LearnerId selected)> run;
};

// What stands on rooms that come after this one; the program brings it.
struct LearnersPageActions {
    // Each says whether anything was written, and has told the search.
    std::function<bool(wxWindow* parent)> import_list{}; // with it goes show_imports
    std::function<bool(wxWindow* parent)> show_imports{};
    std::function<bool(wxWindow* parent)> look_alikes{};
    // Nothing when nothing was written.
    using Work = std::function<std::optional<Done>(wxWindow* parent, const std::vector<LearnerId>& learners)>;
    Work enrol{};
    Work move{};
    Work leave{};
    std::function<bool(wxWindow* parent)> show_changes{};
    std::function<LearnerCard*(wxWindow* parent)> make_card{};
    std::vector<FurtherCommand> further{};
    // Who is warned of beside the learner's form.
    FindLookAlikes find_look_alikes{};
};

widgets::PageEntry learners_page(office::Session& session, LearnerSearch& search,
                                 LearnersPageActions actions);

} // namespace learners
