// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/ui/build_panel.hpp"

#include "office/office_store.hpp"
#include "returns/explanation_store.hpp"
#include "returns/reporting_periods.hpp"
#include "returns/ui/behind_dialog.hpp"
#include "returns/ui/declared_dialog.hpp"
#include "returns/ui/period_charts.hpp"
#include "returns/ui/return_labels.hpp"
#include "widgets/accessible.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dirdlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/stdpaths.h>

#include <algorithm>

namespace returns {

namespace {

using widgets::fill;
using widgets::number;
using widgets::Tone;

wxChoice* make_choice(wxWindow* parent, std::string_view id, const wxString& spoken, int width) {
    auto* choice = new wxChoice(parent, wxID_ANY);
    choice->SetMinSize(wxSize(widgets::text_room(*parent, width), -1));
    widgets::name_control(*choice, id, spoken);
    return choice;
}

} // namespace

BuildPanel::BuildPanel(wxWindow* parent, office::Session& session, widgets::Page& page)
    : wxPanel(parent)
    , m_session(session)
    , m_page(page)
    , m_whole(new wxPanel(this))
    , m_empty(new widgets::EmptyState(
          this, "returns", _("Nothing to report yet"),
          _("A return is built from the registers: it counts the learners of every class, their "
            "attendance and results. Open a class and enrol its learners first."))) {
    add_commands();
    m_empty->add_button(page.commands().make_button(m_empty, "returns.classes"));
    m_empty->add_button(page.commands().make_button(m_empty, "returns.declared"));
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(make_top(), 0, wxEXPAND | wxTOP | wxBOTTOM, FromDIP(widgets::space::small));
    rows->Add(make_lists(), 1, wxEXPAND);
    m_whole->SetSizer(rows);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(m_whole, 1, wxEXPAND);
    all->Add(m_empty, 1, wxEXPAND);
    SetSizer(all);
}

void BuildPanel::add_commands() {
    m_page.commands().add({.id = "returns.build",
                           .label = _("&Build the return..."),
                           .help = _("Write the period's return as a signed Excel workbook"),
                           .shortcut = "Ctrl+B",
                           .icon = "save",
                           .run = [this] { build(); },
                           .allowed = [this] { return m_period.has_value(); },
                           .rank = widgets::Rank::primary});
    m_page.commands().add({.id = "returns.behind",
                           .label = _("&Learners behind the figure..."),
                           .help = _("Who is counted in the selected figure"),
                           .shortcut = "Ctrl+L",
                           .icon = "learners",
                           .run = [this] { show_people(); },
                           .allowed = [this] { return m_gathered != nullptr; }});
    m_page.commands().add({.id = "returns.charts",
                           .label = _("C&harts..."),
                           .help = _("The period's figures as charts, to look at or to print"),
                           .icon = "assessment",
                           .run = [this] { show_period_charts(m_page, m_session, *m_period); },
                           .allowed = [this] { return m_period.has_value(); }});
    m_page.commands().add({.id = "returns.declared",
                           .label = _("&Declared figures..."),
                           .help = _("What no register gives: told with its source, and added up apart"),
                           .shortcut = "Ctrl+D",
                           .icon = "edit",
                           .run = [this] { show_declared(); },
                           .allowed = [this] { return !m_period || m_gathered != nullptr; }});
    m_page.commands().add({.id = "returns.explain",
                           .label = _("&Explain..."),
                           .help = _("Write why the selected finding is as it is; every version says it"),
                           .icon = "edit",
                           .run = [this] { explain_selected(); },
                           .allowed =
                               [this] {
                                   return IsShownOnScreen() && selected_finding() != nullptr &&
                                          selected_finding()->weight == Weight::explain;
                               }});
    m_page.commands().add({.id = "returns.classes",
                           .label = _("Go to &classes"),
                           .help = _("Open, complete and close classes"),
                           .icon = "classes",
                           .run = [this] { m_session.go("classes", {}); }});
}

wxSizer* BuildPanel::make_top() {
    auto* layout_label = new wxStaticText(m_whole, wxID_ANY, _("Return"));
    m_layout_choice = make_choice(m_whole, "returns.layout", _("Return"), 250);
    m_layout_choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        m_layout = m_layouts[static_cast<std::size_t>(m_layout_choice->GetSelection())].layout.name;
        m_period.reset();
        refresh();
    });
    auto* label = new wxStaticText(m_whole, wxID_ANY, _("Period"));
    m_choice = make_choice(m_whole, "returns.month", _("Period"), 190);
    m_choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        m_period = m_periods[static_cast<std::size_t>(m_choice->GetSelection())];
        count();
    });
    m_summary =
        new wxStaticText(m_whole, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    m_summary->SetMinSize(wxSize(1, -1)); // else it asks for its whole length
    const int gap = FromDIP(widgets::space::small);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(layout_label, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, gap);
    row->Add(m_layout_choice, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(widgets::space::medium));
    row->Add(label, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, gap);
    row->Add(m_choice, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(widgets::space::large));
    row->Add(m_summary, 1, wxALIGN_CENTRE_VERTICAL);
    return row;
}

