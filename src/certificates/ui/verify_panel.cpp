// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/ui/verify_panel.hpp"

#include "certificates/ui/certificate_words.hpp"
#include "documents/code_reader.hpp"
#include "widgets/accessible.hpp"
#include "widgets/date_field.hpp"
#include "widgets/icons.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>
#include <wx/stdpaths.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace certificates {

namespace {

using widgets::space::large;
using widgets::space::small;

// The code in what was pasted: a letter or line may stand before it, a line's end behind. Blanks are kept, a
// code may end with one.
std::string code_in(const std::string& text) {
    const auto at = text.find(code_prefix);
    if (at == std::string::npos) return text;
    const auto end = text.find_first_of("\r\n", at);
    return text.substr(at, end == std::string::npos ? end : end - at);
}

} // namespace

VerifyPanel::VerifyPanel(wxWindow* parent, office::Session& session, widgets::Page& page)
    : wxPanel(parent)
    , m_session(session)
    , m_page(page) {
    SetBackgroundColour(widgets::colour::paper);
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(make_question(), 0, wxEXPAND | wxALL, FromDIP(large));
    rows->Add(make_answer(), 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(large));
    m_lists = new KeyListBar(this, session, page);
    rows->Add(m_lists, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(large));
    SetSizer(rows);
}

wxSizer* VerifyPanel::make_question() {
    auto* words = new wxStaticText(
        this, wxID_ANY,
        _("Paste the text of the square code, as a phone reads it, or choose a PDF or a picture of the "
          "certificate. Of one without a code, type the number: the old register book is asked."));
    words->SetForegroundColour(widgets::colour::muted);
    auto* label = new wxStaticText(this, wxID_ANY, _("Code"));
    m_code = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition,
                            wxSize(-1, widgets::row_height(*this) + FromDIP(small)), wxTE_PROCESS_ENTER);
    m_code->SetHint("SROK1:");
    widgets::name_control(*m_code, "verify.code", _("Code"));
    m_code->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { check_typed(); });
    auto* check = new wxButton(this, wxID_ANY, _("Check"));
    check->SetBitmap(widgets::icon("check", 18, widgets::colour::paper));
    widgets::name_control(*check, "verify.check", _("Check"));
    widgets::dress(*check, widgets::Part::primary_button);
    check->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { check_typed(); });
    auto* choose = new wxButton(this, wxID_ANY, _("Choose a file..."));
    choose->SetBitmap(widgets::icon("file", 18));
    widgets::name_control(*choose, "verify.file", _("Choose a file..."));
    // A moment later: a screen reader that pressed it is answered first.
    choose->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { choose_file(); }); });
    const int gap = FromDIP(small);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(label, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, gap);
    row->Add(m_code, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, gap);
    row->Add(check, 0, wxRIGHT, gap);
    row->Add(choose, 0);
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(words, 0, wxBOTTOM, gap);
    rows->Add(row, 0, wxEXPAND);
    return rows;
}

wxWindow* VerifyPanel::make_answer() {
    m_answer = new wxPanel(this);
    m_sign = new wxStaticBitmap(m_answer, wxID_ANY, widgets::icon("check", 40));
    m_verdict = new wxStaticText(m_answer, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                                 wxST_ELLIPSIZE_END);
    m_verdict->SetFont(widgets::title_font(*this).Scaled(1.5F));
    m_meaning = new wxStaticText(m_answer, wxID_ANY, wxString());
    const auto grid = [this] {
        auto* facts = new wxFlexGridSizer(2, FromDIP(widgets::space::hair), FromDIP(large));
        facts->AddGrowableCol(1);
        return facts;
    };
    m_facts = grid();
    m_compare = new wxStaticText(m_answer, wxID_ANY, wxString());
    m_compare->SetFont(widgets::strong_font(*this));
    m_more = grid();
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(m_sign, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(small));
    head->Add(m_verdict, 1, wxALIGN_CENTRE_VERTICAL);
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(head, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(large));
    rows->Add(m_meaning, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(large));
    // Beside each other: below one another they would not fit a small screen.
    auto* columns = new wxBoxSizer(wxHORIZONTAL);
    columns->Add(m_facts, 3, wxEXPAND | wxRIGHT, FromDIP(large));
    columns->Add(m_more, 2, wxEXPAND);
    rows->Add(columns, 0, wxEXPAND | wxALL, FromDIP(large));
    rows->Add(m_compare, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(large));
    m_answer->SetSizer(rows);
    m_answer->Hide();
    return m_answer;
}

