// SPDX-License-Identifier: GPL-3.0-or-later
// A page of the pack's editor: its items with what is done to them, and the fields of the chosen one.
#pragma once

#include "assessment/ui/pack_parts.hpp"
#include "programmes/pack_edit.hpp"
#include "widgets/data_list.hpp"

#include <wx/panel.h>

class wxButton;
class wxScrolledWindow;
class wxStaticText;

namespace assessment {

class PackPartPanel : public wxPanel {
  public:
    PackPartPanel(wxWindow* parent, PackDraft& draft, PackPart part);

    const PackPart& part() const { return m_part; }
    // Shows the pack as it is now: another page may have changed it.
    void show();
    // What changed in the fields, in the list.
    void refresh_names();
    // Whether the fields could be read; see PackForm.
    bool is_sound() { return m_form == nullptr || m_form->is_sound(); }
    // False where none of the fields is meant.
    bool complain_of(const programmes::PackFault& fault);

  private:
    void add_items(wxSizer& rows);
    wxButton* add_button(wxSizer& row, const char* name, const wxString& label, std::function<void()> run);
    void list_items();
    void choose(std::size_t at);
    void chosen();
    void fill();
    void add();
    void remove();
    void move(bool up);

    PackDraft& m_draft;
    PackPart m_part;
    std::size_t m_at = 0;
    wxStaticText* m_nothing = nullptr;
    wxPanel* m_items = nullptr;
    widgets::DataList* m_list = nullptr;
    wxButton* m_remove = nullptr;
    wxButton* m_up = nullptr;
    wxButton* m_down = nullptr;
    wxScrolledWindow* m_body = nullptr;
    PackForm* m_form = nullptr;
};

} // namespace assessment