wxSizer* BuildPanel::make_figures() {
    const int gap = FromDIP(widgets::space::small);
    auto* sheet_label = new wxStaticText(m_whole, wxID_ANY, _("Sheet"));
    m_sheet_choice = make_choice(m_whole, "returns.sheet", _("Sheet"), 150);
    m_sheet_choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { show_groups(); });
    auto* group_label = new wxStaticText(m_whole, wxID_ANY, _("Of"));
    m_group_choice = make_choice(m_whole, "returns.group", _("Of"), 150);
    m_group_choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { show_figures(); });
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(sheet_label, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, gap);
    top->Add(m_sheet_choice, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(widgets::space::medium));
    top->Add(group_label, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, gap);
    top->Add(m_group_choice, 1, wxALIGN_CENTRE_VERTICAL);
    m_figures = new widgets::DataList(m_whole, "returns.figures", _("Figures"),
                                      {{.title = _("Figure"), .width = 230, .grows = true},
                                       {.title = _("Total"), .width = 90, .right = true},
                                       {.title = _("Female"), .width = 90, .right = true}});
    m_figures->keep_order(); // parts stand under their sum
    m_figures->on_open([this](std::size_t) { show_people(); });
    m_declared =
        new wxStaticText(m_whole, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    m_declared->SetMinSize(wxSize(1, -1));
    m_declared->SetForegroundColour(widgets::colour::muted);
    auto* below = new wxBoxSizer(wxHORIZONTAL);
    below->Add(m_declared, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, gap);
    below->Add(m_page.commands().make_button(m_whole, "returns.declared"), 0);
    auto* left = new wxBoxSizer(wxVERTICAL);
    left->Add(top, 0, wxEXPAND | wxBOTTOM, gap);
    left->Add(m_figures, 1, wxEXPAND);
    left->Add(below, 0, wxEXPAND | wxTOP, gap);
    return left;
}

wxSizer* BuildPanel::make_right() {
    const auto heading = [this](const wxString& text) {
        auto* title = new wxStaticText(m_whole, wxID_ANY, text);
        title->SetFont(widgets::strong_font(*this));
        return title;
    };
    const int gap = FromDIP(widgets::space::small);
    auto* right = new wxBoxSizer(wxVERTICAL);
    auto* findings_row = new wxBoxSizer(wxHORIZONTAL);
    findings_row->Add(heading(_("Findings")), 1, wxALIGN_CENTRE_VERTICAL);
    findings_row->Add(m_page.commands().make_button(m_whole, "returns.explain"), 0);
    right->Add(findings_row, 0, wxEXPAND | wxBOTTOM, gap / 2);
    m_findings = new FindingList(m_whole, "returns.findings", _("Findings"), false);
    m_findings->on_select([this] { show_finding(); });
    right->Add(m_findings, 3, wxEXPAND | wxBOTTOM, gap / 2);
    m_finding =
        new wxStaticText(m_whole, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_NO_AUTORESIZE);
    m_finding->SetMinSize(wxSize(1, 2 * widgets::row_height(*this)));
    right->Add(m_finding, 0, wxEXPAND | wxBOTTOM, gap);
    right->Add(heading(_("Versions built")), 0, wxBOTTOM, gap / 2);
    m_versions = new widgets::DataList(m_whole, "returns.built", _("Versions built"),
                                       {{.title = _("Period"), .width = 160, .grows = true},
                                        {.title = _("Version"), .width = 80, .right = true},
                                        {.title = _("Built"), .width = 150}});
    right->Add(m_versions, 2, wxEXPAND);
    return right;
}

wxSizer* BuildPanel::make_lists() {
    auto* columns = new wxBoxSizer(wxHORIZONTAL);
    columns->Add(make_figures(), 5, wxEXPAND | wxRIGHT, FromDIP(widgets::space::medium));
    columns->Add(make_right(), 6, wxEXPAND);
    return columns;
}

