// SPDX-License-Identifier: GPL-3.0-or-later
// What the rules make of one learner, beside the rules while they are changed.
#pragma once

#include "assessment/pack_example.hpp"
#include "assessment/ui/pack_form.hpp"
#include "widgets/data_list.hpp"

#include <wx/panel.h>

namespace assessment {

class PackExamplePanel : public wxPanel {
  public:
    PackExamplePanel(wxWindow* parent, const office::Session& session);

    // The pack as it stands; with a fault nothing is worked out, and the fault's sentence stands there.
    void show(const programmes::Pack& pack, const wxString& fault);

  private:
    wxString shown(const programmes::Wording& words) const;
    void offer_levels(const programmes::Pack& pack);
    programmes::Pack at_chosen_level() const;
    void work_out();
    void work_out_marks();
    void work_out_attendance();
    widgets::Cell cell(std::size_t row, std::size_t column) const;

    const office::Session& m_session;
    programmes::Pack m_pack;
    programmes::Pack m_level; // the same as it is at the chosen level
    std::vector<std::string> m_levels;
    std::vector<ExampleLine> m_lines;
    wxChoice* m_choice = nullptr;
    wxTextCtrl* m_marks = nullptr;
    bool m_marks_typed = false;
    wxTextCtrl* m_retest = nullptr;
    wxTextCtrl* m_absent = nullptr;
    wxTextCtrl* m_met = nullptr;
    widgets::Form* m_marks_form = nullptr;
    widgets::DataList* m_list = nullptr;
    wxStaticText* m_ties = nullptr;
    wxStaticText* m_attendance = nullptr;
};

} // namespace assessment
