// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/ui/pack_move_dialog.hpp"

#include "assessment/ui/result_labels.hpp"
#include "certificates/pack_move.hpp"
#include "programmes/pack_versions.hpp"
#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/form.hpp"
#include "widgets/job_dialog.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/translation.h>

#include <algorithm>
#include <memory>

namespace certificates {
namespace {

using widgets::Cell;
using widgets::fill;
using widgets::number;
using widgets::Tone;
using widgets::wx;
using widgets::space::large;
using widgets::space::small;

// "6.13 D, 4., passed": what a result sheet says of a learner in a period.
wxString told(const assessment::Result& result, const std::string& average) {
    if (!result.average) return assessment::result_label(result);
    // TRANSLATORS: a learner's result: {1} the average, {2} the grade, {3} the rank, {4} passed, failed …
    return fill(_("{1}  {2}  rank {3}  {4}"), {wx(average), wx(result.grade), number(result.rank.value_or(0)),
                                               assessment::result_label(result)});
}

// With the day on which the office first had it.
wxString version_name(const programmes::PackVersion& one) {
    const wxString name = wx(one.version);
    // TRANSLATORS: {1} is a version of a programme's rules, {2} a day.
    if (!one.loaded_at) return one.current ? fill(_("{1} (new classes)"), {name}) : name;
    const wxString day = widgets::shown(core::day_in_cambodia(*one.loaded_at));
    return one.current ? fill(_("{1}, here since {2} (new classes)"), {name, day})
                       : fill(_("{1}, here since {2}"), {name, day});
}

class MoveDialog final : public widgets::JobDialog {
  public:
    MoveDialog(wxWindow* parent, office::Session& session, const programmes::CurrentPack& current)
        : JobDialog(parent, _("Move classes to another version"), "move")
        , m_session(session)
        , m_programme(current.pack.programme) {
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(make_head(current), 0, wxEXPAND | wxALL, FromDIP(large));
        make_lists();
        rows->Add(m_list, 2, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(large));
        rows->Add(m_details_title, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(large));
        rows->Add(m_details, 3, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(large));
        rows->Add(make_buttons(), 0, wxEXPAND | wxALL, FromDIP(large));
        lay_out(rows, 1180, 660);
        m_version->SetFocus();
        // Once the window is there: a job gives the keyboard back to where it was.
        CallAfter([this] { read(); });
    }

  private:
    wxWindow* make_head(const programmes::CurrentPack& current) {
        const auto versions = programmes::pack_versions(m_session.database, m_programme);
        std::vector<wxString> names;
        int selected = 0;
        if (versions)
            for (const programmes::PackVersion& one : *versions) {
                if (std::find(m_versions.begin(), m_versions.end(), one.version) != m_versions.end())
                    continue;
                if (one.version == current.pack.version) selected = static_cast<int>(m_versions.size());
                m_versions.push_back(one.version);
                names.push_back(version_name(one));
            }
        auto* form = new widgets::Form(m_body, 2);
        m_version = form->add_choice("move.version", _("Version they go over to"), names, selected);
        m_version->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { read(); });
        return form;
    }

    void make_lists() {
        m_list = new widgets::DataList(m_body, "move.classes", _("Classes"),
                                       {{.title = _("Class"), .width = 190, .grows = true},
                                        {.title = _("Version now"), .width = 110},
                                        {.title = _("Learners"), .width = 80, .right = true},
                                        {.title = _("Would change"), .width = 110, .right = true},
                                        {.title = _("Awards more / fewer"), .width = 150, .right = true},
                                        {.title = _("Note"), .width = 360, .grows = true}},
                                       widgets::DataList::Selection::many);
        m_list->on_select([this] { chosen(); });
        m_details_title = new wxStaticText(m_body, wxID_ANY, wxString());
        m_details_title->SetFont(m_details_title->GetFont().Bold());
        m_details = new widgets::DataList(m_body, "move.details", _("What would change"),
                                          {{.title = _("Learner"), .width = 220, .grows = true},
                                           {.title = _("Period"), .width = 180},
                                           {.title = _("Was"), .width = 300, .grows = true},
                                           {.title = _("Would be"), .width = 300, .grows = true}});
    }

