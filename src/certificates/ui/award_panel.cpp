// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/ui/award_panel.hpp"

#include "certificates/issue.hpp"
#include "certificates/ui/award_list_history.hpp"
#include "certificates/ui/certificate_words.hpp"
#include "certificates/ui/issue_dialog.hpp"
#include "certificates/ui/issue_work.hpp"
#include "certificates/ui/issued_dialog.hpp"
#include "certificates/ui/preview_dialog.hpp"
#include "certificates/ui/what_if_dialog.hpp"
#include "classes/ui/class_words.hpp"
#include "office/office_store.hpp"
#include "widgets/accessible.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace certificates {

namespace {

using widgets::fill;
using widgets::number;
using widgets::Tone;

// What waits for a person comes first: closed, approved, issued, and those still open.
int place_of(classes::Status status) {
    switch (status) {
    case classes::Status::closed:
        return 0;
    case classes::Status::approved:
        return 1;
    case classes::Status::issued:
        return 2;
    case classes::Status::open:
        return 3;
    }
    return 3;
}

wxString text_of(const std::optional<core::Ratio>& rate) {
    return rate ? widgets::figure(core::format_percent(*rate)) : wxString();
}

} // namespace

AwardPanel::AwardPanel(wxWindow* parent, office::Session& session, widgets::Page& page, ClassActions actions,
                       const std::vector<FurtherCommand>& further)
    : wxPanel(parent)
    , m_session(session)
    , m_page(page)
    , m_actions(std::move(actions))
    , m_whole(new wxPanel(this))
    , m_empty(new widgets::EmptyState(
          this, "certificates", _("No class yet"),
          _("Certificates are issued for a class when it is closed. Open a class, enrol its learners, keep "
            "its register and type its scores; then close it and come back here."))) {
    add_commands();
    m_empty->add_button(page.commands().make_button(m_empty, "certificates.classes"));
    for (const FurtherCommand& one : further)
        if (one.begins) m_empty->add_button(page.commands().make_button(m_empty, one.id));
    auto* columns = new wxBoxSizer(wxHORIZONTAL);
    columns->Add(make_left(further), 4, wxEXPAND | wxRIGHT, FromDIP(widgets::space::medium));
    columns->Add(make_right(), 7, wxEXPAND);
    m_whole->SetSizer(columns);
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(m_whole, 1, wxEXPAND | wxTOP, FromDIP(widgets::space::small));
    rows->Add(m_empty, 1, wxEXPAND);
    SetSizer(rows);
}

void AwardPanel::add_commands() {
    widgets::CommandList& commands = m_page.commands();
    commands.add({.id = "certificates.preview",
                  .label = _("&Preview..."),
                  .help = _("Show the selected learner's certificate as it would be issued"),
                  .shortcut = "Ctrl+P",
                  .icon = "print",
                  .run = [this] { preview(); },
                  .allowed = [this] { return IsShownOnScreen() && candidate() != nullptr; }});
    commands.add({.id = "certificates.what-if",
                  .label = _("&What if..."),
                  .help = _("See who could be awarded if a rule were otherwise; nothing is kept"),
                  .shortcut = "Ctrl+W",
                  .run = [this] { show_what_if(wxGetTopLevelParent(this), m_session, *selected()); },
                  .allowed = [this] { return IsShownOnScreen() && selected() && !m_candidates.empty(); }});
    commands.add({.id = "certificates.lists",
                  .label = _("&Waiting lists..."),
                  .help = _("Every award list that waits: for whom, and since how many days"),
                  .run = [this] { show_all_lists(); },
                  .allowed = [this] { return IsShownOnScreen(); }});
    commands.add(
        {.id = "certificates.statements",
         // TRANSLATORS: papers of a class beside its certificates.
         .label = _("&Statements..."),
         .help = _("Provisional certificates, what was earned or attended, handover register and roll"),
         .shortcut = "Ctrl+T",
         .run = [this] { m_actions.statements(wxGetTopLevelParent(this), *selected()); },
         .allowed = [this] { return IsShownOnScreen() && selected(); }});
    commands.add({.id = "certificates.templates",
                  .label = _("Certificate &template..."),
                  .help = _("How certificates and statements look, and the paper for them"),
                  .run = [this] { m_actions.templates(wxGetTopLevelParent(this), *selected()); },
                  .allowed = [this] { return IsShownOnScreen() && selected(); }});
    commands.add({.id = "certificates.issue",
                  .label = _("&Issue..."),
                  .help = _("Issue the certificates of everyone in the class who may be awarded"),
                  .shortcut = "Ctrl+I",
                  .icon = "certificates",
                  .run = [this] { issue(); },
                  .allowed = [this] { return IsShownOnScreen() && may_issue(); },
                  .rank = widgets::Rank::primary});
    commands.add({.id = "certificates.classes",
                  .label = _("Go to &classes"),
                  .help = _("Open, complete and close classes"),
                  .icon = "classes",
                  .run = [this] {
                      const auto* row = selected();
                      m_session.go("classes", row ? std::to_string(static_cast<std::int64_t>(row->id)) : "");
                  }});
}

