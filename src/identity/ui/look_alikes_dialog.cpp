// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/ui/look_alikes_dialog.hpp"

#include "identity/look_alikes.hpp"
#include "identity/merge.hpp"
#include "identity/other_person.hpp"
#include "identity/ui/merge_history_dialog.hpp"
#include "identity/ui/pair_view.hpp"
#include "learners/learner_list.hpp"
#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/date_field.hpp"
#include "widgets/job_panel.hpp"
#include "widgets/message_bar.hpp"
#include "widgets/text.hpp"
#include "widgets/wide_dialog.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace identity {
namespace {

using learners::LearnerId;

// A pair with what its line shows.
struct Shown {
    LookAlike pair;
    Likeness likeness;
    learners::LearnerRow a;
    learners::LearnerRow b;
};

std::vector<Shown> find(const storage::Database& database, core::Progress& progress) {
    std::vector<Shown> all;
    const LookAlikes found = find_look_alikes(database, progress);
    if (found.pairs.empty()) return all;
    const Explainer explainer(database);
    for (const LookAlike& pair : found.pairs) {
        const std::array both = {pair.a, pair.b};
        auto rows = learners::rows_of(database, both);
        all.push_back(
            {pair, explainer.explain(pair.a, pair.b), std::move(rows.at(0)), std::move(rows.at(1))});
    }
    return all;
}

class LookAlikesDialog final : public wxDialog {
  public:
    LookAlikesDialog(wxWindow* parent, office::Session& session)
        : wxDialog(parent, wxID_ANY, _("Look-alikes"), wxDefaultPosition, wxDefaultSize,
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
        , m_session(session)
        , m_body(new wxPanel(this))
        , m_jobs(new widgets::JobPanel(this, m_body))
        , m_messages(new widgets::MessageBar(m_body)) {
        SetName("lookalikes");
        SetBackgroundColour(widgets::colour::ground);
        make_list();
        m_pair = new PairView(m_body, session);
        m_pair->on_change([this] { allow(); });
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(m_messages, 0, wxEXPAND);
        rows->Add(m_list, 2, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(widgets::space::medium));
        rows->Add(make_reasons(), 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(widgets::space::medium));
        rows->Add(m_pair, 3, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(widgets::space::medium));
        rows->Add(make_buttons(), 0, wxEXPAND | wxALL, FromDIP(widgets::space::medium));
        m_body->SetSizer(rows);
        auto* all = new wxBoxSizer(wxVERTICAL);
        all->Add(m_body, 1, wxEXPAND);
        all->Add(m_jobs, 0, wxEXPAND);
        SetSizer(all);
        widgets::size_to_screen(*this, 1240, 710);
        widgets::on_leaving(*this, [this] { leave(); });
        show();
        CallAfter([this] { look(); });
    }

    bool wrote() const { return m_wrote; }

  private:
    void make_list() {
        m_list =
            new widgets::DataList(m_body, "lookalikes", _("Pairs that look alike"),
                                  // TRANSLATORS: heading: how likely it is that two records are one person.
                                  {{.title = _("Likely"), .width = 80, .right = true},
                                   {.title = _("One record"), .width = 250, .grows = true},
                                   {.title = _("Another record"), .width = 250, .grows = true},
                                   {.title = _("Why"), .width = 420, .grows = true}});
        m_list->say_when_empty(_("No two learners look alike."));
        m_list->on_select([this] { show_pair(); });
    }

    wxSizer* make_reasons() {
        m_reasons = new wxStaticText(m_body, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                                     wxST_ELLIPSIZE_END);
        widgets::name_control(*m_reasons, "lookalikes.reasons", _("Why"));
        m_reasons->SetForegroundColour(widgets::colour::muted);
        m_reasons->SetMinSize(wxSize(-1, widgets::row_height(*this)));
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(m_reasons, 1, wxALIGN_CENTRE_VERTICAL);
        return row;
    }

    wxButton* make_button(const char* id, const wxString& label, const wxString& help,
                          void (LookAlikesDialog::*run)()) {
        auto* button = new wxButton(m_body, wxID_ANY, label);
        widgets::name_control(*button, id, wxControl::RemoveMnemonics(label));
        button->SetToolTip(help);
        button->Bind(wxEVT_BUTTON,
                     [this, run](wxCommandEvent&) { CallAfter([this, run] { (this->*run)(); }); });
        return button;
    }

    wxSizer* make_buttons() {
        m_merge = make_button("lookalikes.merge", _("&Merge"), _("Make one record of the two"),
                              &LookAlikesDialog::merge_pair);
        widgets::dress(*m_merge, widgets::Part::primary_button);
        m_turn = make_button("lookalikes.turn", _("&Keep the other record"),
                             _("The number that stays is the other record's"), &LookAlikesDialog::turn_round);
        m_other = make_button("lookalikes.other", _("Two &people"), _("Remember that these are two people"),
                              &LookAlikesDialog::other_person);
        m_later = make_button("lookalikes.later", _("&Later"), _("Decide about this pair another time"),
                              &LookAlikesDialog::put_off);
        auto* history =
            make_button("lookalikes.history", _("Merge &history..."),
                        _("Every merge so far, and taking one back"), &LookAlikesDialog::show_history);
        m_close = make_button("lookalikes.close", _("Close"), wxString(), &LookAlikesDialog::leave);
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        const int gap = FromDIP(widgets::space::small);
        row->Add(history, 0, wxRIGHT, gap);
        row->AddStretchSpacer();
        row->Add(m_later, 0, wxRIGHT, gap);
        row->Add(m_other, 0, wxRIGHT, gap);
        row->Add(m_turn, 0, wxRIGHT, gap);
        row->Add(m_merge, 0, wxRIGHT, gap);
        row->Add(m_close);
        return row;
    }

    void leave() {
        if (m_jobs->busy()) {
            m_jobs->cancel();
            return;
        }
        EndModal(wxID_CLOSE);
    }

    void look() {
        m_jobs->run(
            _("Looking for learners who look alike"),
            [this](core::Progress& progress) -> widgets::JobRunner::Finish {
                auto found = find(m_session.database, progress);
                return [this, found = std::move(found)]() mutable {
                    m_pairs = std::move(found);
                    show();
                };
            },
            [this](const core::Error& error) {
                m_messages->tell(widgets::Tone::bad, m_session.sentence(error));
            });
    }

    wxString words_of(const std::vector<core::Error>& reasons) const {
        wxString text;
        for (const core::Error& reason : reasons)
            text += (text.empty() ? "" : ", ") + m_session.sentence(reason);
        return text;
    }

    wxString record_text(const learners::LearnerRow& row) const {
        wxString text = office::shown_name(m_session, row);
        if (row.born) text += "  " + widgets::shown(*row.born);
        return text + "  " + widgets::wx(row.number);
    }

    // With the cursor on `row`, or the last one.
    void show(std::size_t row = 0) {
        m_list->set_rows(m_pairs.size(), [this](std::size_t at, std::size_t column) -> widgets::Cell {
            const Shown& shown = m_pairs[at];
            switch (column) {
            case 0:
                return {widgets::number(std::lround(shown.pair.score * 100)) + " %"};
            case 1:
                return {record_text(shown.a)};
            case 2:
                return {record_text(shown.b)};
            default:
                return {words_of(shown.likeness.because), widgets::Tone::muted};
            }
        });
        const bool any = !m_pairs.empty();
        m_reasons->Show(any);
        m_pair->Show(any);
        m_body->Layout();
        if (any) {
            m_list->select(std::min(row, m_pairs.size() - 1));
            m_list->focus_list();
        } else {
            show_pair();
            m_close->SetFocus(); // a list without rows takes no keyboard, and Escape would go nowhere
        }
    }

    const Shown* current() const {
        const auto row = m_list->selected();
        return row && *row < m_pairs.size() ? &m_pairs[*row] : nullptr;
    }

    void show_pair() {
        const Shown* shown = current();
        if (shown == nullptr) {
            m_pair->clear();
            m_reasons->SetLabelText(wxString());
        } else {
            m_pair->show(shown->pair.a, shown->pair.b);
            wxString text = words_of(shown->likeness.because);
            if (!shown->likeness.against.empty())
                // TRANSLATORS: {1} are reasons for, {2} reasons against two records being one person.
                text =
                    widgets::fill(_("For: {1}.  Against: {2}."), {text, words_of(shown->likeness.against)});
            m_reasons->SetLabelText(text);
            m_reasons->SetToolTip(text);
            widgets::name_control(*m_reasons, "lookalikes.reasons", text);
        }
        allow();
    }

    void allow() {
        const bool any = current() != nullptr;
        m_merge->Enable(any && !m_pair->lacks_choice());
        for (wxButton* button : {m_turn, m_other, m_later})
            button->Enable(any);
    }

    void turn_round() { m_pair->turn_round(); }

    // The pair at the cursor, and with `gone` every other of that record, is dealt with.
    void drop(const Shown& dealt_with, std::optional<LearnerId> gone) {
        const std::size_t row = m_list->selected().value_or(0);
        const LookAlike pair = dealt_with.pair;
        std::erase_if(m_pairs, [&](const Shown& one) {
            const bool same = one.pair.a == pair.a && one.pair.b == pair.b;
            return same || (gone && (one.pair.a == *gone || one.pair.b == *gone));
        });
        show(row);
    }

    void merge_pair() {
        const Shown* shown = current();
        if (shown == nullptr || m_pair->lacks_choice()) return;
        const LearnerId gone = m_pair->gone();
        storage::Transaction tx(m_session.database, m_session.actor);
        const auto merged = merge(tx, m_pair->kept(), gone, m_pair->choice());
        if (!merged) {
            m_messages->tell(widgets::Tone::bad, m_session.sentence(merged.error()));
            return;
        }
        tx.commit();
        m_wrote = true;
        drop(*shown, gone);
        m_messages->tell(widgets::Tone::good, _("The two records are one."), _("Take back"),
                         [this, id = merged->id] { take_back(id); });
    }

    void take_back(MergeId id) {
        storage::Transaction tx(m_session.database, m_session.actor);
        const auto undone = undo_merge(tx, id);
        if (!undone) {
            m_messages->tell(widgets::Tone::bad, m_session.sentence(undone.error()));
            return;
        }
        tx.commit();
        m_messages->tell(widgets::Tone::good, _("The merge was taken back."));
        look();
    }

    void other_person() {
        const Shown* shown = current();
        if (shown == nullptr) return;
        storage::Transaction tx(m_session.database, m_session.actor);
        if (const auto decided = decide_other_person(tx, shown->pair.a, shown->pair.b); !decided) {
            m_messages->tell(widgets::Tone::bad, m_session.sentence(decided.error()));
            return;
        }
        tx.commit();
        m_wrote = true;
        drop(*shown, std::nullopt);
        m_messages->tell(widgets::Tone::good, _("These two are not shown again."));
    }

    void put_off() {
        if (const Shown* shown = current()) drop(*shown, std::nullopt);
    }

    void show_history() {
        if (!show_merges(this, m_session)) return;
        m_wrote = true;
        look();
    }

    office::Session& m_session;
    std::vector<Shown> m_pairs;
    bool m_wrote = false;
    wxPanel* m_body;
    widgets::JobPanel* m_jobs;
    widgets::MessageBar* m_messages;
    widgets::DataList* m_list = nullptr;
    PairView* m_pair = nullptr;
    wxStaticText* m_reasons = nullptr;
    wxButton* m_close = nullptr;
    wxButton* m_merge = nullptr;
    wxButton* m_turn = nullptr;
    wxButton* m_other = nullptr;
    wxButton* m_later = nullptr;
};

} // namespace

bool show_look_alikes(wxWindow* parent, office::Session& session) {
    LookAlikesDialog dialog(parent, session);
    dialog.ShowModal();
    return dialog.wrote();
}

} // namespace identity