    wxSizer* make_buttons() {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        auto* hint = new wxStaticText(m_body, wxID_ANY,
                                      _("Closed classes and those with a locked period keep their rules."));
        hint->SetForegroundColour(widgets::colour::muted);
        row->Add(hint, 1, wxALIGN_CENTRE_VERTICAL);
        const auto add = [&](const char* id, const wxString& label, std::function<void()> run) {
            auto* button = new wxButton(m_body, wxID_ANY, label);
            widgets::name_control(*button, id, wxControl::RemoveMnemonics(label));
            button->Bind(wxEVT_BUTTON, [this, run = std::move(run)](wxCommandEvent&) { CallAfter(run); });
            row->Add(button, 0, wxLEFT, FromDIP(small));
            return button;
        };
        auto* close = add("move.close", _("Close"), [this] { EndModal(wxID_CLOSE); });
        SetEscapeId(close->GetId());
        m_move = add("move.accept", _("&Move the chosen classes"), [this] { move(); });
        widgets::dress(*m_move, widgets::Part::primary_button);
        return row;
    }

    std::string version() const {
        const int at = m_version->GetSelection();
        return at < 0 ? std::string{} : m_versions[static_cast<std::size_t>(at)];
    }

    void failed(const core::Error& error) { m_messages->tell(Tone::bad, m_session.sentence(error)); }

    void read() {
        m_jobs->run(
            _("Working out what would change"),
            [this, to = version()](core::Progress& progress) -> widgets::JobRunner::Finish {
                auto moves = preview_moves(m_session.database, m_session.actor, m_programme, to, progress);
                if (!moves) return [this, error = moves.error()] { failed(error); };
                const auto kept = std::make_shared<std::vector<PackMove>>(*std::move(moves));
                return [this, kept] { show(std::move(*kept)); };
            },
            [this](const core::Error& error) { failed(error); });
    }

    void show(std::vector<PackMove> moves) {
        m_moves = std::move(moves);
        // Those that may go stand first.
        std::stable_partition(m_moves.begin(), m_moves.end(),
                              [](const PackMove& one) { return !one.refused.has_value(); });
        std::vector<std::size_t> all;
        for (std::size_t at = 0; at < m_moves.size(); ++at)
            if (!m_moves[at].refused) all.push_back(at);
        m_list->quietly([&] {
            m_list->set_rows(m_moves.size(), [this](std::size_t row, std::size_t column) {
                return row < m_moves.size() ? cell(m_moves[row], column) : Cell{};
            });
            m_list->say_when_empty(_("Every class of the programme has this version."));
            if (!m_moves.empty()) m_list->select(0);
            if (!all.empty()) m_list->select_rows(all);
        });
        chosen();
    }

    Cell cell(const PackMove& move, std::size_t column) const {
        switch (column) {
        case 0:
            return {office::shown_name(m_session, move.taught)};
        case 1:
            return {wx(move.from), Tone::muted};
        case 2:
            return {number(move.taught.learners)};
        case 3:
            return {move.refused ? wxString() : number(move.learners),
                    move.learners > 0 ? Tone::warning : Tone::plain};
        case 4: {
            const auto more = std::count_if(move.awards.begin(), move.awards.end(),
                                            [](const AwardChange& one) { return one.may_be_awarded; });
            if (move.awards.empty()) return {};
            return {number(more) + " / " + number(static_cast<long long>(move.awards.size()) - more)};
        }
        default:
            if (move.refused) return {why_not(*move.refused), Tone::closed};
            return {move.learners == 0 ? _("Nothing changes for anybody.") : wxString(), Tone::good};
        }
    }

    wxString why_not(const core::Error& refused) const {
        if (refused.code == "class.not-open") return _("It is closed, and keeps its rules.");
        return m_session.sentence(refused);
    }

