// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/suggest_field.hpp"

#include "widgets/accessible.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/clntdata.h>
#include <wx/listbox.h>
#include <wx/popupwin.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>
#include <wx/weakref.h>

#include <algorithm>

namespace widgets {

namespace {

// Belongs to its field and goes with it.
class Suggestions final : public wxClientData {
  public:
    Suggestions(wxTextCtrl& field, std::string_view id, const wxString& spoken,
                std::function<std::vector<Suggestion>(const std::string&)> find,
                std::function<void(const Suggestion&)> take)
        : m_field(field)
        , m_id(std::string(id) + ".suggestions")
        , m_spoken(spoken)
        , m_find(std::move(find))
        , m_take(std::move(take)) {
        m_field.Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
            event.Skip();
            // Only what a person types: a form that fills its fields has the keyboard elsewhere.
            if (m_taking || !m_field.HasFocus()) return;
            const std::string text = typed(m_field.GetValue());
            if (text.empty())
                hide();
            else
                offer(text);
        });
        m_field.Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
            if (!key(event)) event.Skip();
        });
        m_field.Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
            event.Skip();
            hide();
        });
    }

  private:
    bool open() const { return m_popup && m_popup->IsShown(); }

    void hide() {
        if (open()) m_popup->Hide();
    }

    void offer(const std::string& text) {
        m_found = m_find(text);
        m_walked = false;
        if (m_found.empty()) return hide();
        if (!m_popup) make_popup();
        wxArrayString lines;
        for (const Suggestion& one : m_found)
            lines.Add(one.detail.empty() ? one.text : one.text + wxString::FromUTF8("  ·  ") + one.detail);
        m_list->Set(lines);
        m_list->SetSelection(0);
        place();
        m_popup->Show();
    }

    void make_popup() {
        m_popup = new wxPopupWindow(&m_field, wxBORDER_SIMPLE);
        m_list = new wxListBox(m_popup, wxID_ANY, wxDefaultPosition, wxDefaultSize, 0, nullptr,
                               wxLB_SINGLE | wxBORDER_NONE);
        name_control(*m_list, m_id, m_spoken);
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(m_list, 1, wxEXPAND);
        m_popup->SetSizer(rows);
        m_list->Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) {
            event.Skip();
            const int row = m_list->HitTest(event.GetPosition());
            // From the event loop: taking hides the list that is still handling the click.
            if (row != wxNOT_FOUND) m_field.CallAfter([this, row] { take(row); });
        });
    }

    void place() {
        constexpr std::size_t most_lines = 8;
        int width = m_field.GetSize().x;
        for (const wxString& line : m_list->GetStrings())
            width = std::max(width, m_field.GetTextExtent(line).x + m_field.FromDIP(32));
        const int lines = static_cast<int>(std::min(m_found.size(), most_lines));
        const wxSize size(std::min(width, m_field.FromDIP(760)),
                          lines * (row_height(m_field) + m_field.FromDIP(2)) + m_field.FromDIP(6));
        m_popup->SetSize(size);
        m_popup->Layout();
        // Within the screen, above the field where there is no room below.
        m_popup->Position(m_field.GetScreenPosition(), wxSize(0, m_field.GetSize().y));
    }

    bool key(const wxKeyEvent& event) {
        if (event.HasAnyModifiers()) return false;
        switch (event.GetKeyCode()) {
        case WXK_DOWN:
        case WXK_NUMPAD_DOWN:
            if (open())
                walk(1);
            else
                offer(typed(m_field.GetValue()));
            return true;
        case WXK_UP:
        case WXK_NUMPAD_UP:
            if (!open()) return false;
            walk(-1);
            return true;
        case WXK_ESCAPE:
            if (!open()) return false;
            hide();
            return true;
        case WXK_RETURN:
        case WXK_NUMPAD_ENTER:
            if (!open()) return false;
            take(std::max(0, m_list->GetSelection()));
            return true;
        case WXK_TAB:
            if (open() && m_walked) take(m_list->GetSelection());
            return false;
        default:
            return false;
        }
    }

    void walk(int step) {
        const int count = static_cast<int>(m_found.size());
        const int from = m_list->GetSelection();
        const int to = std::clamp(from + step, 0, count - 1);
        m_list->SetSelection(to);
        m_list->EnsureVisible(to);
        m_walked = true;
    }

    void take(int row) {
        if (row < 0 || static_cast<std::size_t>(row) >= m_found.size()) return;
        const Suggestion taken = m_found[static_cast<std::size_t>(row)];
        hide();
        m_taking = true;
        if (m_take) {
            m_take(taken);
        } else {
            m_field.SetValue(taken.text);
            m_field.SetInsertionPointEnd();
        }
        m_taking = false;
    }

    wxTextCtrl& m_field;
    std::string m_id;
    wxString m_spoken;
    std::function<std::vector<Suggestion>(const std::string&)> m_find;
    std::function<void(const Suggestion&)> m_take;
    std::vector<Suggestion> m_found;
    wxWeakRef<wxPopupWindow> m_popup; // goes with the field
    wxListBox* m_list = nullptr;
    bool m_walked = false;
    bool m_taking = false;
};

} // namespace

void suggest(wxTextCtrl& field, std::string_view id, const wxString& spoken,
             std::function<std::vector<Suggestion>(const std::string&)> find,
             std::function<void(const Suggestion&)> take) {
    field.SetClientObject(new Suggestions(field, id, spoken, std::move(find), std::move(take)));
}

} // namespace widgets
