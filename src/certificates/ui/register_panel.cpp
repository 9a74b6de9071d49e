// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/ui/register_panel.hpp"

#include "certificates/control_sheet.hpp"
#include "certificates/issue_files.hpp"
#include "certificates/old_book.hpp"
#include "certificates/ui/certificate_words.hpp"
#include "certificates/ui/issue_work.hpp"
#include "certificates/ui/stock_dialog.hpp"
#include "core/fold.hpp"
#include "core/numerals.hpp"
#include "documents/ui/paper_preview.hpp"
#include "documents/ui/program_fonts.hpp"
#include "widgets/date_field.hpp"
#include "widgets/reason_dialog.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/stdpaths.h>

#include <algorithm>
#include <memory>

namespace certificates {

namespace {

using widgets::fill;
using widgets::number;
using widgets::Tone;

constexpr const char* pdf_files = "PDF (*.pdf)|*.pdf";

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
    m_list->on_select([this] { m_card->show(selected()); });
    auto* middle = new wxBoxSizer(wxHORIZONTAL);
    middle->Add(m_list, 1, wxEXPAND);
    middle->Add(make_card(), 0, wxEXPAND | wxLEFT, FromDIP(widgets::space::medium));
    m_whole->SetSizer(middle);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(make_top(), 0, wxEXPAND | wxTOP, FromDIP(widgets::space::small));
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
    m_page.commands().add({.id = "certificates.duplicate",
                           .label = _("&Duplicate..."),
                           .help = _("The paper is lost: the same certificate again, marked as a duplicate"),
                           .shortcut = "Ctrl+D",
                           .icon = "file",
                           .run = [this] { duplicate_selected(); },
                           .allowed = one_issued});
    m_page.commands().add(
        {.id = "certificates.replace",
         .label = _("Re&place..."),
         .help =
             _("Its data were wrong and are corrected: a new certificate with a new number takes its place"),
         .icon = "edit",
         .run = [this] { replace_selected(); },
         .allowed = one_issued});
    m_page.commands().add(
        {.id = "certificates.blocks",
         .label = _("Serial &numbers..."),
         .help = _("The blocks of serial numbers: what the province gave, what is left, what is "
                   "spoiled or lost"),
         .icon = "certificates",
         .run =
             [this] {
                 if (show_serial_blocks(this, m_session)) refresh();
             },
         .allowed = [this] { return IsShownOnScreen(); }});
    m_page.commands().add(
        {.id = "certificates.paper",
         .label = _("Numbered &forms..."),
         .help = _("Pre-printed forms with numbers of their own: received, used, spoiled, handed "
                   "back"),
         .icon = "file",
         .run = [this] { show_numbered_paper(this, m_session); },
         .allowed = [this] { return IsShownOnScreen(); }});
    m_page.commands().add({.id = "certificates.book",
                           .label = _("&Old book..."),
                           .help = _("The register book from before this program: entries without a code"),
                           .icon = "file",
                           .run = [this] { show_old_book(this, m_session); },
                           .allowed = [this] { return IsShownOnScreen(); }});
    m_page.commands().add({.id = "certificates.control",
                           .label = _("&Control sheet..."),
                           .help = _("Every serial number and what became of it, as a paper to sign"),
                           .icon = "print",
                           .run = [this] { write_control(); },
                           .allowed = [this] { return IsShownOnScreen() && !m_entries.empty(); }});
    m_page.commands().add({.id = "certificates.void",
                           .label = _("Make &void..."),
                           .help = _("The selected certificate is no longer valid, with a reason"),
                           .icon = "close",
                           .run = [this] { void_selected(); },
                           .allowed = one_issued,
                           .rank = widgets::Rank::danger});
}

wxSizer* RegisterPanel::make_top() {
    m_search = new widgets::SearchBox(this, "certificates.search", _("Serial number or name"),
                                      [this](const std::string&) { show_entries(); });
    m_search->SetMinSize(wxSize(widgets::text_room(*this, 280), -1));
    m_count = new wxStaticText(this, wxID_ANY, wxString());
    m_count->SetForegroundColour(widgets::colour::muted);
    const int gap = FromDIP(widgets::space::small);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(m_search, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, gap);
    row->Add(m_count, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, gap);
    for (const char* id :
         {"certificates.blocks", "certificates.paper", "certificates.book", "certificates.control"})
        row->Add(m_page.commands().make_button(this, id), 0, wxLEFT, gap);
    return row;
}

wxSizer* RegisterPanel::make_card() {
    m_card = new CertificateCard(m_whole, m_session);
    m_card->SetMinSize(widgets::text_room(*this, 290, 80));
    const int gap = FromDIP(widgets::space::small);
    auto* buttons = new wxGridSizer(2, gap, gap);
    for (const char* id :
         {"certificates.reprint", "certificates.duplicate", "certificates.replace", "certificates.void"})
        buttons->Add(m_page.commands().make_button(m_whole, id), 0, wxEXPAND);
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(m_card, 1, wxEXPAND);
    rows->Add(buttons, 0, wxEXPAND | wxTOP, gap);
    return rows;
}

void RegisterPanel::refresh() {
    const std::string chosen = selected() ? selected()->serial : std::string{};
    m_entries = load_register(m_session.database);
    m_whole->Show(!m_entries.empty());
    m_empty->Show(m_entries.empty());
    m_search->Show(!m_entries.empty());
    show_entries();
    Layout();
    if (const auto few = few_left(m_session.database); few && !m_told_few) {
        m_told_few = true;
        m_page.messages().tell(Tone::warning, m_session.sentence(*few));
    }
    for (std::size_t row = 0; row < m_shown.size() && !chosen.empty(); ++row)
        if (m_entries[m_shown[row]].serial == chosen) m_list->select(row);
}

void RegisterPanel::show_entries() {
    const std::string typed = m_search->query();
    m_shown.clear();
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        if (typed.empty() || matches(m_entries[i], typed)) m_shown.push_back(i);
    const auto issued = std::count_if(m_entries.begin(), m_entries.end(),
                                      [](const auto& entry) { return entry.state == State::issued; });
    wxString count = fill(_("{1} serial numbers, {2} of them valid"),
                          {number(static_cast<long long>(m_entries.size())), number(issued)});
    // What was issued before there were codes stands apart.
    if (const auto in_book = typed.empty() ? 0 : search_book(m_session.database, typed).size(); in_book > 0)
        count += "  " + fill(_("In the old book: {1}"), {number(static_cast<long long>(in_book))});
    m_count->SetLabelText(m_entries.empty() ? wxString() : count);
    m_card->show(nullptr);
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

void RegisterPanel::find(const std::string& text) {
    m_search->ChangeValue(widgets::wx(text));
    show_entries();
    if (m_shown.size() == 1) m_list->select(0);
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
    const auto out = ask_file(fill(_("Reprint {1}"), {serial}), serial + ".pdf", pdf_files);
    if (!out) return;
    storage::Transaction tx(m_session.database, m_session.actor);
    const auto pdf = reprint(tx, entry.serial, *reason);
    if (!pdf) {
        m_page.messages().tell(Tone::bad, m_session.sentence(pdf.error()));
        return;
    }
    commit_with_file(tx, *out, *pdf);
    refresh();
    tell_file(fill(_("{1} was written again."), {serial}), *out);
}

std::optional<std::filesystem::path> RegisterPanel::ask_file(const wxString& title, const wxString& name,
                                                             const wxString& kinds) {
    wxFileDialog file(this, title, wxStandardPaths::Get().GetDocumentsDir(), name, kinds,
                      wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (file.ShowModal() != wxID_OK) return std::nullopt;
    return widgets::path_of(file.GetPath());
}

void RegisterPanel::tell_file(const wxString& sentence, const std::filesystem::path& file) {
    m_page.messages().tell_file(sentence, file);
}

void RegisterPanel::duplicate_selected() {
    const wxString serial = widgets::wx(selected()->serial);
    const auto out = ask_file(fill(_("Duplicate of {1}"), {serial}), serial + "-2.pdf", pdf_files);
    if (!out) return;
    m_session.run_job(
        _("Printing"), [this, serial, out = *out](core::Progress&) -> widgets::JobRunner::Finish {
            storage::Transaction tx(m_session.database, m_session.actor);
            const auto made = duplicate(tx, widgets::utf8(serial), documents::load_program_fonts());
            if (made) {
                commit_with_file(tx, out, made->pdf);
            }
            return [this, serial, out, made] {
                refresh();
                if (!made) return m_page.messages().tell(Tone::bad, m_session.sentence(made.error()));
                // TRANSLATORS: {1} a serial number, {2} which of its duplicates, from 1
                tell_file(fill(_("{1}: duplicate number {2} was made."), {serial, number(made->copy)}), out);
            };
        });
}

void RegisterPanel::replace_selected() {
    const RegisterEntry entry = *selected();
    const wxString serial = widgets::wx(entry.serial);
    const auto reason = ask_reason(
        this, fill(_("Replace {1}"), {serial}),
        fill(_("A new certificate of {1} takes its place, under the next serial number and as the learner's "
               "record stands now. The old one is no longer valid. This cannot be taken back."),
             {office::shown_name(m_session, entry)}),
        _("Replace"));
    if (!reason) return;
    const auto out = ask_file(fill(_("In place of {1}"), {serial}), wxString(), pdf_files);
    if (!out || !m_session.unlock_signing(this)) return;
    m_session.run_job(
        _("Printing"),
        [this, entry, serial, reason = *reason, out = *out](core::Progress&) -> widgets::JobRunner::Finish {
            const auto issued = replace_into(m_session, entry.serial, reason, out);
            return [this, serial, out, issued] {
                refresh();
                if (!issued) return m_page.messages().tell(Tone::bad, m_session.sentence(issued.error()));
                // TRANSLATORS: both are serial numbers
                tell_file(fill(_("{1} was issued in place of {2}."), {widgets::wx(issued->serial), serial}),
                          out);
            };
        });
}

void RegisterPanel::write_control() {
    m_session.run_job(
        _("Preparing the pages"), [this](core::Progress& progress) -> widgets::JobRunner::Finish {
            const auto sheet =
                std::make_shared<const ControlSheet>(load_control_sheet(m_session.database, progress));
            if (progress.cancelled()) return {};
            auto paper =
                documents::paper_of_sheet(paper_of(*sheet), documents::load_program_fonts(), sheet->made_at);
            const auto findings = findings_of(*sheet);
            return [this, sheet, findings, paper = std::move(paper)]() mutable {
                if (!paper) return m_page.messages().tell(Tone::bad, m_session.sentence(paper.error()));
                if (findings.empty())
                    m_page.messages().tell(Tone::good, _("The control sheet accounts for every number."));
                else
                    m_page.messages().tell(Tone::bad, m_session.sentence(findings.front()));
                paper->title = _("Control sheet");
                paper->note = m_page.messages().text();
                paper->file = _("Control sheet");
                paper->kind = "control-sheet";
                paper->workbook = [sheet](const std::filesystem::path& path) {
                    return write_control_sheet(path, *sheet, documents::program_font_folders());
                };
                paper->sentence = m_session.sentence;
                documents::show_paper(wxGetTopLevelParent(this), *paper);
            };
        });
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
