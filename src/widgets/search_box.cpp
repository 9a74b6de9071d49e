// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search_box.hpp"

#include "widgets/accessible.hpp"
#include "widgets/field_history.hpp"
#include "widgets/text.hpp"

namespace widgets {

namespace {
constexpr int pause_ms = 10; // keys that come together, as a keyboard that composes sends them, ask once
}

SearchBox::SearchBox(wxWindow* parent, std::string_view id, const wxString& hint,
                     std::function<void(const std::string&)> asked)
    : wxSearchCtrl(parent, wxID_ANY)
    , m_asked(std::move(asked)) {
    SetDescriptiveText(hint);
    ShowCancelButton(true);
    name_control(*this, id, hint);
    keep_history(*this);
    m_pause.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        if (query() == m_last) return;
        m_last = query();
        m_asked(m_last);
    });
    Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        event.Skip();
        m_pause.StartOnce(pause_ms);
    });
    Bind(wxEVT_SEARCH_CANCEL, [this](wxCommandEvent&) { Clear(); });
}

std::string SearchBox::query() const {
    return typed(GetValue());
}

} // namespace widgets
