// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/ui/award_list_bar.hpp"

#include "certificates/award_list_paper.hpp"
#include "certificates/award_list_store.hpp"
#include "certificates/ui/award_list_history.hpp"
#include "certificates/ui/award_step_dialog.hpp"
#include "certificates/ui/issue_work.hpp"
#include "documents/ui/paper_preview.hpp"
#include "documents/ui/program_fonts.hpp"
#include "widgets/date_field.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/sizer.h>

#include <algorithm>
#include <memory>

namespace certificates {
namespace {

using widgets::fill;
using widgets::number;
using widgets::Tone;

} // namespace

AwardListBar::AwardListBar(wxWindow* parent, office::Session& session, widgets::Page& page,
                           std::function<void()> changed)
    : wxPanel(parent)
    , m_session(session)
    , m_page(page)
    , m_changed(std::move(changed)) {
    add_commands();
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const auto button = [&](std::string_view id) {
        wxButton* made = page.commands().make_button(this, id);
        row->Add(made, 0, wxRIGHT, FromDIP(widgets::space::small));
        return made;
    };
    m_steps = {{Step::prepare, button("certificates.prepare")},
               {Step::check, button("certificates.check")},
               {Step::approve, button("certificates.approve")},
               {Step::return_, button("certificates.return")}};
    m_others = {button("certificates.history"), button("certificates.list-paper")};
    SetSizer(row);
}

void AwardListBar::add_commands() {
    widgets::CommandList& commands = m_page.commands();
    const auto add = [&](const char* id, const wxString& label, const wxString& help, Step step) {
        commands.add({.id = id,
                      .label = label,
                      .help = help,
                      .run = [this, step] { take(step); },
                      .allowed = [this, step] { return IsShownOnScreen() && may(step); }});
    };
    add("certificates.prepare", _("Pre&pare the list..."),
        _("Keep the award list as it stands now, for a check and an approval"), Step::prepare);
    add("certificates.check", _("Chec&k the list..."), _("Say that somebody else checked the award list"),
        Step::check);
    add("certificates.approve", _("Appro&ve the list..."),
        _("The headteacher or the head of office approves the award list, here or on paper"), Step::approve);
    add("certificates.return", _("Re&turn..."), _("Send the award list back with remarks on it"),
        Step::return_);
    commands.add({.id = "certificates.history",
                  .label = _("&History..."),
                  .help = _("What was done with the class's award lists, by whom and when, and every remark"),
                  .run = [this] { history(); },
                  .allowed = [this] { return IsShownOnScreen() && m_list.has_value(); }});
    commands.add({.id = "certificates.list-paper",
                  .label = _("List for the &board..."),
                  .help = _("Save the award list for the board as a PDF or a workbook"),
                  .icon = "print",
                  .run = [this] { save(); },
                  .allowed = [this] { return IsShownOnScreen() && m_list.has_value(); }});
}

bool AwardListBar::may(Step step) const {
    if (!m_class) return false;
    const bool closed = m_class->status == classes::Status::closed;
    const bool waits = m_list && m_list->state() != Step::return_;
    switch (step) {
    case Step::prepare:
        return closed && m_awarded > 0 && (!waits || !m_changes.empty());
    case Step::check:
        return closed && waits && m_changes.empty() && m_list->state() == Step::prepare;
    case Step::approve:
        return closed && waits && m_changes.empty() && m_list->state() == Step::check;
    case Step::return_:
        return waits && (closed || m_class->status == classes::Status::approved);
    }
    return false;
}

void AwardListBar::show(const classes::ClassRow* row, const std::vector<Candidate>& candidates) {
    m_class = row ? std::optional{*row} : std::nullopt;
    m_list = row ? latest_list(m_session.database, row->id) : std::nullopt;
    m_changes.clear();
    m_awarded = std::count_if(candidates.begin(), candidates.end(),
                              [](const Candidate& one) { return one.eligible(); });
    if (m_list && m_list->state() != Step::return_ && row->status != classes::Status::issued) {
        const auto taught = classes::load_class(m_session.database, row->id);
        m_changes = changes_between(m_list->lines,
                                    lines_of(candidates, classes::load_rules(m_session.database, taught)));
        if (row->status == classes::Status::approved)
            std::erase_if(m_changes, [](const ListChange& change) { return !change.grave; });
    }
    for (const auto& [step, button] : m_steps)
        button->Show(may(step));
    for (wxButton* button : m_others)
        button->Show(m_list.has_value());
    const bool any = m_list.has_value() || may(Step::prepare);
    Show(any);
    Layout();
}

wxString AwardListBar::changed_words() const {
    const wxString first = m_session.sentence(m_changes.front().what);
    const auto others = static_cast<long long>(m_changes.size()) - 1;
    if (others == 0) return fill(_("Changed since: {1} Prepare the list again."), {first});
    // TRANSLATORS: {1} is a sentence about one learner, {2} how many more there are.
    return fill(_("Changed since: {1} {2} more. Prepare the list again."), {first, number(others)});
}

wxString AwardListBar::sentence() const {
    if (!m_class || !m_list || m_class->status == classes::Status::issued ||
        m_class->status == classes::Status::open)
        return {};
    const ListStep& last = m_list->last();
    const wxString day = widgets::shown(last.day);
    const wxString name = widgets::wx(last.name);
    const wxString awarded = number(m_list->awarded());
    if (!m_changes.empty()) {
        if (m_class->status == classes::Status::closed) return changed_words();
        return fill(_("Approved, and changed since: {1} Return the list and prepare it again."),
                    {m_session.sentence(m_changes.front().what)});
    }
    switch (m_list->state()) {
    case Step::prepare:
        // TRANSLATORS: {1} a name, {2} a day, {3} how many learners.
        return fill(_("Prepared by {1} on {2}: {3} to be awarded. Somebody else checks it now."),
                    {name, day, awarded});
    case Step::check:
        return fill(_("Checked by {1} on {2}: {3} to be awarded. It waits for the approval."),
                    {name, day, awarded});
    case Step::approve:
        if (last.on_paper)
            return fill(_("Approved on paper by {1} on {2}: {3} to be awarded. Issue their certificates."),
                        {name, day, awarded});
        return fill(_("Approved by {1} on {2}: {3} to be awarded. Issue their certificates."),
                    {name, day, awarded});
    case Step::return_:
        if (last.remark.empty())
            return fill(_("Returned by {1} on {2} with remarks on learners. Mend them and prepare it again."),
                        {name, day});
        return fill(_("Returned by {1} on {2}: {3}"), {name, day, widgets::wx(last.remark)});
    }
    return {};
}

void AwardListBar::take(Step step) {
    if (!take_step(wxGetTopLevelParent(this), m_session, *m_class, m_list, step)) return;
    m_page.messages().dismiss();
    m_changed();
}

void AwardListBar::history() {
    show_history(wxGetTopLevelParent(this), m_session, *m_class);
}

void AwardListBar::save() {
    m_session.run_job(
        _("Preparing the pages"), [this, list = *m_list](core::Progress&) -> widgets::JobRunner::Finish {
            const AwardListSheet sheet = load_award_list_sheet(m_session.database, list);
            auto paper =
                documents::paper_of_sheet(paper_of(sheet), documents::load_program_fonts(), sheet.made_at);
            return [this, sheet, paper = std::move(paper)]() mutable {
                if (!paper) return m_page.messages().tell(Tone::warning, m_session.sentence(paper.error()));
                paper->title = _("The list for the board");
                paper->file = "award-list";
                paper->kind = "award-list";
                paper->workbook = [sheet](const std::filesystem::path& path) {
                    return write_award_list(path, sheet, documents::program_font_folders());
                };
                paper->sentence = m_session.sentence;
                documents::show_paper(wxGetTopLevelParent(this), *paper);
            };
        });
}

} // namespace certificates
