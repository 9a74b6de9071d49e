// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/ui/period_choice.hpp"

#include "programmes/pack_store.hpp"
#include "widgets/accessible.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace assessment {
namespace {

wxString shown(const office::Session& session, const programmes::Wording& words, const std::string& key) {
    const bool khmer = session.language == widgets::Language::khmer;
    const std::string& first = khmer ? words.km : words.en;
    const std::string& second = khmer ? words.en : words.km;
    return widgets::wx(!first.empty() ? first : !second.empty() ? second : key);
}

} // namespace

PeriodChoice::PeriodChoice(wxWindow* parent, const office::Session& session)
    : wxPanel(parent)
    , m_session(session) {
    const int gap = FromDIP(widgets::space::small);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const auto add = [&](const char* id, const wxString& label, int share) {
        row->Add(new wxStaticText(this, wxID_ANY, label), 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, gap);
        auto* choice = new wxChoice(this, wxID_ANY);
        widgets::name_control(*choice, id, label);
        row->Add(choice, share, wxALIGN_CENTRE_VERTICAL | wxRIGHT, 2 * gap);
        return choice;
    };
    m_class_choice = add("assessment.class", _("Class"), 2);
    m_period_choice = add("assessment.period", _("Period"), 1);
    m_class_choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        choose(m_classes[static_cast<std::size_t>(m_class_choice->GetSelection())].id);
        m_changed();
    });
    m_period_choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        m_period = static_cast<std::size_t>(m_period_choice->GetSelection());
        m_changed();
    });
    SetSizer(row);
}

void PeriodChoice::refresh() {
    const classes::ClassId before = m_classes.empty() ? classes::ClassId{} : m_classes[m_class].id;
    const std::string period = m_periods[m_period];
    m_classes = classes::list_classes(m_session.database);
    std::stable_partition(m_classes.begin(), m_classes.end(),
                          [](const auto& row) { return row.status == classes::Status::open; });
    m_class_choice->Clear();
    for (const auto& row : m_classes)
        m_class_choice->Append(office::shown_name(m_session, row));
    choose(before);
    const auto kept = std::find(m_periods.begin(), m_periods.end(), period);
    if (kept == m_periods.end()) return;
    m_period = static_cast<std::size_t>(kept - m_periods.begin());
    m_period_choice->SetSelection(static_cast<int>(m_period));
}

void PeriodChoice::choose(classes::ClassId id) {
    if (m_classes.empty()) return;
    const auto found =
        std::find_if(m_classes.begin(), m_classes.end(), [&](const auto& row) { return row.id == id; });
    m_class = found == m_classes.end() ? 0 : static_cast<std::size_t>(found - m_classes.begin());
    m_class_choice->SetSelection(static_cast<int>(m_class));
    show_periods();
}

// The first period that takes marks is what a clerk comes for.
void PeriodChoice::show_periods() {
    const auto pack = programmes::load_pack(m_session.database, m_classes[m_class].pack);
    m_periods.clear();
    m_period_choice->Clear();
    for (const auto& period : pack.periods) {
        m_periods.push_back(period.key);
        m_period_choice->Append(shown(m_session, period.name, period.key));
    }
    m_period = 0;
    m_period_choice->SetSelection(0);
}

const classes::ClassRow* PeriodChoice::chosen() const {
    return m_classes.empty() ? nullptr : &m_classes[m_class];
}

} // namespace assessment