wxWindow* BuildPanel::first_control() {
    return m_period ? m_choice : nullptr;
}

void BuildPanel::load_layouts() {
    m_layouts = current_layouts(m_session.database);
    if (m_period) m_layout = m_period->layout();
    m_layout_choice->Clear();
    std::size_t chosen = 0;
    for (std::size_t at = 0; at < m_layouts.size(); ++at) {
        const returns::Layout& one = m_layouts[at].layout;
        m_layout_choice->Append(widgets::wx(in_language(m_session, one.title)));
        if (one.name == m_layout) chosen = at;
    }
    m_layout = m_layouts[chosen].layout.name;
    m_layout_choice->SetSelection(static_cast<int>(chosen));
}

// Chosen is the last period that is over and in which a class ran.
void BuildPanel::load_periods() {
    m_choice->Clear();
    const auto layout = std::find_if(m_layouts.begin(), m_layouts.end(),
                                     [&](const CurrentLayout& one) { return one.layout.name == m_layout; });
    m_periods = periods_to_report(m_session.database, layout->layout);
    if (m_periods.empty()) return m_period.reset();
    for (const ReturnPeriod& one : m_periods)
        m_choice->Append(period_words(one));
    auto chosen = m_period ? std::find(m_periods.begin(), m_periods.end(), *m_period) : m_periods.end();
    if (chosen == m_periods.end())
        chosen = std::find(m_periods.begin(), m_periods.end(), period_due(m_session.database, m_periods));
    m_period = *chosen;
    m_choice->SetSelection(static_cast<int>(chosen - m_periods.begin()));
}

void BuildPanel::refresh() {
    load_layouts();
    load_periods();
    m_whole->Show(m_period.has_value());
    m_empty->Show(!m_period);
    show_built();
    Layout();
    if (m_period) count();
}

void BuildPanel::choose(const ReturnPeriod& period) {
    m_period = period;
    refresh();
}

void BuildPanel::count() {
    const auto layout = layout_for(m_session.database, *m_period);
    if (!layout) return m_page.messages().tell(Tone::bad, m_session.sentence(layout.error()));
    m_session.run_job(
        _("Counting the period"),
        [this, period = *m_period, layout = *layout](core::Progress& progress) -> widgets::JobRunner::Finish {
            auto counted = std::make_shared<Gathered>(gather(m_session.database, period, layout, progress));
            fill_explanations(m_session.database, period.to_text(), counted->content.findings);
            return [this, counted] { show_content(counted); };
        });
}

void BuildPanel::show_content(std::shared_ptr<Gathered> gathered) {
    m_gathered = std::move(gathered);
    show_sheets();
    show_findings();
    show_summary();
}

const FilledSheet* BuildPanel::sheet() const {
    const int chosen = m_sheet_choice->GetSelection();
    if (m_gathered == nullptr || chosen == wxNOT_FOUND) return nullptr;
    return &m_gathered->content.sheets[static_cast<std::size_t>(chosen)];
}

std::string BuildPanel::group_key() const {
    const int chosen = m_group_choice->GetSelection();
    return chosen <= 0 ? "all" : sheet()->groups[static_cast<std::size_t>(chosen) - 1].key;
}

const Figures& BuildPanel::group_figures() const {
    const int chosen = m_group_choice->GetSelection();
    return chosen <= 0 ? sheet()->all : sheet()->groups[static_cast<std::size_t>(chosen) - 1].figures;
}

// The same sheet and group stay chosen where they are there.
void BuildPanel::show_sheets() {
    const wxString before = m_sheet_choice->GetStringSelection();
    m_sheet_choice->Clear();
    for (const FilledSheet& one : m_gathered->content.sheets)
        m_sheet_choice->Append(widgets::wx(in_language(m_session, one.plan.name)));
    if (!m_sheet_choice->SetStringSelection(before) && !m_gathered->content.sheets.empty())
        m_sheet_choice->SetSelection(0);
    show_groups();
}

void BuildPanel::show_groups() {
    const wxString before = m_group_choice->GetStringSelection();
    m_group_choice->Clear();
    if (const FilledSheet* shown = sheet()) {
        m_group_choice->Append(_("All together"));
        for (const FilledSheet::Named& one : shown->groups)
            m_group_choice->Append(widgets::wx(in_language(m_session, one.name)));
        if (!m_group_choice->SetStringSelection(before)) m_group_choice->SetSelection(0);
    }
    show_figures();
}

