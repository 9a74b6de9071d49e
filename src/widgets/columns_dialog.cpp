// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/columns_dialog.hpp"

#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/form.hpp"
#include "widgets/list_columns.hpp"
#include "widgets/wide_dialog.hpp"

#include <wx/button.h>
#include <wx/checklst.h>
#include <wx/sizer.h>
#include <wx/translation.h>

#include <algorithm>

namespace widgets {

namespace {

class ColumnsDialog final : public FormDialog {
  public:
    explicit ColumnsDialog(const DataList& list)
        : FormDialog(wxGetTopLevelParent(const_cast<DataList*>(&list)), "columns", _("Columns of the list"),
                     _("Show these"))
        , m_columns(list.columns())
        , m_order(list.shown_columns()) {
        explain(_("What is ticked is shown, printed and saved, from the top as from the left. This computer "
                  "remembers it."));
        m_shown = m_order.size();
        for (const std::size_t column : all_columns(m_columns.size()))
            if (std::find(m_order.begin(), m_order.end(), column) == m_order.end()) m_order.push_back(column);
        m_list = new wxCheckListBox(body(), wxID_ANY, wxDefaultPosition, FromDIP(wxSize(300, 280)));
        name_control(*m_list, "columns.list", _("Columns"));
        m_list->Bind(wxEVT_CHECKLISTBOX, [this](wxCommandEvent&) { allow(); });
        m_list->Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) { allow(); });
        auto* buttons = new wxBoxSizer(wxVERTICAL);
        const auto add = [&](const char* id, const wxString& label, std::function<void()> run) {
            wxButton* button = add_named_button(body(), id, label, std::move(run));
            buttons->Add(button, 0, wxEXPAND | wxBOTTOM, FromDIP(space::small));
            return button;
        };
        m_up = add("columns.up", _("Move &up"), [this] { move(-1); });
        m_down = add("columns.down", _("Move &down"), [this] { move(1); });
        add("columns.all", _("&All, as at first"), [this] {
            m_order = all_columns(m_columns.size());
            show(m_order.size(), 0);
        });
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(m_list, 1, wxEXPAND);
        row->Add(buttons, 0, wxLEFT, FromDIP(space::medium));
        rows().Add(row, 1, wxEXPAND);
        on_accept([this] { return !ticked().empty(); });
        show(m_shown, 0);
        fit(460);
        begin_at(*m_list);
    }

    std::vector<std::size_t> ticked() const {
        std::vector<std::size_t> shown;
        for (std::size_t at = 0; at < m_order.size(); ++at)
            if (m_list->IsChecked(static_cast<unsigned>(at))) shown.push_back(m_order[at]);
        return shown;
    }

  private:
    // The first `ticked` of them ticked, the cursor on `at`.
    void show(std::size_t ticked_first, std::size_t at) {
        m_list->Clear();
        for (std::size_t i = 0; i < m_order.size(); ++i) {
            m_list->Append(m_columns[m_order[i]].title);
            m_list->Check(static_cast<unsigned>(i), i < ticked_first);
        }
        m_list->SetSelection(static_cast<int>(at));
        allow();
    }

    void move(int by) {
        const int at = m_list->GetSelection();
        const int to = at + by;
        if (at == wxNOT_FOUND || to < 0 || to >= static_cast<int>(m_order.size())) return;
        const bool mine = m_list->IsChecked(static_cast<unsigned>(at));
        const bool other = m_list->IsChecked(static_cast<unsigned>(to));
        std::swap(m_order[static_cast<std::size_t>(at)], m_order[static_cast<std::size_t>(to)]);
        for (const int i : {at, to})
            m_list->SetString(static_cast<unsigned>(i),
                              m_columns[m_order[static_cast<std::size_t>(i)]].title);
        m_list->Check(static_cast<unsigned>(to), mine);
        m_list->Check(static_cast<unsigned>(at), other);
        m_list->SetSelection(to);
        allow();
    }

    void allow() {
        const int at = m_list->GetSelection();
        m_up->Enable(at > 0);
        m_down->Enable(at != wxNOT_FOUND && at + 1 < static_cast<int>(m_order.size()));
        accept_button().Enable(!ticked().empty());
    }

    std::vector<Column> m_columns;
    std::vector<std::size_t> m_order; // all of them, those that are shown first
    std::size_t m_shown = 0;
    wxCheckListBox* m_list = nullptr;
    wxButton* m_up = nullptr;
    wxButton* m_down = nullptr;
};

} // namespace

void choose_columns(DataList& list) {
    ColumnsDialog dialog(list);
    if (dialog.ShowModal() == wxID_OK) list.show_columns(dialog.ticked());
}

} // namespace widgets
