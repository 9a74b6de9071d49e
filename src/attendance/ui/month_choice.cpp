// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/ui/month_choice.hpp"

#include "widgets/accessible.hpp"
#include "widgets/date_field.hpp"
#include "widgets/theme.hpp"

#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace attendance {

MonthChoice::MonthChoice(wxWindow* parent, const office::Session& session)
    : wxPanel(parent)
    , m_session(session) {
    auto* label = new wxStaticText(this, wxID_ANY, _("Class"));
    m_choice = new wxChoice(this, wxID_ANY);
    widgets::name_control(*m_choice, "attendance.class", _("Class"));
    m_choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        choose(m_classes[static_cast<std::size_t>(m_choice->GetSelection())].id);
        m_changed();
    });
    m_month_name = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition,
                                    wxSize(widgets::text_room(*this, 150), -1),
                                    wxALIGN_CENTRE_HORIZONTAL | wxST_NO_AUTORESIZE);
    m_month_name->SetFont(widgets::strong_font(*this));
    const int gap = FromDIP(widgets::space::small);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(label, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, gap);
    row->Add(m_choice, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, 2 * gap);
    row->Add(m_month_name, 0, wxALIGN_CENTRE_VERTICAL);
    SetSizer(row);
}

void MonthChoice::refresh() {
    const auto before = chosen();
    const core::Month month = m_month;
    m_classes = classes::list_classes(m_session.database);
    std::stable_partition(m_classes.begin(), m_classes.end(),
                          [](const auto& row) { return row.status == classes::Status::open; });
    m_choice->Clear();
    for (const auto& row : m_classes)
        m_choice->Append(office::shown_name(m_session, row));
    choose(before.value_or(classes::ClassId{}), before ? std::optional(month) : std::nullopt);
}

void MonthChoice::choose(classes::ClassId id, std::optional<core::Month> month) {
    if (m_classes.empty()) return;
    const auto found =
        std::find_if(m_classes.begin(), m_classes.end(), [&](const auto& row) { return row.id == id; });
    m_index = found == m_classes.end() ? 0 : static_cast<std::size_t>(found - m_classes.begin());
    m_choice->SetSelection(static_cast<int>(m_index));
    show_month(month.value_or(usual_month(m_classes[m_index])));
}

void MonthChoice::turn(std::chrono::months by) {
    show_month(m_month + by);
}

void MonthChoice::show_month(core::Month month) {
    m_month = month;
    m_month_name->SetLabel(widgets::shown(month));
    widgets::name_control(*m_month_name, "attendance.month", widgets::shown(month));
}

std::optional<classes::ClassId> MonthChoice::chosen() const {
    if (m_classes.empty()) return std::nullopt;
    return m_classes[m_index].id;
}

core::Month MonthChoice::usual_month(const classes::ClassRow& row) const {
    const core::Month today = core::month_of(m_session.database.clock().today());
    return std::clamp(today, core::month_of(row.first_day), core::month_of(row.last_day));
}

} // namespace attendance