void BuildPanel::show_figures() {
    const FilledSheet* shown = sheet();
    if (shown == nullptr) return m_figures->set_rows(0, {});
    m_figures->set_rows(
        shown->figures.size(), [this](std::size_t index, std::size_t column) -> widgets::Cell {
            const Figure& figure = sheet()->figures[index];
            if (column > 0) return {value_of(figure, group_figures(), column == 2)};
            return {widgets::wx((figure.indented ? "    " : "") + in_language(m_session, figure.name)),
                    figure.kind == Figure::Kind::heading ? Tone::info : Tone::plain};
        });
}

// Who is counted in the selected figure.
void BuildPanel::show_people() {
    const FilledSheet* shown = sheet();
    const auto row = m_figures->selected();
    if (shown == nullptr || !row) return;
    const Figure& figure = shown->figures[*row];
    const bool people = figure.kind != Figure::Kind::heading && figure.counted == Counted::people;
    if (!people) {
        m_page.messages().tell(Tone::info, _("This is no number of learners."));
        return;
    }
    const auto behind = people_behind(shown->plan, m_gathered->facts, group_key(), figure.key);
    // TRANSLATORS: {1} a figure's name, {2} of whom: a programme, a place, or "All together".
    show_behind(wxGetTopLevelParent(this), m_session,
                fill(_("{1}, {2}"), {widgets::wx(in_language(m_session, figure.name)),
                                     m_group_choice->GetStringSelection()}),
                behind);
}

void BuildPanel::show_declared() {
    if (m_period) {
        if (edit_declared(this, m_session, *m_period, m_gathered->content.layout)) count();
        return;
    }
    // Nobody has a register yet: what a centre declares is of the last period that is over.
    const returns::Layout layout = current_layout(m_session.database, m_layout).value().layout;
    const auto now = ReturnPeriod::holding(m_session.database.clock().today(), layout.period);
    if (edit_declared(this, m_session, now.before().with_layout(layout.name), layout)) refresh();
}

void BuildPanel::show_findings() {
    std::vector<FindingLine> lines;
    for (const Finding& finding : m_gathered->content.findings)
        lines.push_back(line_of(m_session, finding));
    if (lines.empty())
        // TRANSLATORS: in place of a finding's weight: there is none.
        lines.push_back(
            {{_("In order"), Tone::good}, {}, _("Nothing in this period is to be mended or explained.")});
    m_findings->show(std::move(lines));
    if (!m_gathered->content.findings.empty()) m_findings->select(0);
    show_finding();
}

void BuildPanel::show_summary() {
    const ReturnContent& content = m_gathered->content;
    const auto blocking = std::count_if(content.findings.begin(), content.findings.end(),
                                        [](const Finding& one) { return one.weight == Weight::block; });
    const Count learners = content.all().count("learners");
    m_summary->SetLabelText(
        fill(_("{1} classes, {2} learners, {3} of them female. {4} findings, {5} of them "
               "block."),
             {number(static_cast<long long>(content.classes.size())), number(learners.total),
              number(learners.female), number(static_cast<long long>(content.findings.size())),
              number(static_cast<long long>(blocking))}));
    const auto declared = static_cast<long long>(content.declared.size());
    m_declared->SetLabelText(
        declared == 0
            ? _("Nothing is declared beside the registers.")
            : fill(_("Declared beside the registers, added up apart: {1} figures."), {number(declared)}));
    widgets::name_control(*m_declared, "returns.declared-summary", m_declared->GetLabel());
    m_summary->SetForegroundColour(blocking > 0 ? widgets::colour::bad : widgets::colour::muted);
    widgets::name_control(*m_summary, "returns.summary", m_summary->GetLabel());
}

// A row of the list holds only the beginning of a long sentence.
void BuildPanel::show_finding() {
    const Finding* one = selected_finding();
    m_finding->SetLabelText(one != nullptr ? line_of(m_session, *one).text : wxString());
    m_finding->Wrap(std::max(m_findings->GetSize().x, FromDIP(300)));
}

const Finding* BuildPanel::selected_finding() const {
    const auto row = m_findings->selected();
    const bool one = row && m_gathered && *row < m_gathered->content.findings.size();
    return one ? &m_gathered->content.findings[*row] : nullptr;
}