wxSizer* AwardPanel::make_left(const std::vector<FurtherCommand>& further) {
    m_list = new widgets::DataList(
        m_whole, "certificates.classes-list", _("Classes"),
        {{.title = _("Class"), .width = 210, .grows = true}, {.title = _("Status"), .width = 140}});
    m_list->on_select([this] { show_class(); });
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(m_list, 1, wxEXPAND);
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    for (const FurtherCommand& one : further)
        buttons->Add(m_page.commands().make_button(m_whole, one.id), 0, wxRIGHT,
                     FromDIP(widgets::space::small));
    rows->Add(buttons, 0, wxTOP, FromDIP(widgets::space::small));
    return rows;
}

wxSizer* AwardPanel::make_right() {
    const auto line = [this] {
        auto* text = new wxStaticText(m_whole, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                                      wxST_ELLIPSIZE_END);
        text->SetMinSize(wxSize(1, -1)); // else it asks for its whole length and squeezes the list
        return text;
    };
    m_name = line();
    m_name->SetFont(widgets::strong_font(*this).Scaled(1.15F));
    m_next = line();
    m_bar = new AwardListBar(m_whole, m_session, m_page, [this] { refresh(); });
    m_learners = new widgets::DataList(
        m_whole, "certificates.learners", _("Learners of the class"),
        {{.title = _("Name"), .width = 160, .grows = true},
         {.title = _("Sex"), .width = 66},
         // TRANSLATORS: heading of a column: the attendance rate in percent.
         {.title = _("Present %"), .width = 84, .right = true},
         {.title = _("Average"), .width = 76, .right = true},
         // TRANSLATORS: heading of a column: whether the learner may be awarded, or why not.
         {.title = _("Award"), .width = 260, .grows = true}});
    m_learners->on_select([this] { show_reasons(); });
    m_learners->on_open([this](std::size_t) { preview(); });
    m_reasons =
        new wxStaticText(m_whole, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_NO_AUTORESIZE);
    m_reasons->SetMinSize(wxSize(1, 3 * widgets::row_height(*this)));
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(m_name, 0, wxEXPAND);
    rows->Add(m_next, 0, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::small));
    rows->Add(m_bar, 0, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::small));
    rows->Add(m_learners, 1, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::small));
    rows->Add(m_reasons, 0, wxEXPAND);
    return rows;
}

void AwardPanel::refresh() {
    const std::optional<classes::ClassId> before = selected() ? std::optional(selected()->id) : std::nullopt;
    m_classes = classes::list_classes(m_session.database);
    std::stable_sort(m_classes.begin(), m_classes.end(),
                     [](const auto& a, const auto& b) { return place_of(a.status) < place_of(b.status); });
    m_whole->Show(!m_classes.empty());
    m_empty->Show(m_classes.empty());
    m_list->quietly([&] {
        m_list->set_rows(m_classes.size(), [this](std::size_t index, std::size_t column) -> widgets::Cell {
            const classes::ClassRow& row = m_classes[index];
            const bool open = row.status == classes::Status::open;
            if (column == 0) return {office::shown_name(m_session, row), open ? Tone::muted : Tone::plain};
            return {classes::status_word(row.status), classes::status_tone(row.status)};
        });
    });
    select(before.value_or(m_classes.empty() ? classes::ClassId{} : m_classes.front().id));
    Layout();
}

// Its learners are counted once, not for every step of the selection on its way.
void AwardPanel::select(classes::ClassId id) {
    m_list->quietly([&] {
        for (std::size_t i = 0; i < m_classes.size(); ++i)
            if (m_classes[i].id == id) m_list->select(i);
    });
    show_class();
}

std::optional<classes::ClassId> AwardPanel::chosen() const {
    const classes::ClassRow* row = selected();
    return row ? std::optional{row->id} : std::nullopt;
}

wxWindow* AwardPanel::first_control() {
    return m_classes.empty() ? nullptr : m_list;
}

const classes::ClassRow* AwardPanel::selected() const {
    const auto row = m_list->selected();
    return row && *row < m_classes.size() ? &m_classes[*row] : nullptr;
}

const Candidate* AwardPanel::candidate() const {
    const auto row = m_learners->selected();
    return row && *row < m_candidates.size() ? &m_candidates[*row] : nullptr;
}

std::size_t AwardPanel::awarded() const {
    return static_cast<std::size_t>(
        std::count_if(m_candidates.begin(), m_candidates.end(),
                      [](const Candidate& one) { return one.serial || one.eligible(); }));
}

bool AwardPanel::may_issue() const {
    const auto* row = selected();
    if (!row || awarded() == 0) return false;
    return row->status == classes::Status::closed || row->status == classes::Status::approved;
}

