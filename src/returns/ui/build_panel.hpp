// SPDX-License-Identifier: GPL-3.0-or-later
// A district's month: its figures and findings as the registers stand, building the return, and the versions
// built so far.
#pragma once

#include "office/ui/session.hpp"
#include "returns/built_return_store.hpp"
#include "returns/return_words.hpp"
#include "returns/ui/finding_list.hpp"
#include "widgets/empty_state.hpp"
#include "widgets/page.hpp"

#include <wx/panel.h>

#include <optional>
#include <vector>

class wxChoice;
class wxStaticText;

namespace returns {

class BuildPanel : public wxPanel {
  public:
    // Adds its commands to the page, and tells in its message bar.
    BuildPanel(wxWindow* parent, office::Session& session, widgets::Page& page);

    // Counts the chosen month again, in the background.
    void refresh();
    void choose(core::Month month);
    wxWindow* first_control();

  private:
    void add_commands();
    wxSizer* make_top();
    wxSizer* make_lists();
    void load_months();
    void count();
    void show_month(MonthReturn content);
    void show_finding();
    const Finding* selected_finding() const;
    void explain_selected();
    void show_built();
    std::optional<std::string> ask_reason(core::Month month);
    void build();
    void tell_outcome(const BuildOutcome& outcome, const std::filesystem::path& folder);

    office::Session& m_session;
    widgets::Page& m_page;
    std::vector<core::Month> m_months; // the newest first
    std::optional<core::Month> m_month;
    MonthReturn m_content;
    std::vector<words::FigureRow> m_rows;
    std::vector<BuiltReturn> m_built;
    wxPanel* m_whole;
    widgets::EmptyState* m_empty;
    wxChoice* m_choice = nullptr;
    wxStaticText* m_summary = nullptr;
    widgets::DataList* m_figures = nullptr;
    FindingList* m_findings = nullptr;
    wxStaticText* m_finding = nullptr; // the selected one in full
    widgets::DataList* m_versions = nullptr;
};

} // namespace returns