void BuildPanel::explain_selected() {
    const Finding finding = *selected_finding();
    widgets::FormDialog dialog(wxGetTopLevelParent(this), "explain", _("Explain a finding"), _("Keep"));
    auto* words = new wxStaticText(dialog.body(), wxID_ANY, m_session.sentence(finding.what));
    words->Wrap(widgets::text_room(dialog, 460));
    dialog.rows().Add(words, 0, wxBOTTOM, dialog.FromDIP(widgets::space::medium));
    auto* form = new widgets::Form(dialog.body(), 1);
    wxTextCtrl* text = form->add_lines("explain.text", _("Why it is so"), finding.explanation, 3);
    dialog.rows().Add(form, 1, wxEXPAND);
    dialog.hint(_("It is written into every version of the return."));
    dialog.fit();
    text->SetFocus();
    if (dialog.ShowModal() != wxID_OK) return;
    storage::Transaction tx(m_session.database, m_session.actor);
    const auto done = explain(tx, *m_period, m_gathered->content.findings, finding_key(finding),
                              widgets::typed(text->GetValue()));
    if (!done) return m_page.messages().tell(Tone::bad, m_session.sentence(done.error()));
    tx.commit();
    count();
}

void BuildPanel::show_built() {
    m_built = list_built(m_session.database);
    m_versions->set_rows(m_built.size(), [this](std::size_t row, std::size_t column) -> widgets::Cell {
        const BuiltReturn& one = m_built[row];
        if (column == 0) return {period_words(one.period)};
        return {column == 1 ? number(one.version) : moment_words(one.built_at)};
    });
}

// Why there is another version; empty for the first one, nothing when the person thought better of it.
std::optional<std::string> BuildPanel::ask_reason(const ReturnPeriod& period) {
    const auto before = std::find_if(m_built.begin(), m_built.end(),
                                     [&](const auto& one) { return one.period == period.to_text(); });
    if (before == m_built.end()) return std::string();
    widgets::FormDialog dialog(this, "return-reason", fill(_("Return of {1}"), {period_words(period)}),
                               _("Build"));
    auto* words = new wxStaticText(
        dialog.body(), wxID_ANY,
        fill(_("Version {1} was built already. If figures have changed since, this makes the next version, "
               "which says what changed; without a change the same version is written again."),
             {number(before->version)}));
    words->Wrap(widgets::text_room(dialog, 460));
    dialog.rows().Add(words, 0, wxBOTTOM, dialog.FromDIP(widgets::space::medium));
    auto* form = new widgets::Form(dialog.body(), 1);
    wxTextCtrl* reason = form->add_text("return-reason.reason", _("Why there is another version"));
    dialog.rows().Add(form, 1, wxEXPAND);
    dialog.fit();
    reason->SetFocus();
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    return widgets::typed(reason->GetValue());
}

void BuildPanel::build() {
    const ReturnPeriod period = *m_period;
    const auto reason = ask_reason(period);
    if (!reason) return;
    wxDirDialog folder(this, _("The folder for the return"), wxStandardPaths::Get().GetDocumentsDir());
    if (folder.ShowModal() != wxID_OK || !m_session.unlock_signing(this)) return;
    const BuildOrder order{.period = period,
                           .out = widgets::path_of(folder.GetPath()),
                           .passphrase = m_session.passphrase,
                           .reason = *reason};
    m_session.run_job(fill(_("Building the return of {1}"), {period_words(period)}),
                      [this, order](core::Progress& progress) -> widgets::JobRunner::Finish {
                          const auto outcome =
                              build_return(m_session.database, m_session.actor, order, progress);
                          return [this, order, outcome] {
                              if (outcome)
                                  tell_outcome(*outcome, order.out);
                              else
                                  m_page.messages().tell(Tone::bad, m_session.sentence(outcome.error()));
                          };
                      });
}

void BuildPanel::tell_outcome(const BuildOutcome& outcome, const std::filesystem::path& folder) {
    show_built();
    if (!outcome.built) {
        m_page.messages().tell(Tone::bad,
                               _("The return was not built: mend the findings that block it first."));
        return;
    }
    ReturnHead head;
    head.office = m_session.area_code;
    head.period = outcome.built->period;
    head.version = outcome.built->version;
    const auto made = target_of(folder, head);
    const wxString file = widgets::wx_path(made.filename());
    // TRANSLATORS: {1} is a file's name.
    const wxString text =
        outcome.is_new ? fill(_("{1} is ready: hand it over by memory stick, mail or Telegram."), {file})
                       : fill(_("Nothing has changed since: {1} was written again as it was."), {file});
    m_page.messages().tell_file(text, made);
}

} // namespace returns