void AwardPanel::show_class() {
    const classes::ClassRow* row = selected();
    m_candidates = row ? load_candidates(m_session.database, row->id) : std::vector<Candidate>{};
    m_name->SetLabelText(row ? office::shown_name(m_session, *row) : wxString(_("Choose a class")));
    m_bar->show(row, m_candidates);
    const wxString next = row ? next_step() : wxString();
    m_next->SetLabelText(next);
    m_next->SetToolTip(next);
    m_next->SetForegroundColour(widgets::ink_of(m_bar->tone()));
    widgets::name_control(*m_next, "certificates.next", next);
    m_learners->set_rows(m_candidates.size(), [this](std::size_t index, std::size_t column) -> widgets::Cell {
        const Candidate& one = m_candidates[index];
        switch (column) {
        case 0:
            return {office::shown_name(m_session, one.learner)};
        case 1:
            return {one.learner.sex == learners::Sex::female ? _("Female") : _("Male")};
        case 2:
            return {text_of(one.rate)};
        case 3:
            return {one.result.average ? widgets::figure(core::format_decimal(*one.result.average, 2))
                                       : wxString()};
        default:
            return {standing_words(m_session, one), standing_tone(one)};
        }
    });
    m_learners->quietly([&] {
        if (!m_candidates.empty()) m_learners->select(0);
    });
    show_reasons();
    m_whole->Layout();
}

void AwardPanel::show_reasons() {
    const Candidate* one = candidate();
    wxString text;
    if (one) {
        text = office::shown_name(m_session, one->learner) + ": ";
        if (one->serial || one->eligible())
            text += standing_words(m_session, *one);
        else
            for (const core::Error& reason : one->reasons)
                text += wxString::FromUTF8("\n• ") + m_session.sentence(reason);
        const wxString earned = unit_lines(m_session, one->units);
        if (!earned.empty()) text += "\n" + earned;
    }
    m_reasons->SetLabelText(text);
    m_reasons->Wrap(std::max(m_learners->GetSize().x, FromDIP(300)));
    m_reasons->SetForegroundColour(one ? widgets::ink_of(standing_tone(*one)) : widgets::colour::muted);
    const int lines = 1 + static_cast<int>(m_reasons->GetLabel().Freq('\n'));
    m_reasons->SetMinSize(wxSize(1, std::max(2, lines) * widgets::row_height(*this)));
    widgets::name_control(*m_reasons, "certificates.reasons", text);
    m_whole->Layout();
}

wxString AwardPanel::next_step() const {
    const wxString may = number(static_cast<long long>(awarded()));
    const wxString all = number(static_cast<long long>(m_candidates.size()));
    if (const wxString listed = m_bar->sentence(); !listed.empty()) return listed;
    switch (selected()->status) {
    case classes::Status::open:
        // TRANSLATORS: {1} of {2} learners could be awarded as things stand now.
        return fill(_("The class is still open: complete its register and scores and close it first. As it "
                      "stands, {1} of {2} may be awarded."),
                    {may, all});
    case classes::Status::closed:
        return fill(_("{1} of {2} may be awarded. The list is prepared, checked and approved, then issued."),
                    {may, all});
    case classes::Status::approved:
        return fill(_("The list is approved: {1} of {2} may be awarded. Issue their certificates."),
                    {may, all});
    case classes::Status::issued:
        return fill(_("Certificates were issued for {1} of {2}. See the register for reprints."), {may, all});
    }
    return {};
}

void AwardPanel::show_all_lists() {
    if (const auto chosen = show_waiting(wxGetTopLevelParent(this), m_session)) select(*chosen);
}

void AwardPanel::preview() {
    const Candidate* one = candidate();
    if (one) show_preview(this, m_session, selected()->id, *one);
}

void AwardPanel::issue() {
    const classes::ClassRow row = *selected();
    if (row.status == classes::Status::closed && !approves_at_once(office::load_office(m_session.database))) {
        m_page.messages().tell(
            Tone::warning, m_session.sentence(core::Error{"class.not-approved"}.with("class", row.name_km)));
        return;
    }
    const auto choice = ask_issue(wxGetTopLevelParent(this), m_session, row, awarded());
    if (!choice || !m_session.unlock_signing(this)) return;
    m_session.run_job(_("Issuing certificates"),
                      [this, choice = *choice](core::Progress& progress) -> widgets::JobRunner::Finish {
                          const auto done = issue_papers(m_session, choice.classes, choice.to, progress);
                          return [this, done] {
                              refresh();
                              if (!done) {
                                  m_page.messages().tell(Tone::warning, m_session.sentence(done.error()));
                                  return;
                              }
                              if (done->waiting)
                                  m_page.messages().tell(Tone::warning, m_session.sentence(*done->waiting));
                              else
                                  m_page.messages().tell(
                                      Tone::good, fill(_("{1} certificates were issued."),
                                                       {number(static_cast<long long>(done->files.size()))}));
                              show_issued(wxGetTopLevelParent(this), m_session, *done);
                          };
                      });
}

} // namespace certificates
