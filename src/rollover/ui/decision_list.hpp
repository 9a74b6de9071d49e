// SPDX-License-Identifier: GPL-3.0-or-later
// The second step: what becomes of each learner, and why; a digit decides otherwise for those selected.
#pragma once

#include "office/ui/session.hpp"
#include "rollover/ui/draft.hpp"
#include "widgets/data_list.hpp"

#include <wx/panel.h>

#include <array>
#include <functional>

class wxButton;
class wxChoice;
class wxStaticText;

namespace rollover {

class DecisionList : public wxPanel {
  public:
    // `complain` is told why something cannot be chosen; with nothing, that it could.
    DecisionList(wxWindow* parent, const office::Session& session, Draft& draft,
                 std::function<void(const std::optional<core::Error>&)> complain);
    // The plan anew; the rows that were selected stay so.
    void show();
    void focus();

  private:
    wxSizer* make_filter();
    wxSizer* make_buttons();
    void take_key(wxKeyEvent& event);
    // Nothing: as the rules say.
    void decide(std::optional<Decision> decision);
    std::optional<std::string> reason_for(Decision decision, std::size_t learners);
    widgets::Cell cell(const Line& line, std::size_t column) const;
    wxString why(const Line& line) const;
    void show_why();

    const office::Session& m_session;
    Draft& m_draft;
    std::function<void(const std::optional<core::Error>&)> m_complain;
    std::vector<std::size_t> m_rows; // of the plan's lines
    wxChoice* m_filter = nullptr;
    wxStaticText* m_count = nullptr;
    widgets::DataList* m_list = nullptr;
    wxStaticText* m_why = nullptr;
};

} // namespace rollover
