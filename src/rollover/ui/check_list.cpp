// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollover/ui/check_list.hpp"

#include "rollover/ui/rollover_words.hpp"
#include "widgets/data_list.hpp"

#include <wx/sizer.h>

namespace rollover {
namespace {

// Where what is missing is done.
std::string page_of(std::string_view code) {
    if (code == "class.days-not-recorded") return "attendance";
    if (code == "rollover.marks-missing" || code == "rollover.retests-open") return "scores";
    if (code == "rollover.awards-unissued") return "certificates";
    return "classes";
}

} // namespace

CheckList::CheckList(wxWindow* parent, const office::Session& session,
                     std::function<void(const std::string&, classes::ClassId)> open)
    : wxPanel(parent)
    , m_session(session)
    , m_list(new widgets::DataList(this, "rollover.checks", _("What is not done yet"),
                                   {{.title = _("Class"), .width = 220},
                                    {.title = _("Institution"), .width = 230},
                                    {.title = _("What is not done yet"), .width = 600, .grows = true}})) {
    m_list->on_open([this, open = std::move(open)](std::size_t row) {
        open(page_of(m_rows[row].finding->code), m_end->classes[m_rows[row].at].taught.id);
    });
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(m_list, 1, wxEXPAND);
    SetSizer(rows);
}

void CheckList::show(const Draft& draft) {
    m_end = draft.end;
    m_rows.clear();
    for (std::size_t at = 0; at < m_end->classes.size(); ++at)
        for (const core::Error& finding : m_end->classes[at].findings)
            m_rows.push_back({at, &finding});
    m_list->say_when_empty(
        m_end->classes.empty()
            ? _("No class waits for the next year.")
            : _("Nothing is left to do: every register, mark and award of the year is done."));
    m_list->set_rows(m_rows.size(), [this](std::size_t row, std::size_t column) -> widgets::Cell {
        const YearClass& in = m_end->classes[m_rows[row].at];
        switch (column) {
        case 0:
            return {office::shown_name(m_session, in.taught)};
        case 1:
            return {institution_of(m_session, in), widgets::Tone::muted};
        default:
            return {m_session.sentence(*m_rows[row].finding), widgets::Tone::warning};
        }
    });
}

void CheckList::focus() {
    m_list->focus_list();
}

} // namespace rollover
