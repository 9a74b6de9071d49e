// SPDX-License-Identifier: GPL-3.0-or-later
// A row of compact choices that narrow a list of learners; each says what it is while nothing is chosen.
#pragma once

#include "learners/filter.hpp"
#include "office/ui/session.hpp"

#include <wx/panel.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

class wxChoice;

namespace learners {

class FilterBar : public wxPanel {
  public:
    // `filter` outlives the bar, which begins with what it holds. `changed` after each choice.
    FilterBar(wxWindow* parent, const office::Session& session, std::string_view id, Filter& filter,
              std::function<void()> changed);

    // Reads classes, centres and programmes again.
    void refresh();
    void clear();

  private:
    wxChoice* add(std::string_view name, const wxString& spoken, int width);
    void fill();
    void fill_classes();
    std::vector<wxString> named(const wxString& none, const std::vector<FilterChoices::Named>& all) const;
    void show_filter();
    void take();

    const office::Session& m_session;
    std::string m_id;
    Filter& m_filter;
    std::function<void()> m_changed;
    FilterChoices m_choices;
    std::vector<FilterChoices::Named> m_classes; // those of the chosen centre
    wxChoice* m_class;
    wxChoice* m_institution;
    wxChoice* m_programme;
    wxChoice* m_standing;
    wxChoice* m_sex;
    wxChoice* m_disability;
    wxChoice* m_card;
    wxChoice* m_missing;
};

} // namespace learners
