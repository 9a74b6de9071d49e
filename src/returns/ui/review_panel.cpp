// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/ui/review_panel.hpp"

#include "returns/decision_store.hpp"
#include "returns/receipt_workbook.hpp"
#include "returns/ui/behind_dialog.hpp"
#include "returns/ui/return_labels.hpp"
#include "widgets/accessible.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/dirdlg.h>
#include <wx/notebook.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/stdpaths.h>

#include <algorithm>
#include <iterator>

namespace returns {

namespace {

using widgets::fill;
using widgets::number;
using widgets::Tone;

FindingLine line_of(const Remark& remark) {
    // TRANSLATORS: a line among findings: what the province remarks on a row of a return.
    return {{_("Remark"), Tone::warning},
            widgets::wx(place_text(remark)),
            widgets::wx(remark.text),
            remark.about};
}

} // namespace

ReviewPanel::ReviewPanel(wxWindow* parent, office::Session& session, widgets::Page& page,
                         std::function<void()> changed, std::function<wxString(const std::string&)> name)
    : wxPanel(parent)
    , m_session(session)
    , m_page(page)
    , m_changed(std::move(changed))
    , m_name(std::move(name)) {
    add_commands();
    m_title =
        new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    m_title->SetFont(widgets::strong_font(*this));
    m_title->SetMinSize(wxSize(1, -1)); // else it asks for its whole length
    const int gap = FromDIP(widgets::space::small);
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(m_title, 1, wxALIGN_CENTRE_VERTICAL | wxLEFT | wxRIGHT, gap);
    for (const char* id :
         {"returns.sent-learners", "returns.remark", "returns.receipt", "returns.reject", "returns.accept"})
        buttons->Add(m_page.commands().make_button(this, id), 0, wxLEFT, gap);
    m_tabs = new wxNotebook(this, wxID_ANY);
    widgets::name_control(*m_tabs, "returns.review", _("Findings, side by side"));
    m_findings = new FindingList(m_tabs, "returns.received-findings", _("Edited cells and findings"), true);
    m_compare = new CompareList(m_tabs, m_session);
    m_compare->on_open([this](std::size_t) { CallAfter([this] { show_people(); }); });
    m_tabs->AddPage(m_findings, _("Findings"));
    // TRANSLATORS: a tab: a return's figures beside those of other returns.
    m_tabs->AddPage(m_compare, _("Side by side"));
    m_tabs->Bind(wxEVT_NOTEBOOK_PAGE_CHANGED, [this](wxBookCtrlEvent& event) {
        event.Skip();
        if (event.GetEventObject() == m_tabs) show_compared();
    });
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(buttons, 0, wxEXPAND | wxBOTTOM, gap);
    rows->Add(m_tabs, 1, wxEXPAND);
    SetSizer(rows);
}

void ReviewPanel::add_commands() {
    m_page.commands().add({.id = "returns.accept",
                           .label = _("&Accept"),
                           .help = _("From now on the selected return counts for its month"),
                           .icon = "check",
                           .run = [this] { accept_return(); },
                           .allowed =
                               [this] {
                                   return may_decide() && may_count(*m_one) &&
                                          m_one->state != ReceivedState::accepted;
                               }});
    m_page.commands().add({.id = "returns.reject",
                           .label = _("&Send back..."),
                           .help = _("The selected return is not accepted, with a reason for the district"),
                           .icon = "undo",
                           .run = [this] { send_back(); },
                           .allowed = [this] { return may_decide(); }});
    m_page.commands().add(
        {.id = "returns.remark",
         .label = _("Re&mark..."),
         .help = _("Write what is to be mended in the selected row; it goes with the decision"),
         .icon = "edit",
         .run = [this] { remark(); },
         .allowed = [this] { return may_decide() && selected_key().has_value(); }});
    m_page.commands().add({.id = "returns.sent-learners",
                           .label = _("&Learners behind the figure..."),
                           .help = _("The learner lines of the return that the selected figure counts"),
                           .shortcut = "Ctrl+L",
                           .icon = "learners",
                           .run = [this] { show_people(); },
                           .allowed =
                               [this] {
                                   return IsShownOnScreen() && m_tabs->GetSelection() == 1 &&
                                          m_compare->selected_key().has_value();
                               }});
    m_page.commands().add({.id = "returns.receipt",
                           .label = _("R&eceipt..."),
                           .help = _("Write the signed receipt of the decision, for the district"),
                           .icon = "save",
                           .run = [this] { write_receipt(); },
                           .allowed =
                               [this] {
                                   return IsShownOnScreen() && m_one && m_one->decided_at &&
                                          m_one->state != ReceivedState::replaced && has_receipt();
                               }});
}

// Of what an office signed, whatever became of it. A district without Srok opens its receipt in Excel: it
// says what was read and what was decided.
bool ReviewPanel::has_receipt() const {
    return m_one && m_one->version > 0 && m_one->verdict != FileVerdict::wrong_key;
}

bool ReviewPanel::may_decide() const {
    return IsShownOnScreen() && m_one && m_one->state != ReceivedState::rejected;
}

void ReviewPanel::show(std::optional<ReceivedReturn> one) {
    m_one = std::move(one);
    m_compared.reset(); // what stands beside it may have come since
    show_lines();
    show_compared();
    Layout();
}

void ReviewPanel::show_lines() {
    m_lines.clear();
    if (!m_one) {
        m_title->SetLabelText(wxString());
        m_findings->show({});
        return;
    }
    wxString title = _("Edited cells and findings");
    for (const Remark& remark : remarks_on(m_session.database, m_one->id))
        m_lines.push_back(line_of(remark));
    for (const EditedCell& cell : edited_cells(m_session.database, m_one->id))
        m_lines.push_back(returns::line_of(cell));
    if (m_one->version > 0) {
        const auto content = load_content(m_session.database, m_one->id);
        const auto places = places_of(m_session.database, m_one->id);
        if (m_one->verdict == FileVerdict::unsigned_file)
            title = _("Not signed: read from the district's own sheet by its map");
        auto changes = lines_of_changes(m_session, *content);
        if (!changes.empty())
            // TRANSLATORS: over a list of changes and findings: {1} the version before.
            title = fill(_("Changes since version {1}, and findings"), {number(m_one->version - 1)});
        if (!content->head.reason.empty())
            // TRANSLATORS: {1} is what the office wrote about a new version of its return.
            title += ". " + fill(_("The office writes: {1}"), {widgets::wx(content->head.reason)});
        std::move(changes.begin(), changes.end(), std::back_inserter(m_lines));
        for (const Finding& finding :
             findings_in(m_session.database, *content, answers_of(m_session.database, m_one->id)))
            m_lines.push_back(returns::line_of(m_session, finding, places.place_of(finding.about)));
    }
    if (!m_one->reason.empty()) title = fill(_("Sent back: {1}"), {widgets::wx(m_one->reason)});
    if (m_one->verdict == FileVerdict::unsigned_file && m_one->version == 0)
        m_lines.push_back(
            {{_("To be read"), Tone::warning},
             {},
             _("It has no signature, and nobody said yet what its figures are: read it as a return."),
             {}});
    if (m_lines.empty())
        m_lines.push_back(
            {{_("In order"), Tone::good},
             {},
             m_one->verdict == FileVerdict::unsigned_file
                 ? _("Nobody signed it; its figures add up, and nothing in it is to be explained.")
                 : _("As it was signed, and nothing in it is to be explained."),
             {}});
    m_title->SetLabelText(title);
    m_title->SetToolTip(title);
    m_findings->show(m_lines);
}

// The table is filled only while it is looked at: it reads several returns.
void ReviewPanel::show_compared() {
    if (m_tabs->GetSelection() != 1) return;
    if (!m_one || m_one->version == 0) {
        m_compared.reset();
        return m_compare->clear();
    }
    if (m_compared == m_one->id) return;
    auto found = compare(m_session.database, m_one->id);
    if (!found) return m_page.messages().tell(Tone::bad, m_session.sentence(found.error()));
    m_compared = m_one->id;
    m_compare->show(std::move(*found));
}

std::optional<ValueKey> ReviewPanel::selected_key() const {
    if (m_tabs->GetSelection() == 1) return m_compare->selected_key();
    const auto row = m_findings->selected();
    if (!row || *row >= m_lines.size() || m_lines[*row].about.sheet.empty()) return std::nullopt;
    return m_lines[*row].about;
}

void ReviewPanel::remark() {
    const auto about = selected_key();
    if (!about || !m_one) return;
    std::string before;
    for (const Remark& one : waiting_remarks(m_session.database, m_one->id))
        if (one.about == *about) before = one.text;
    const auto place = places_of(m_session.database, m_one->id).place_of(*about);
    widgets::FormDialog dialog(wxGetTopLevelParent(this), "remark", _("Remark on a row"), _("Keep"));
    auto* words = new wxStaticText(
        dialog.body(), wxID_ANY,
        fill(_("{1}: the district reads this beside the row, with your decision. Empty takes it away."),
             {place.sheet.empty() ? widgets::wx(about->row) : place_words(place)}));
    words->Wrap(widgets::text_room(dialog, 460));
    dialog.rows().Add(words, 0, wxBOTTOM, dialog.FromDIP(widgets::space::medium));
    auto* form = new widgets::Form(dialog.body(), 1);
    wxTextCtrl* text = form->add_lines("remark.text", _("What is to be mended"), before, 3);
    dialog.rows().Add(form, 1, wxEXPAND);
    dialog.fit();
    text->SetFocus();
    if (dialog.ShowModal() != wxID_OK) return;
    storage::Transaction tx(m_session.database, m_session.actor);
    if (const auto done = remark_on(tx, m_one->id, *about, widgets::typed(text->GetValue())); !done)
        return m_page.messages().tell(Tone::bad, m_session.sentence(done.error()));
    tx.commit();
    show_lines();
    m_page.messages().tell(Tone::info, _("The remark is kept and goes with the decision."));
}

// Who is counted in the selected figure, as the district sent them.
void ReviewPanel::show_people() {
    const auto key = m_compare->selected_key();
    if (!key || !m_one) return;
    const auto lines = lines_behind(m_session.database, m_one->id, key->row);
    if (!lines) return m_page.messages().tell(Tone::info, m_session.sentence(lines.error()));
    show_sent_lines(wxGetTopLevelParent(this),
                    // TRANSLATORS: {1} a figure's name, {2} of whom: a programme, a place, or "All together".
                    fill(_("{1}, {2}"), {m_compare->selected_name(), m_name(m_one->office)}), *lines);
}

void ReviewPanel::accept_return() {
    const ReceivedReturn one = *m_one;
    storage::Transaction tx(m_session.database, m_session.actor);
    const auto done = accept(tx, one.id);
    if (!done) return m_page.messages().tell(Tone::bad, m_session.sentence(done.error()));
    tx.commit();
    m_changed();
    tell_decided(fill(_("Version {1} of {2} now counts for {3}."),
                      {number(one.version), m_name(one.office), period_words(one.period)}));
}

void ReviewPanel::send_back() {
    const ReceivedReturn one = *m_one;
    widgets::FormDialog dialog(wxGetTopLevelParent(this), "send-back", _("Send the return back"),
                               _("Send back"));
    const auto remarks = static_cast<long long>(waiting_remarks(m_session.database, one.id).size());
    if (remarks > 0)
        dialog.rows().Add(
            new wxStaticText(dialog.body(), wxID_ANY,
                             fill(_("Remarks on rows that go with it: {1}"), {number(remarks)})),
            0, wxBOTTOM, dialog.FromDIP(widgets::space::medium));
    auto* form = new widgets::Form(dialog.body(), 1);
    wxTextCtrl* reason = form->add_lines("send-back.reason", _("What the district is to mend"), {}, 3);
    dialog.rows().Add(form, 1, wxEXPAND);
    dialog.on_accept([&] {
        form->forget_complaints();
        if (!widgets::typed(reason->GetValue()).empty()) return true;
        form->complain(reason, m_session.sentence(core::Error{"return.no-reason"}));
        return false;
    });
    dialog.fit();
    if (dialog.ShowModal() != wxID_OK) return;
    storage::Transaction tx(m_session.database, m_session.actor);
    const auto done = reject(tx, one.id, widgets::typed(reason->GetValue()));
    if (!done) return m_page.messages().tell(Tone::bad, m_session.sentence(done.error()));
    tx.commit();
    m_changed();
    tell_decided(
        fill(_("The return of {1} was sent back: tell the district what to mend."), {m_name(one.office)}));
}

// The decision stands; its receipt can be written now or later.
void ReviewPanel::tell_decided(const wxString& sentence) {
    if (has_receipt())
        m_page.messages().tell(Tone::good, sentence, _("Write the receipt..."), [this] { write_receipt(); });
    else
        m_page.messages().tell(Tone::good, sentence);
}

void ReviewPanel::write_receipt() {
    if (!m_one) return;
    wxDirDialog folder(this, _("The folder for the receipt"), wxStandardPaths::Get().GetDocumentsDir());
    if (folder.ShowModal() != wxID_OK || !m_session.unlock_signing(this)) return;
    const ReceiptOrder order{
        .id = m_one->id, .out = widgets::path_of(folder.GetPath()), .passphrase = m_session.passphrase};
    m_session.run_job(_("Writing the receipt"),
                      [this, order](core::Progress& progress) -> widgets::JobRunner::Finish {
                          const auto made = make_receipt(m_session.database, order, progress);
                          return [this, order, made] {
                              if (!made)
                                  return m_page.messages().tell(Tone::bad, m_session.sentence(made.error()));
                              // TRANSLATORS: {1} is a file's name.
                              m_page.messages().tell_file(
                                  fill(_("{1} is ready: hand it to the district, which takes it in."),
                                       {widgets::wx_path(made->filename())}),
                                  *made);
                          };
                      });
}

} // namespace returns