void VerifyPanel::refresh() {
    m_lists->refresh();
    Layout();
}

wxWindow* VerifyPanel::first_control() {
    return m_code;
}

void VerifyPanel::check_typed() {
    check(code_in(widgets::utf8(m_code->GetValue())));
}

void VerifyPanel::choose_file() {
    wxFileDialog dialog(this, _("A PDF or a picture of the certificate"),
                        wxStandardPaths::Get().GetDocumentsDir(), wxString(),
                        _("PDF and pictures") + " (*.pdf, *.png, *.jpg)|*.pdf;*.png;*.jpg;*.jpeg",
                        wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() != wxID_OK) return;
    // A phone's picture takes a second to search.
    m_session.run_job(
        _("Looking for the code"),
        [this, file = widgets::path_of(dialog.GetPath())](core::Progress&) -> widgets::JobRunner::Finish {
            const auto codes = documents::find_codes_in_file(file, code_prefix);
            return [this, codes] {
                if (codes) {
                    m_code->ChangeValue(widgets::wx(codes->front()));
                    check(codes->front());
                } else {
                    m_answer->Hide();
                    m_page.messages().tell(widgets::Tone::warning, m_session.sentence(codes.error()));
                }
            };
        });
}

void VerifyPanel::check(const std::string& code) {
    // A number of the old register book: there is no code to read.
    if (!code.starts_with(code_prefix)) {
        if (const auto entries = find_book_entries(m_session.database, code); !entries.empty()) {
            m_page.messages().dismiss();
            return show_book(entries);
        }
    }
    const auto verification = verify_code(code, &m_session.database);
    if (!verification) {
        m_answer->Hide();
        m_page.messages().tell(widgets::Tone::warning, m_session.sentence(verification.error()));
        return;
    }
    m_page.messages().dismiss();
    show(*verification);
}

