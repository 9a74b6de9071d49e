// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/ui/register_panel.hpp"

#include "certificates/issue.hpp"
#include "certificates/ui/certificate_words.hpp"
#include "core/fold.hpp"
#include "core/numerals.hpp"
#include "widgets/date_field.hpp"
#include "widgets/reason_dialog.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/stdpaths.h>
#include <wx/utils.h>

#include <algorithm>

namespace certificates {

namespace {

using widgets::fill;
using widgets::number;
using widgets::Tone;

// What `typed` may be part of: a serial however its dashes and digits are typed, or a name.
bool matches(const RegisterEntry& entry, const std::string& typed) {
    std::string digits = core::to_latin_digits(typed);
    std::transform(digits.begin(), digits.end(), digits.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    if (entry.serial.find(digits) != std::string::npos) return true;
    const std::string key = core::query_fold(typed);
    return !key.empty() && (core::fold_name(entry.name_km).find(key) != std::string::npos ||
                            core::fold_name(entry.name).find(key) != std::string::npos);
}

std::optional<std::string> ask_reason(wxWindow* parent, const wxString& title, const wxString& explanation,
                                      const wxString& do_label) {
    return widgets::ask_reason(parent, "certificate-reason",
                               {title, explanation, _("Reason, kept in the register"), do_label});
}

} // namespace

RegisterPanel::RegisterPanel(wxWindow* parent, office::Session& session, widgets::Page& page)
    : wxPanel(parent)
    , m_session(session)
    , m_page(page)
    , m_whole(new wxPanel(this))
    , m_empty(new widgets::EmptyState(this, "certificates", _("No certificate yet"),
                                      _("Every serial number that is given stands here with its state. Issue "
                                        "the certificates of a closed class on the tab “Award”."))) {
    add_commands();
    m_list = new widgets::DataList(m_whole, "certificates.register", _("Register of certificates"),
                                   {{.title = _("Serial number"), .width = 200},
                                    {.title = _("Name"), .width = 240, .grows = true},
                                    {.title = _("State"), .width = 110},
                                    {.title = _("Issued on"), .width = 110},
                                    // TRANSLATORS: how many times a certificate was printed again.
                                    {.title = _("Reprints"), .width = 90, .right = true}});
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(make_top(), 0, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::small));
    rows->Add(m_list, 1, wxEXPAND);
    m_whole->SetSizer(rows);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(m_whole, 1, wxEXPAND | wxTOP, FromDIP(widgets::space::small));
    all->Add(m_empty, 1, wxEXPAND);
    SetSizer(all);
}

void RegisterPanel::add_commands() {
    const auto one_issued = [this] {
        return IsShownOnScreen() && selected() && selected()->state == State::issued;
    };
    m_page.commands().add({.id = "certificates.reprint",
                           .label = _("&Reprint..."),
                           .help = _("Write the selected certificate again, byte for byte, and count it"),
                           .shortcut = "Ctrl+R",
                           .icon = "print",
                           .run = [this] { reprint_selected(); },
                           .allowed = one_issued});
    m_page.commands().add({.id = "certificates.void",
                           .label = _("Make &void..."),
                           .help = _("The selected certificate is no longer valid, with a reason"),
                           .icon = "close",
                           .run = [this] { void_selected(); },
                           .allowed = one_issued,
                           .rank = widgets::Rank::danger});
}

wxSizer* RegisterPanel::make_top() {
    m_search = new widgets::SearchBox(m_whole, "certificates.search", _("Serial number or name"),
                                      [this](const std::string&) { show_entries(); });
    m_search->SetMinSize(FromDIP(wxSize(280, -1)));
    m_count = new wxStaticText(m_whole, wxID_ANY, wxString());
    m_count->SetForegroundColour(widgets::colour::muted);
    const int gap = FromDIP(widgets::space::small);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(m_search, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, gap);
    row->Add(m_count, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, gap);
    row->Add(m_page.commands().make_button(m_whole, "certificates.reprint"), 0, wxRIGHT, gap);
    row->Add(m_page.commands().make_button(m_whole, "certificates.void"), 0);
    return row;
}

void RegisterPanel::refresh() {
    m_entries = load_register(m_session.database);
    m_whole->Show(!m_entries.empty());
    m_empty->Show(m_entries.empty());
    show_entries();
    Layout();
}

void RegisterPanel::show_entries() {
    const std::string typed = m_search->query();
    m_shown.clear();
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        if (typed.empty() || matches(m_entries[i], typed)) m_shown.push_back(i);
    const auto issued = std::count_if(m_entries.begin(), m_entries.end(),
                                      [](const auto& entry) { return entry.state == State::issued; });
    m_count->SetLabelText(fill(_("{1} serial numbers, {2} of them valid"),
                               {number(static_cast<long long>(m_entries.size())), number(issued)}));
    m_list->set_rows(m_shown.size(), [this](std::size_t row, std::size_t column) -> widgets::Cell {
        const RegisterEntry& entry = m_entries[m_shown[row]];
        switch (column) {
        case 0:
            return {widgets::wx(entry.serial)};
        case 1:
            return {office::shown_name(m_session, entry)};
        case 2:
            return {state_word(entry.state), state_tone(entry.state)};
        case 3:
            return {entry.issued_on ? widgets::shown(*entry.issued_on) : wxString()};
        default:
            return {number(entry.reprints), entry.reprints > 0 ? Tone::warning : Tone::muted};
        }
    });
}

wxWindow* RegisterPanel::first_control() {
    return m_entries.empty() ? nullptr : m_search;
}

const RegisterEntry* RegisterPanel::selected() const {
    const auto row = m_list->selected();
    return row && *row < m_shown.size() ? &m_entries[m_shown[*row]] : nullptr;
}

void RegisterPanel::reprint_selected() {
    const RegisterEntry entry = *selected();
    const wxString serial = widgets::wx(entry.serial);
    const auto reason =
        ask_reason(this, fill(_("Reprint {1}"), {serial}),
                   _("The same document again, byte for byte. Every reprint is counted."), _("Reprint"));
    if (!reason) return;
    wxFileDialog file(this, fill(_("Reprint {1}"), {serial}), wxStandardPaths::Get().GetDocumentsDir(),
                      serial + ".pdf", "PDF (*.pdf)|*.pdf", wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (file.ShowModal() != wxID_OK) return;
    const std::filesystem::path out = widgets::path_of(file.GetPath());
    storage::Transaction tx(m_session.database, m_session.actor);
    const auto pdf = reprint(tx, entry.serial, *reason);
    if (!pdf) {
        m_page.messages().tell(Tone::bad, m_session.sentence(pdf.error()));
        return;
    }
    write_document(out, *pdf);
    tx.commit();
    refresh();
    m_page.messages().tell(Tone::good, fill(_("{1} was written again."), {serial}), _("Open the file"),
                           [out] { wxLaunchDefaultApplication(widgets::wx_path(out)); });
}

void RegisterPanel::void_selected() {
    const RegisterEntry entry = *selected();
    const wxString serial = widgets::wx(entry.serial);
    const auto reason = ask_reason(
        this, fill(_("Make {1} void"), {serial}),
        fill(_("The certificate of {1} will no longer be valid, and its code says so wherever it is "
               "checked against this register. This cannot be taken back."),
             {office::shown_name(m_session, entry)}),
        _("Make void"));
    if (!reason) return;
    storage::Transaction tx(m_session.database, m_session.actor);
    const auto done = make_void(tx, entry.serial, *reason);
    if (!done) {
        m_page.messages().tell(Tone::bad, m_session.sentence(done.error()));
        return;
    }
    tx.commit();
    refresh();
    m_page.messages().tell(Tone::good, fill(_("{1} is void."), {serial}));
}

} // namespace certificates
