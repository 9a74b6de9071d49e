// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/ui/follow_up_dialog.hpp"

#include "attendance/ui/paper_dialog.hpp"
#include "attendance/ui/saving.hpp"
#include "attendance/ui/school_months.hpp"
#include "classes/class_store.hpp"
#include "widgets/accessible.hpp"
#include "widgets/form.hpp"
#include "widgets/job_dialog.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/sizer.h>

#include <algorithm>
#include <array>

namespace attendance {
namespace {

using widgets::space::large;
using widgets::space::small;

constexpr std::array days_offered = {2, 3, 4, 5, 6, 8, 10, 15, 20};

class FollowUpDialog final : public widgets::JobDialog {
  public:
    FollowUpDialog(wxWindow* parent, const office::Session& session, core::Month month, FollowUpOver over)
        : JobDialog(parent, _("Follow up"), "follow-up")
        , m_session(session)
        , m_months(school_months(month, session.database.clock().today())) {
        if (over == FollowUpOver::school_year) m_months.chosen = 0;
        for (const classes::ClassRow& row : classes::list_classes(session.database))
            if (row.status == classes::Status::open) m_open.push_back(row);
        m_lists = make_follow_up_lists(m_body, session);
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(make_choices(), 0, wxEXPAND | wxALL, FromDIP(large));
        for (const auto& list : m_lists) {
            list->view().Show(list == m_lists.front());
            rows->Add(&list->view(), 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(large));
            list->view().on_open([this](std::size_t) { show_class(); });
            list->view().on_select([this] { offer(); });
        }
        rows->Add(make_buttons(), 0, wxEXPAND | wxALL, FromDIP(large));
        offer();
        lay_out(rows, 1180, 640);
        m_list->SetFocus();
        // Once the window is there: a job gives the keyboard back to where it was.
        CallAfter([this] { choose_list(); });
    }

    std::optional<ClassMonth> wanted() const { return m_wanted; }

  private:
    Worker worker() { return worker_of(this, *m_jobs, *m_messages, m_session); }
    FollowUpList& list() { return *m_lists[static_cast<std::size_t>(m_list->GetSelection())]; }

