// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/ui/hint_list.hpp"

#include "widgets/data_list.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/translation.h>

namespace assessment {

HintList::HintList(wxWindow* parent, const office::Session& session)
    : wxPanel(parent)
    , m_session(session)
    , m_title(new wxStaticText(this, wxID_ANY, wxString()))
    , m_list(new widgets::DataList(this, "assessment.hints", _("To look at again"),
                                   {{.title = _("Learner"), .width = 210},
                                    {.title = _("What looks odd"), .width = 400, .grows = true}})) {
    m_list->SetMinSize(wxSize(-1, FromDIP(112)));
    m_list->on_open([this](std::size_t row) { m_open(m_hints[row]); });
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(m_title, 0, wxBOTTOM, FromDIP(widgets::space::small) / 2);
    rows->Add(m_list, 1, wxEXPAND);
    SetSizer(rows);
}

void HintList::show(const ClassResults& results) {
    m_hints = hints_of(results);
    m_names.clear();
    for (const Hint& hint : m_hints)
        // TRANSLATORS: a hint about everyone in the class
        m_names.push_back(hint.row ? office::shown_name(m_session, results.rows[*hint.row].learner)
                                   : _("The class"));
    m_list->set_rows(m_hints.size(), [this](std::size_t row, std::size_t column) -> widgets::Cell {
        return {column == 0 ? m_names[row] : m_session.sentence(m_hints[row].what)};
    });
    m_title->SetLabel(
        widgets::fill(_("To look at again: {1}"), {widgets::number(static_cast<long long>(m_hints.size()))}));
    if (IsShown() == m_hints.empty()) {
        Show(!m_hints.empty());
        GetParent()->Layout();
    }
}

} // namespace assessment
