// SPDX-License-Identifier: GPL-3.0-or-later
// A district's period: its figures and findings as the registers stand, building the return, and the versions
// built so far.
#pragma once

#include "office/ui/session.hpp"
#include "returns/built_return_store.hpp"
#include "returns/gather.hpp"
#include "returns/layout_store.hpp"
#include "returns/ui/finding_list.hpp"
#include "widgets/empty_state.hpp"
#include "widgets/page.hpp"

#include <wx/panel.h>

#include <memory>
#include <optional>
#include <vector>

class wxChoice;
class wxStaticText;

namespace returns {

class BuildPanel : public wxPanel {
  public:
    // Adds its commands to the page, and tells in its message bar.
    BuildPanel(wxWindow* parent, office::Session& session, widgets::Page& page);

    // Counts the chosen period again, in the background.
    void refresh();
    void choose(const ReturnPeriod& period);
    wxWindow* first_control();

  private:
    void add_commands();
    wxSizer* make_top();
    wxSizer* make_lists();
    wxSizer* make_figures();
    wxSizer* make_right();
    void load_layouts();
    void load_periods();
    void count();
    void show_content(std::shared_ptr<Gathered> gathered);
    void show_sheets();
    void show_groups();
    void show_figures();
    void show_findings();
    void show_summary();
    void show_people();
    void show_declared();
    void show_finding();
    const Finding* selected_finding() const;
    void explain_selected();
    void show_built();
    const FilledSheet* sheet() const;
    // Of the chosen group, or of all.
    const Figures& group_figures() const;
    std::string group_key() const;
    std::optional<std::string> ask_reason(const ReturnPeriod& period);
    void build();
    void tell_outcome(const BuildOutcome& outcome, const std::filesystem::path& folder);

    office::Session& m_session;
    widgets::Page& m_page;
    std::vector<CurrentLayout> m_layouts;
    std::string m_layout;                // the chosen one's name
    std::vector<ReturnPeriod> m_periods; // the newest first
    std::optional<ReturnPeriod> m_period;
    std::shared_ptr<Gathered> m_gathered; // shared with the job that reads it
    std::vector<BuiltReturn> m_built;
    wxPanel* m_whole;
    widgets::EmptyState* m_empty;
    wxChoice* m_layout_choice = nullptr;
    wxChoice* m_choice = nullptr;
    wxChoice* m_sheet_choice = nullptr;
    wxChoice* m_group_choice = nullptr;
    wxStaticText* m_summary = nullptr;
    wxStaticText* m_declared = nullptr;
    widgets::DataList* m_figures = nullptr;
    FindingList* m_findings = nullptr;
    wxStaticText* m_finding = nullptr; // the selected one in full
    widgets::DataList* m_versions = nullptr;
};

} // namespace returns
