// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/ui/certificate_card.hpp"

#include "certificates/ui/certificate_words.hpp"
#include "widgets/accessible.hpp"
#include "widgets/date_field.hpp"
#include "widgets/text.hpp"

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/translation.h>

namespace certificates {

namespace {

using widgets::fill;
using widgets::wx;

wxString event_line(const Event& event) {
    const wxString day = widgets::shown(core::day_in_cambodia(event.at));
    const wxString actor = wx(event.actor);
    const wxString reason = wx(event.reason);
    // TRANSLATORS: what was done to a certificate: {1} a day, {2} a person, {3} the reason
    if (event.verb == "reprint") return fill(_("{1}  Reprinted by {2}: {3}"), {day, actor, reason});
    if (event.verb == "void") return fill(_("{1}  Made void by {2}: {3}"), {day, actor, reason});
    if (event.verb == "replace") return fill(_("{1}  Replaced by {2}: {3}"), {day, actor, reason});
    if (event.verb == "spoil") return fill(_("{1}  Marked as spoiled by {2}: {3}"), {day, actor, reason});
    if (event.verb == "lose") return fill(_("{1}  Marked as lost by {2}: {3}"), {day, actor, reason});
    if (event.verb == "duplicate") return fill(_("{1}  Duplicate made by {2}"), {day, actor});
    return fill(_("{1}  Issued by {2}"), {day, actor});
}

} // namespace

CertificateCard::CertificateCard(wxWindow* parent, const office::Session& session)
    : wxPanel(parent)
    , m_session(session)
    , m_serial(
          new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END))
    , m_name(
          new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END))
    , m_state(
          new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END))
    , m_events(new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                              wxTE_MULTILINE | wxTE_READONLY | wxTE_BESTWRAP | wxBORDER_NONE)) {
    SetBackgroundColour(widgets::colour::paper);
    m_serial->SetForegroundColour(widgets::colour::muted);
    m_name->SetFont(widgets::strong_font(*this).Scaled(1.15F));
    widgets::name_control(*m_events, "certificate.events", _("What was done to this certificate"));
    auto* rows = new wxBoxSizer(wxVERTICAL);
    const int gap = FromDIP(widgets::space::medium);
    for (wxStaticText* line : {m_name, m_serial, m_state})
        rows->Add(line, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, gap);
    rows->Add(m_events, 1, wxEXPAND | wxALL, gap);
    SetSizer(rows);
    show(nullptr);
}

void CertificateCard::show(const RegisterEntry* entry) {
    wxString events =
        entry ? wxString() : _("Choose a certificate in the list: here stands what was done to it.");
    wxString state;
    widgets::Tone tone = widgets::Tone::muted;
    if (entry != nullptr) {
        state = state_word(entry->state);
        tone = state_tone(entry->state);
        // TRANSLATORS: {1} a serial number
        if (!entry->replaced_by.empty()) state = fill(_("Replaced by {1}"), {wx(entry->replaced_by)});
        if (!entry->replaces.empty()) events = fill(_("In place of {1}"), {wx(entry->replaces)}) + "\n";
        const wxString earned = unit_lines(m_session, award_units_of(m_session.database, entry->id));
        if (!earned.empty()) events += earned + "\n";
        for (const Event& event : events_of(m_session.database, entry->id))
            events += event_line(event) + "\n";
    }
    m_name->SetLabelText(entry ? office::shown_name(m_session, *entry) : wxString());
    m_serial->SetLabelText(entry ? wx(entry->serial) : wxString());
    m_state->SetLabelText(state);
    m_state->SetForegroundColour(widgets::ink_of(tone));
    m_events->ChangeValue(events);
    Layout();
}

} // namespace certificates
