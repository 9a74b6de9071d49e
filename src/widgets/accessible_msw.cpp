// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/accessible_msw.hpp"

#include "widgets/accessible.hpp"
#include "widgets/text.hpp"

#include <wx/access.h>
#include <wx/dataview.h>
#include <wx/srchctrl.h>
#include <wx/textctrl.h>
#include <wx/window.h>

#include <cstdint>
#include <windows.h>

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

// The toolkit's own account of a list and its rows, which calls the list by a name that is not for people.
class NamedList final : public wxDataViewCtrlAccessible {
  public:
    NamedList(wxDataViewCtrl& list, wxString spoken)
        : wxDataViewCtrlAccessible(&list)
        , m_spoken(std::move(spoken)) {}

    wxAccStatus GetName(int child, wxString* name) override {
        if (child != wxACC_SELF) return wxDataViewCtrlAccessible::GetName(child, name);
        *name = m_spoken;
        return wxACC_OK;
    }
    wxAccStatus GetDescription(int child, wxString* description) override {
        if (child != wxACC_SELF) return wxDataViewCtrlAccessible::GetDescription(child, description);
        description->clear();
        return wxACC_OK;
    }

  private:
    wxString m_spoken;
};

constexpr const wchar_t* id_property = L"srok.id";

void forget_id(HWND window) {
    const HANDLE kept = RemovePropW(window, id_property);
    if (kept != nullptr) GlobalDeleteAtom(static_cast<ATOM>(reinterpret_cast<std::uintptr_t>(kept)));
}

} // namespace

void platform::show_id(wxWindow& control, const wxString& id) {
    const HWND window = control.GetHWND();
    if (GetPropW(window, id_property) == nullptr)
        control.Bind(wxEVT_DESTROY, [window, &control](wxWindowDestroyEvent& event) {
            event.Skip();
            if (event.GetEventObject() == &control) forget_id(window); // not one inside it
        });
    forget_id(window);
    const ATOM atom = GlobalAddAtomW(id.wc_str());
    SetPropW(window, id_property, reinterpret_cast<HANDLE>(std::uintptr_t{atom}));
}

void name_control(wxWindow& control, std::string_view id, const wxString& spoken) {
    control.SetName(wx(id));
    platform::show_id(control, wx(id));
    // Every account is owned by its control.
    if (auto* const list = dynamic_cast<wxDataViewCtrl*>(&control))
        control.SetAccessible(new NamedList(*list, spoken));
    else
        control.SetAccessible(new Named(control, spoken));
    // The keyboard comes to the field inside a search, and that is what is spoken of.
    if (dynamic_cast<wxSearchCtrl*>(&control) != nullptr)
        for (wxWindow* const part : control.GetChildren())
            if (dynamic_cast<wxTextCtrl*>(part) != nullptr) part->SetAccessible(new Named(*part, spoken));
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
