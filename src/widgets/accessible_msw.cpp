// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/accessible.hpp"
#include "widgets/text.hpp"

#include <wx/access.h>
#include <wx/dataview.h>
#include <wx/window.h>

namespace widgets {

namespace {

// Windows' own account of the control, under our name.
class Named final : public wxAccessible {
  public:
    Named(wxWindow& control, wxString spoken)
        : wxAccessible(&control)
        , m_spoken(std::move(spoken)) {}

    wxAccStatus GetName(int child, wxString* name) override {
        if (child != wxACC_SELF || m_spoken.empty()) return wxACC_NOT_IMPLEMENTED;
        *name = m_spoken;
        return wxACC_OK;
    }

  private:
    wxString m_spoken;
};

} // namespace

void name_control(wxWindow& control, std::string_view id, const wxString& spoken) {
    control.SetName(wx(id));
    // A list tells its rows by an account of its own, which ours would hide.
    if (dynamic_cast<wxDataViewCtrl*>(&control) == nullptr)
        control.SetAccessible(new Named(control, spoken)); // owned by the control
}

// Windows speaks of an alert where the object's name changes; the sentence is the name for that moment.
void announce(wxWindow& window, const wxString& text) {
    if (text.empty()) return;
    window.SetAccessible(new Named(window, text)); // owned by the control
    wxAccessible::NotifyEvent(wxACC_EVENT_SYSTEM_ALERT, &window, wxOBJID_CLIENT, wxACC_SELF);
}

void move_list_cursor(wxWindow& list, unsigned row) {
    auto* const view = dynamic_cast<wxDataViewCtrl*>(&list);
    if (view == nullptr) return;
    wxDataViewItem item;
    if (const auto* model = dynamic_cast<const wxDataViewVirtualListModel*>(view->GetModel()))
        item = model->GetItem(row);
    else if (const auto* store = dynamic_cast<const wxDataViewIndexListModel*>(view->GetModel()))
        item = store->GetItem(row);
    if (!item.IsOk()) return;
    view->UnselectAll();
    view->SetCurrentItem(item);
    view->Select(item);
    view->EnsureVisible(item);
}

} // namespace widgets