void VerifyPanel::add_fact(wxFlexGridSizer& into, const wxString& name, const std::string& id,
                           const wxString& value, float scale) {
    if (value.empty()) return;
    auto* label = new wxStaticText(m_answer, wxID_ANY, name);
    label->SetForegroundColour(widgets::colour::muted);
    // Over the whole column: a text in a font of its own is measured too narrow, and would wrap unseen.
    auto* text =
        new wxStaticText(m_answer, wxID_ANY, value, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    if (scale > 1) text->SetFont(widgets::strong_font(*this).Scaled(scale));
    widgets::name_control(*text, "verify." + id, value);
    into.Add(label, 0, wxALIGN_CENTRE_VERTICAL);
    into.Add(text, 1, wxEXPAND);
}

// First, large, what is compared with the paper; then what it is found by.
void VerifyPanel::show_payload(const CertificatePayload& payload) {
    const bool khmer_name = !payload.name_km.empty();
    add_fact(*m_facts, _("Name"), "name", widgets::wx(payload.name_km), 2.0F);
    add_fact(*m_facts, _("Name in Latin letters"), "latin", widgets::wx(payload.name_latin),
             khmer_name ? 1.5F : 2.0F);
    add_fact(*m_facts, _("Document"), "kind", document_words(payload.kind), 1.4F);
    add_fact(*m_facts, _("Programme"), "programme", widgets::wx(payload.programme_name), 1.4F);
    add_fact(*m_facts, _("Result"), "result", widgets::wx(payload.result), 1.4F);
    // TRANSLATORS: what a record of learning's code says was earned, in short.
    add_fact(*m_facts, _("Earned"), "earned", widgets::wx(payload.earned), 1.4F);
    add_fact(*m_facts, _("Issued on"), "issued", widgets::shown(payload.issued), 1.4F);
    add_fact(*m_more, _("Born"), "born", payload.born ? widgets::shown(*payload.born) : wxString(), 1);
    add_fact(*m_more,
             payload.of_a_learner()                  ? _("Learner number")
             : payload.kind == CodeKind::certificate ? _("Serial number")
                                                     : _("Number"),
             "serial", widgets::wx(payload.serial), 1);
    add_fact(*m_more, _("Issuing office"), "office", widgets::wx(payload.office), 1);
    if (payload.sample)
        add_fact(*m_more, _("Sample"), "sample", _("Signed by a sample office: it is worth nothing."), 1);
}

void VerifyPanel::begin_answer(widgets::Tone tone, const char* sign, const wxString& verdict,
                               wxString meaning) {
    m_facts->Clear(true);
    m_more->Clear(true);
    const wxColour ink = widgets::ink_of(tone);
    m_answer->SetBackgroundColour(widgets::tint_of(tone));
    m_sign->SetBitmap(widgets::icon(sign, 40, ink));
    m_verdict->SetForegroundColour(ink);
    m_verdict->SetLabelText(verdict);
    widgets::name_control(*m_verdict, "verify.verdict", verdict);
    const int room = std::max(FromDIP(300), m_answer->GetParent()->GetClientSize().x - FromDIP(4 * large));
    m_meaning->SetLabelText(widgets::wrapped(
        meaning, room, [this](const wxString& text) { return m_meaning->GetTextExtent(text).x; }));
    widgets::name_control(*m_meaning, "verify.meaning", meaning);
    m_compare->SetForegroundColour(ink);
}

void VerifyPanel::finish_answer(const wxString& compare) {
    m_compare->Show(!compare.empty());
    m_compare->SetLabelText(compare);
    widgets::name_control(*m_compare, "verify.compare", compare);
    m_answer->Show();
    m_answer->Layout();
    Layout();
    Refresh();
}

void VerifyPanel::show(const Verification& verification) {
    wxString meaning = verdict_meaning(verification.verdict);
    for (const auto& said : {verification.reason, verification.hint})
        if (said) meaning += " " + m_session.sentence(*said);
    begin_answer(verdict_tone(verification.verdict), verdict_sign(verification.verdict),
                 verdict_words(verification.verdict), meaning);
    if (verification.payload) show_payload(*verification.payload);
    const bool proven =
        verification.verdict == CodeVerdict::genuine || verification.verdict == CodeVerdict::void_;
    finish_answer(!verification.payload ? wxString()
                  : proven ? _("Compare all of it with the paper: a copied code shows somebody else's name.")
                           : _("This is what the code claims; nothing of it is proven."));
}

void VerifyPanel::show_book(const std::vector<BookEntry>& entries) {
    begin_answer(widgets::Tone::info, "info", _("From the book, no code"),
                 _("The old register book has this number. There is no code, so nothing is proven."));
    const BookEntry& newest = entries.front();
    add_fact(*m_facts, _("Name"), "name", office::shown_name(m_session, newest), 2.0F);
    add_fact(*m_facts, _("Programme"), "programme", widgets::wx(newest.programme), 1.4F);
    add_fact(*m_facts, _("Issued on"), "issued",
             newest.issued_on ? widgets::shown(*newest.issued_on) : widgets::number(newest.year), 1.4F);
    add_fact(*m_more, _("Number"), "number", widgets::wx(newest.number), 1);
    add_fact(*m_more, _("Born"), "born", newest.born ? widgets::shown(*newest.born) : wxString(), 1);
    add_fact(*m_more, _("Page of the book"), "page", widgets::wx(newest.page), 1);
    add_fact(*m_more, _("Remark"), "remark", widgets::wx(newest.remark), 1);
    for (std::size_t i = 1; i < entries.size(); ++i)
        add_fact(*m_more, widgets::number(entries[i].year), "other",
                 office::shown_name(m_session, entries[i]), 1);
    finish_answer(_("Compare all of it with the book itself."));
}

} // namespace certificates
