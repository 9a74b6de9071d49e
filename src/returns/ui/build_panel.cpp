// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/ui/build_panel.hpp"

#include "classes/class_store.hpp"
#include "office/office_store.hpp"
#include "returns/explanation_store.hpp"
#include "returns/month_store.hpp"
#include "returns/ui/return_labels.hpp"
#include "widgets/accessible.hpp"
#include "widgets/date_field.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dirdlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/stdpaths.h>
#include <wx/utils.h>

#include <algorithm>

namespace returns {

namespace {

using widgets::fill;
using widgets::number;
using widgets::Tone;

// A figure's value as the sheet prints it: of all, or of the women alone.
wxString value_of(const words::FigureRow& row, const Figures& figures, bool female) {
    const LearnerDays& days = female ? figures.days_female : figures.days;
    switch (row.kind) {
    case words::FigureRow::Kind::heading:
        return {};
    case words::FigureRow::Kind::classes:
        return female ? wxString() : number(figures.classes);
    case words::FigureRow::Kind::people: {
        const Count count = figures.count(row.key);
        return number(female ? count.female : count.total);
    }
    case words::FigureRow::Kind::days_taken:
        return number(days.taken);
    case words::FigureRow::Kind::days_present:
        return widgets::wx(core::format_decimal(days.present_thousandths / 10, 2));
    case words::FigureRow::Kind::rate: {
        const std::string rate = days.rate();
        return rate.empty() ? wxString() : widgets::wx(rate) + " %";
    }
    }
    return {};
}

} // namespace

BuildPanel::BuildPanel(wxWindow* parent, office::Session& session, widgets::Page& page)
    : wxPanel(parent)
    , m_session(session)
    , m_page(page)
    , m_whole(new wxPanel(this))
    , m_empty(new widgets::EmptyState(
          this, "returns", _("Nothing to report yet"),
          _("A month's return is built from the registers: it counts the learners of every class, their "
            "attendance and results. Open a class and enrol its learners first."))) {
    add_commands();
    m_empty->add_button(page.commands().make_button(m_empty, "returns.classes"));
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(make_top(), 0, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::small));
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
                           .help = _("Write the month's return as a signed Excel workbook"),
                           .shortcut = "Ctrl+B",
                           .icon = "save",
                           .run = [this] { build(); },
                           .allowed = [this] { return m_month.has_value(); },
                           .rank = widgets::Rank::primary});
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
    auto* label = new wxStaticText(m_whole, wxID_ANY, _("Month"));
    m_choice = new wxChoice(m_whole, wxID_ANY);
    m_choice->SetMinSize(FromDIP(wxSize(190, -1)));
    widgets::name_control(*m_choice, "returns.month", _("Month"));
    m_choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        m_month = m_months[static_cast<std::size_t>(m_choice->GetSelection())];
        count();
    });
    m_summary =
        new wxStaticText(m_whole, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    m_summary->SetMinSize(wxSize(1, -1)); // else it asks for its whole length
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(label, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(widgets::space::small));
    row->Add(m_choice, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(widgets::space::large));
    row->Add(m_summary, 1, wxALIGN_CENTRE_VERTICAL);
    return row;
}

wxSizer* BuildPanel::make_lists() {
    const auto heading = [this](const wxString& text) {
        auto* title = new wxStaticText(m_whole, wxID_ANY, text);
        title->SetFont(widgets::strong_font(*this));
        return title;
    };
    const int gap = FromDIP(widgets::space::small);
    auto* left = new wxBoxSizer(wxVERTICAL);
    left->Add(heading(_("Figures")), 0, wxBOTTOM, gap / 2);
    m_figures = new widgets::DataList(m_whole, "returns.figures", _("Figures"),
                                      {{.title = _("Figure"), .width = 230, .grows = true},
                                       {.title = _("Total"), .width = 90, .right = true},
                                       {.title = _("Female"), .width = 90, .right = true}});
    left->Add(m_figures, 1, wxEXPAND);
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
                                       {{.title = _("Month"), .width = 160, .grows = true},
                                        {.title = _("Version"), .width = 80, .right = true},
                                        {.title = _("Built"), .width = 150}});
    right->Add(m_versions, 2, wxEXPAND);
    auto* columns = new wxBoxSizer(wxHORIZONTAL);
    columns->Add(left, 5, wxEXPAND | wxRIGHT, FromDIP(widgets::space::medium));
    columns->Add(right, 6, wxEXPAND);
    return columns;
}

wxWindow* BuildPanel::first_control() {
    return m_month ? m_choice : nullptr;
}

// From the first class's month to this one; chosen is the last month that is over and has a class.
void BuildPanel::load_months() {
    const core::Month now = core::month_of(m_session.database.clock().today());
    core::Month first = now;
    std::optional<core::Month> last;
    for (const classes::ClassRow& row : classes::list_classes(m_session.database)) {
        first = std::min(first, core::month_of(row.first_day));
        last = std::max(last.value_or(core::month_of(row.last_day)), core::month_of(row.last_day));
    }
    m_months.clear();
    m_choice->Clear();
    if (!last) {
        m_month.reset();
        return;
    }
    for (core::Month month = now; month >= first; month -= std::chrono::months{1}) {
        m_months.push_back(month);
        m_choice->Append(widgets::shown(month));
    }
    if (!m_month) m_month = std::max(first, std::min(*last, now - std::chrono::months{1}));
    const auto chosen = std::find(m_months.begin(), m_months.end(), *m_month);
    if (chosen == m_months.end()) m_month = m_months.front();
    m_choice->SetSelection(chosen == m_months.end() ? 0 : static_cast<int>(chosen - m_months.begin()));
}

