// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/ui/key_list_bar.hpp"

#include "certificates/checking_page.hpp"
#include "certificates/issue_files.hpp"
#include "certificates/key_lists.hpp"
#include "office/key_store.hpp"
#include "office/office_store.hpp"
#include "widgets/accessible.hpp"
#include "widgets/date_field.hpp"
#include "widgets/icons.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/stdpaths.h>

namespace certificates {

using widgets::Tone;

KeyListBar::KeyListBar(wxWindow* parent, office::Session& session, widgets::Page& page)
    : wxPanel(parent)
    , m_session(session)
    , m_page(page) {
    SetBackgroundColour(widgets::colour::paper);
    m_words = new wxStaticText(this, wxID_ANY, wxString());
    m_words->SetForegroundColour(widgets::colour::muted);
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    if (has_checking_page())
        add_button(*buttons, _("Save the checking page..."), "keys.page", "save", &KeyListBar::save_page);
    add_button(*buttons, _("Take a key list..."), "keys.take", "import", &KeyListBar::take_list);
    add_button(*buttons, _("Save this office's key list..."), "keys.export", "save", &KeyListBar::save_list);
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(m_words, 0, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::small));
    rows->Add(buttons, 0);
    SetSizer(rows);
}

void KeyListBar::add_button(wxSizer& row, const wxString& label, const char* id, const char* icon,
                            void (KeyListBar::*run)()) {
    auto* button = new wxButton(this, wxID_ANY, label);
    button->SetBitmap(widgets::icon(icon, 18));
    widgets::name_control(*button, id, label);
    // A moment later: a screen reader that pressed it is answered first.
    button->Bind(wxEVT_BUTTON, [this, run](wxCommandEvent&) { CallAfter([this, run] { (this->*run)(); }); });
    row.Add(button, 0, wxRIGHT, FromDIP(widgets::space::small));
}

void KeyListBar::refresh() {
    const std::string own_code = office::load_office(m_session.database).area_code;
    wxString words;
    for (const office::SignedKeyList& one : office::taken_key_lists(m_session.database, own_code)) {
        const office::ListedOffice* issuer = one.list.find_office(one.list.issuer);
        words += (words.empty() ? wxString() : wxString("\n")) +
                 // TRANSLATORS: {1} an office, {2} its list's number, {3} a day.
                 widgets::fill(_("Key list of {1}, number {2}, of {3}"),
                               {issuer == nullptr ? widgets::wx(one.list.issuer)
                                                  : office::shown_name(m_session, *issuer),
                                widgets::number(one.list.counter), widgets::shown(one.list.day)});
    }
    if (words.empty())
        words = _("Certificates of this office are known. For those of other offices take your province's "
                  "key list.");
    m_words->SetLabelText(words);
    widgets::name_control(*m_words, "keys.words", words);
    Layout();
}

std::optional<std::filesystem::path> KeyListBar::ask_file(const wxString& title, const wxString& name,
                                                          const wxString& kinds) {
    wxFileDialog file(this, title, wxStandardPaths::Get().GetDocumentsDir(), name, kinds,
                      wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (file.ShowModal() != wxID_OK) return std::nullopt;
    return widgets::path_of(file.GetPath());
}

void KeyListBar::save_page() {
    const auto out =
        ask_file(_("The checking page for a phone"), "verify.html", _("Web pages") + " (*.html)|*.html");
    if (!out || !m_session.unlock_signing(this)) return;
    m_session.run_job(
        _("Making the checking page"), [this, out = *out](core::Progress&) -> widgets::JobRunner::Finish {
            storage::Transaction tx(m_session.database, m_session.actor);
            core::Expected<std::string> made = core::fail(core::Error{"verify.page-not-built"});
            const auto key = office::signing_key(m_session);
            if (key) made = checking_page(lists_for_a_page(tx, *key));
            if (key && made) commit_with_file(tx, out, *made);
            const auto problem = !key   ? std::optional{key.error()}
                                 : made ? std::nullopt
                                        : std::optional{made.error()};
            return [this, out, problem] {
                refresh();
                if (problem) return m_page.messages().tell(Tone::bad, m_session.sentence(*problem));
                m_page.messages().tell_file(
                    _("The page is saved. Copy it to a phone: it checks certificates with no network."), out);
            };
        });
}

void KeyListBar::save_list() {
    const office::Office here = office::load_office(m_session.database);
    const auto out = ask_file(_("This office's key list"), widgets::wx(here.area_code) + "-keys.txt",
                              _("Key lists") + " (*.txt)|*.txt");
    if (!out || !m_session.unlock_signing(this)) return;
    m_session.run_job(_("Signing the key list"),
                      [this, out = *out](core::Progress&) -> widgets::JobRunner::Finish {
                          const auto key = office::signing_key(m_session);
                          if (!key)
                              return [this, error = key.error()] {
                                  m_page.messages().tell(Tone::bad, m_session.sentence(error));
                              };
                          storage::Transaction tx(m_session.database, m_session.actor);
                          const office::SignedKeyList made = sign_own_key_list(tx, *key);
                          commit_with_file(tx, out, made.text);
                          return [this, number = made.list.counter] {
                              refresh();
                              // TRANSLATORS: {1} the list's number.
                              m_page.messages().tell(
                                  Tone::good, widgets::fill(_("The key list number {1} is saved and signed."),
                                                            {widgets::number(number)}));
                          };
                      });
}

void KeyListBar::take_list() {
    wxFileDialog file(this, _("A key list of another office"), wxStandardPaths::Get().GetDocumentsDir(),
                      wxString(), _("Key lists") + " (*.txt)|*.txt", wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (file.ShowModal() != wxID_OK) return;
    m_session.run_job(
        _("Reading the key list"),
        [this, path = widgets::path_of(file.GetPath())](core::Progress&) -> widgets::JobRunner::Finish {
            return [this, list = read_key_list_file(path)] { taken(list); };
        });
}

void KeyListBar::taken(const core::Expected<office::SignedKeyList>& list) {
    if (!list) return m_page.messages().tell(Tone::bad, m_session.sentence(list.error()));
    storage::Transaction tx(m_session.database, m_session.actor);
    const auto order = office::take_key_list(tx, *list);
    if (!order) return m_page.messages().tell(Tone::bad, m_session.sentence(order.error()));
    switch (*order) {
    case office::ListOrder::first:
    case office::ListOrder::newer:
        tx.commit();
        m_page.messages().tell(
            Tone::good,
            // TRANSLATORS: {1} keys of offices, {2} serial numbers.
            widgets::fill(_("The list is taken: {1} keys, {2} numbers no longer valid."),
                          {widgets::number(static_cast<long long>(list->list.keys.size())),
                           widgets::number(static_cast<long long>(list->list.revoked.size()))}));
        break;
    case office::ListOrder::same:
        m_page.messages().tell(Tone::info, m_session.sentence(core::Error{"keys.order-same"}));
        break;
    case office::ListOrder::older:
        m_page.messages().tell(Tone::warning, m_session.sentence(core::Error{"keys.order-older"}.with(
                                                  "office", list->list.issuer)));
        break;
    }
    refresh();
}

} // namespace certificates
