// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/accessible_msw.hpp"

#include "widgets/accessible.hpp"
#include "widgets/text.hpp"

#include <wx/access.h>
#include <wx/bookctrl.h>
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/gauge.h>
#include <wx/radiobut.h>
#include <wx/srchctrl.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/window.h>

#include <cstdint>
#include <optional>
#include <windows.h>

namespace widgets {

namespace {

template<class... Kinds>
bool is_one_of(const wxWindow& control) {
    return (... || (dynamic_cast<const Kinds*>(&control) != nullptr));
}

// What a control is to a screen reader. Windows tells it by a control's class, and where the class is the
// toolkit's calls it an area of the window.
std::optional<wxAccRole> role_of(const wxWindow& control) {
    if (is_one_of<wxCheckBox>(control)) return wxROLE_SYSTEM_CHECKBUTTON;
    if (is_one_of<wxRadioButton>(control)) return wxROLE_SYSTEM_RADIOBUTTON;
    if (is_one_of<wxAnyButton>(control)) return wxROLE_SYSTEM_PUSHBUTTON;
    if (is_one_of<wxChoice>(control)) return wxROLE_SYSTEM_COMBOBOX; // an editable one is a choice, too
    if (is_one_of<wxTextCtrl, wxSearchCtrl>(control)) return wxROLE_SYSTEM_TEXT;
    if (is_one_of<wxStaticText>(control)) return wxROLE_SYSTEM_STATICTEXT;
    if (is_one_of<wxStaticBitmap>(control)) return wxROLE_SYSTEM_GRAPHIC;
    if (is_one_of<wxGauge>(control)) return wxROLE_SYSTEM_PROGRESSBAR;
    if (is_one_of<wxBookCtrlBase>(control)) return wxROLE_SYSTEM_PAGETABLIST;
    return std::nullopt;
}

// Windows' own account of the control, under our name.
class Named final : public wxAccessible {
  public:
    Named(wxWindow& control, wxString spoken, std::optional<wxAccRole> role)
        : wxAccessible(&control)
        , m_spoken(std::move(spoken))
        , m_role(role) {}

    wxAccStatus GetName(int child, wxString* name) override {
        if (child != wxACC_SELF || m_spoken.empty()) return wxACC_NOT_IMPLEMENTED;
        *name = m_spoken;
        return wxACC_OK;
    }
    wxAccStatus GetRole(int child, wxAccRole* role) override {
        if (child != wxACC_SELF || !m_role) return wxACC_NOT_IMPLEMENTED;
        *role = *m_role;
        return wxACC_OK;
    }

  private:
    wxString m_spoken;
    std::optional<wxAccRole> m_role;
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
    // The toolkit selects and tells nobody: the page would go on with what was chosen before.
    wxAccStatus Select(int child, wxAccSelectionFlags flags) override {
        const wxAccStatus done = wxDataViewCtrlAccessible::Select(child, flags);
        auto* const list = dynamic_cast<wxDataViewCtrl*>(GetWindow());
        if (done == wxACC_OK && child != wxACC_SELF && flags != wxACC_SEL_TAKEFOCUS && list != nullptr)
            // From the event loop: whoever selects waits for this answer.
            list->GetEventHandler()->AddPendingEvent(
                wxDataViewEvent(wxEVT_DATAVIEW_SELECTION_CHANGED, list, list->GetSelection()));
        return done;
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
        control.SetAccessible(new Named(control, spoken, role_of(control)));
    // The keyboard comes to the field inside a search, and that is what is spoken of.
    if (dynamic_cast<wxSearchCtrl*>(&control) != nullptr)
        for (wxWindow* const part : control.GetChildren())
            if (dynamic_cast<wxTextCtrl*>(part) != nullptr)
                part->SetAccessible(new Named(*part, spoken, role_of(*part)));
}

// Windows speaks of an alert where the object's name changes; the sentence is the name for that moment.
void announce(wxWindow& window, const wxString& text) {
    if (text.empty()) return;
    window.SetAccessible(new Named(window, text, wxROLE_SYSTEM_ALERT)); // owned by the control
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