    std::vector<std::size_t> movable() const {
        std::vector<std::size_t> rows = m_list->selection();
        std::erase_if(rows,
                      [this](std::size_t row) { return row >= m_moves.size() || m_moves[row].refused; });
        return rows;
    }

    void chosen() {
        m_move->Enable(!movable().empty());
        const auto row = m_list->selected();
        const PackMove* move = row && *row < m_moves.size() ? &m_moves[*row] : nullptr;
        m_details_title->SetLabelText(
            move == nullptr ? wxString()
                            // TRANSLATORS: {1} is a class, {2} and {3} are versions of a programme's rules.
                            : fill(_("{1}: from {2} to {3}"), {office::shown_name(m_session, move->taught),
                                                               wx(move->from), wx(move->to)}));
        m_shown = move == nullptr ? PackMove{} : *move;
        const std::size_t count = m_shown.results.size() + m_shown.awards.size();
        m_details->set_rows(count, [this](std::size_t at, std::size_t column) { return detail(at, column); });
        m_details->say_when_empty(m_shown.refused ? why_not(*m_shown.refused)
                                                  : _("Nothing changes for anybody."));
        m_body->Layout();
    }

    // Who may be awarded stands first.
    Cell detail(std::size_t at, std::size_t column) const {
        const bool khmer = m_session.language == widgets::Language::khmer;
        if (at < m_shown.awards.size()) {
            const AwardChange& one = m_shown.awards[at];
            if (column == 0) return {office::shown_name(m_session, one.learner)};
            if (column == 1) return {_("Award")};
            const bool may = (column == 3) == one.may_be_awarded;
            return {may ? _("may be awarded") : _("may not be awarded"), may ? Tone::good : Tone::warning};
        }
        at -= m_shown.awards.size();
        if (at >= m_shown.results.size()) return {};
        const ResultChange& one = m_shown.results[at];
        if (column == 0) return {office::shown_name(m_session, one.learner)};
        if (column == 1)
            return {wx(khmer || one.period.en.empty() ? one.period.km : one.period.en), Tone::muted};
        if (column == 2) return {told(one.was, one.average_was), assessment::result_tone(one.was)};
        return {told(one.is, one.average_is), assessment::result_tone(one.is)};
    }

    // All of the chosen, or none.
    void move() {
        std::vector<classes::ClassId> classes;
        for (const std::size_t row : movable())
            classes.push_back(m_moves[row].taught.id);
        if (classes.empty() || m_jobs->busy()) return;
        m_jobs->run(
            _("Moving the classes"),
            [this, classes, to = version()](core::Progress& progress) -> widgets::JobRunner::Finish {
                storage::Transaction tx(m_session.database, m_session.actor);
                for (std::size_t at = 0; at < classes.size(); ++at) {
                    if (progress.cancelled()) return [] {};
                    progress.report(static_cast<std::int64_t>(at), static_cast<std::int64_t>(classes.size()));
                    if (const auto done = take_pack(tx, classes[at], to); !done)
                        return [this, error = done.error()] { failed(error); };
                }
                tx.commit();
                return [this, to, count = classes.size()] {
                    // TRANSLATORS: {1} is how many classes, {2} a version.
                    m_messages->tell(Tone::good, fill(wxPLURAL("{1} class has version {2} now.",
                                                               "{1} classes have version {2} now.",
                                                               static_cast<unsigned>(count)),
                                                      {number(static_cast<long long>(count)), wx(to)}));
                    read();
                };
            },
            [this](const core::Error& error) { failed(error); });
    }

    office::Session& m_session;
    std::string m_programme;
    std::vector<std::string> m_versions;
    wxChoice* m_version = nullptr;
    widgets::DataList* m_list = nullptr;
    wxStaticText* m_details_title = nullptr;
    widgets::DataList* m_details = nullptr;
    wxButton* m_move = nullptr;
    std::vector<PackMove> m_moves;
    PackMove m_shown{};
};

} // namespace

void move_classes(wxWindow* parent, office::Session& session, const programmes::CurrentPack& current) {
    MoveDialog dialog(parent, session, current);
    dialog.ShowModal();
}

} // namespace certificates