void BuildPanel::refresh() {
    load_months();
    m_whole->Show(m_month.has_value());
    m_empty->Show(!m_month);
    show_built();
    Layout();
    if (m_month) count();
}

void BuildPanel::choose(core::Month month) {
    m_month = month;
    refresh();
}

void BuildPanel::count() {
    m_session.run_job(
        _("Counting the month"),
        [this, month = *m_month](core::Progress& progress) -> widgets::JobRunner::Finish {
            // Shared: a Finish is copied about.
            auto counted = std::make_shared<GatheredMonth>(gather_month(m_session.database, month, progress));
            fill_explanations(m_session.database, core::to_iso(month), counted->content.findings);
            return [this, counted] { show_month(std::move(counted->content)); };
        });
}

void BuildPanel::show_month(MonthReturn content) {
    m_content = std::move(content);
    m_rows = words::figure_rows(age_bands(), m_content.all);
    m_figures->set_rows(m_rows.size(), [this](std::size_t index, std::size_t column) -> widgets::Cell {
        const words::FigureRow& row = m_rows[index];
        if (column > 0) return {value_of(row, m_content.all, column == 2)};
        const bool khmer = m_session.language == widgets::Language::khmer;
        return {widgets::wx(khmer ? row.km : row.en),
                row.kind == words::FigureRow::Kind::heading ? Tone::info : Tone::plain};
    });
    std::vector<FindingLine> lines;
    std::size_t blocking = 0;
    for (const Finding& finding : m_content.findings) {
        lines.push_back(line_of(m_session, finding));
        blocking += finding.weight == Weight::block;
    }
    if (lines.empty())
        // TRANSLATORS: in place of a finding's weight: there is none.
        lines.push_back(
            {{_("In order"), Tone::good}, {}, _("Nothing in this month is to be mended or explained.")});
    m_findings->show(std::move(lines));
    if (!m_content.findings.empty()) m_findings->select(0);
    show_finding();
    const Count learners = m_content.all.count("learners");
    m_summary->SetLabelText(
        fill(_("{1} classes, {2} learners, {3} of them female. {4} findings, {5} of them "
               "block."),
             {number(m_content.all.classes), number(learners.total), number(learners.female),
              number(static_cast<long long>(m_content.findings.size())),
              number(static_cast<long long>(blocking))}));
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
    return row && *row < m_content.findings.size() ? &m_content.findings[*row] : nullptr;
}

void BuildPanel::explain_selected() {
    const Finding finding = *selected_finding();
    widgets::FormDialog dialog(wxGetTopLevelParent(this), "explain", _("Explain a finding"), _("Keep"));
    auto* words = new wxStaticText(dialog.body(), wxID_ANY, m_session.sentence(finding.what));
    words->Wrap(dialog.FromDIP(460));
    dialog.rows().Add(words, 0, wxBOTTOM, dialog.FromDIP(widgets::space::medium));
    auto* form = new widgets::Form(dialog.body(), 1);
    wxTextCtrl* text = form->add_lines("explain.text", _("Why it is so"), finding.explanation, 3);
    dialog.rows().Add(form, 1, wxEXPAND);
    dialog.hint(_("It is written into every version of the return."));
    dialog.fit();
    text->SetFocus();
    if (dialog.ShowModal() != wxID_OK) return;
    storage::Transaction tx(m_session.database, m_session.actor);
    const auto done = explain(tx, ReturnPeriod(*m_month), m_content.findings, finding_key(finding),
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
std::optional<std::string> BuildPanel::ask_reason(core::Month month) {
    const auto before = std::find_if(m_built.begin(), m_built.end(),
                                     [&](const auto& one) { return one.period == core::to_iso(month); });
    if (before == m_built.end()) return std::string();
    widgets::FormDialog dialog(this, "return-reason", fill(_("Return of {1}"), {widgets::shown(month)}),
                               _("Build"));
    auto* words = new wxStaticText(
        dialog.body(), wxID_ANY,
        fill(_("Version {1} was built already. If figures have changed since, this makes the next version, "
               "which says what changed; without a change the same version is written again."),
             {number(before->version)}));
    words->Wrap(dialog.FromDIP(460));
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
    const core::Month month = *m_month;
    const auto reason = ask_reason(month);
    if (!reason) return;
    wxDirDialog folder(this, _("The folder for the return"), wxStandardPaths::Get().GetDocumentsDir());
    if (folder.ShowModal() != wxID_OK) return;
    const BuildOrder order{.month = month, .out = widgets::path_of(folder.GetPath()), .reason = *reason};
    m_session.run_job(fill(_("Building the return of {1}"), {widgets::shown(month)}),
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
    const wxString file = widgets::wx_path(target_of(folder, head).filename());
    // TRANSLATORS: {1} is a file's name.
    const wxString text =
        outcome.is_new ? fill(_("{1} is ready: hand it over by memory stick, mail or Telegram."), {file})
                       : fill(_("Nothing has changed since: {1} was written again as it was."), {file});
    m_page.messages().tell(Tone::good, text, _("Open the folder"),
                           [folder] { wxLaunchDefaultApplication(widgets::wx_path(folder)); });
}

} // namespace returns