    wxWindow* make_choices() {
        auto* form = new widgets::Form(m_body, 5);
        std::vector<wxString> names;
        for (const auto& one : m_lists)
            names.push_back(one->name());
        m_list = form->add_choice("follow-up.list", _("List"), names, 0);
        m_period = form->add_choice("follow-up.period", _("Days of"), m_months.names, m_months.chosen);
        std::vector<wxString> counts;
        for (const int days : days_offered)
            counts.push_back(widgets::number(days));
        m_days = form->add_choice("follow-up.days", _("Days in a row"), counts, 1);
        m_institution = form->add_choice("follow-up.institution", _("Institution"), institution_names(), 0);
        m_class = form->add_choice("follow-up.class", _("Class"), {}, wxNOT_FOUND);
        m_list->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { choose_list(); });
        m_period->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { read(); });
        m_days->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { read(); });
        m_institution->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
            fill_classes();
            narrow();
        });
        m_class->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { narrow(); });
        fill_classes();
        return form;
    }

    // Those that have open classes.
    std::vector<wxString> institution_names() {
        std::vector<wxString> names = {_("All institutions")};
        const bool khmer = m_session.language == widgets::Language::khmer;
        for (const classes::ClassRow& row : m_open) {
            if (std::find(m_institutions.begin(), m_institutions.end(), row.institution) !=
                m_institutions.end())
                continue;
            m_institutions.push_back(row.institution);
            names.push_back(widgets::wx(khmer || row.institution_name.empty() ? row.institution_km
                                                                              : row.institution_name));
        }
        return names;
    }

    void fill_classes() {
        m_class->Clear();
        m_classes.clear();
        m_class->Append(_("All classes"));
        const auto institution = chosen_institution();
        for (const classes::ClassRow& row : m_open) {
            if (institution && row.institution != *institution) continue;
            m_classes.push_back(row.id);
            m_class->Append(office::shown_name(m_session, row));
        }
        m_class->SetSelection(0);
    }

    std::optional<institutions::InstitutionId> chosen_institution() const {
        const int at = m_institution->GetSelection();
        if (at <= 0) return std::nullopt;
        return m_institutions[static_cast<std::size_t>(at) - 1];
    }
    std::optional<classes::ClassId> chosen_class() const {
        const int at = m_class->GetSelection();
        if (at <= 0) return std::nullopt;
        return m_classes[static_cast<std::size_t>(at) - 1];
    }

    Period period() const { return m_months.periods[static_cast<std::size_t>(m_period->GetSelection())]; }

    wxSizer* make_buttons() {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        m_letters =
            add_button(*row, "follow-up.letters", _("&Letters to guardians..."), [this] { letters(); });
        m_save = add_button(*row, "follow-up.save", _("&Save as workbook..."), [this] { save(); });
        row->AddStretchSpacer();
        m_show = add_button(*row, "follow-up.accept", _("Show the class's &month"), [this] { show_class(); });
        widgets::dress(*m_show, widgets::Part::primary_button);
        wxButton* close = add_button(*row, "follow-up.close", _("Close"), [this] { Close(); });
        SetEscapeId(close->GetId());
        return row;
    }

    wxButton* add_button(wxSizer& row, const char* id, const wxString& label, std::function<void()> run) {
        auto* button = new wxButton(m_body, wxID_ANY, label);
        widgets::name_control(*button, id, wxControl::RemoveMnemonics(label));
        button->Bind(wxEVT_BUTTON, [this, run = std::move(run)](wxCommandEvent&) { CallAfter(run); });
        row.Add(button, 0, wxRIGHT, FromDIP(small));
        return button;
    }

    void choose_list() {
        for (const auto& one : m_lists)
            one->view().Show(one.get() == &list());
        m_days->Enable(list().asks_days());
        // A limit is of the school year; the month that was chosen comes back with another list.
        if (m_period->IsEnabled()) m_month_before = m_period->GetSelection();
        m_period->Enable(!list().of_a_year());
        m_period->SetSelection(list().of_a_year() ? 0 : m_month_before);
        m_body->Layout();
        read();
    }

    void read() {
        Scope scope{.period = period(), .open_only = true};
        const int days = days_offered.at(static_cast<std::size_t>(m_days->GetSelection()));
        FollowUpList* shown = &list();
        worker().run(_("Reading the registers"),
                     [this, shown, scope, days](core::Progress& progress) -> widgets::JobRunner::Finish {
                         auto finish = shown->read(m_session.database, scope, days, progress);
                         return [this, finish = std::move(finish)] {
                             finish();
                             narrow();
                         };
                     });
    }

    void narrow() {
        list().narrow(chosen_institution(), chosen_class());
        offer();
    }

    // Greys what the list and its selection do not allow.
    void offer() {
        const bool any = list().count() > 0;
        m_letters->Enable(any && list().of_learners());
        m_save->Enable(any);
        m_show->Enable(list().chosen().has_value());
    }

    void show_class() {
        m_wanted = list().chosen();
        if (m_wanted) EndModal(wxID_OK);
    }

    void letters() {
        const auto papers = list().papers();
        const auto wish = ask_paper(this, m_session, papers, period());
        if (wish) show_papers(worker(), m_session, *wish);
    }

    void save() {
        const ListSheet sheet = list().sheet();
        save_list(this, worker(), m_session, period(), sheet);
    }

    const office::Session& m_session;
    SchoolMonths m_months;
    std::vector<classes::ClassRow> m_open;
    std::vector<institutions::InstitutionId> m_institutions; // as the choice offers them
    std::vector<classes::ClassId> m_classes;
    std::vector<std::unique_ptr<FollowUpList>> m_lists;
    std::optional<ClassMonth> m_wanted;
    wxChoice* m_list = nullptr;
    wxChoice* m_period = nullptr;
    int m_month_before = 0; // of m_period, the school year being 0
    wxChoice* m_days = nullptr;
    wxChoice* m_institution = nullptr;
    wxChoice* m_class = nullptr;
    wxButton* m_letters = nullptr;
    wxButton* m_save = nullptr;
    wxButton* m_show = nullptr;
};

} // namespace

std::optional<ClassMonth> show_follow_up(wxWindow* parent, const office::Session& session, core::Month month,
                                         FollowUpOver over) {
    FollowUpDialog dialog(parent, session, month, over);
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    return dialog.wanted();
}

} // namespace attendance
