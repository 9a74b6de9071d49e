// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/ui/paper_dialog.hpp"

#include "classes/class_store.hpp"
#include "classes/enrolment_store.hpp"
#include "learners/learner_store.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"

#include <wx/sizer.h>

#include <algorithm>

namespace attendance {
namespace {

class PaperDialog final : public widgets::FormDialog {
  public:
    // `classes`: of one learner, to choose from; none for a list.
    PaperDialog(wxWindow* parent, const office::Session& session, const wxString& whom,
                std::vector<classes::LearnerClass> learner_classes, Period period)
        : FormDialog(parent, "paper", _("Attendance on paper"), _("Show the pages"))
        , m_session(session)
        , m_classes(std::move(learner_classes))
        , m_form(new widgets::Form(body(), 2)) {
        m_form->section(whom);
        m_kind = m_form->add_choice("paper.kind", _("Paper"),
                                    {_("Letter to the guardian"), _("Statement of attendance")}, 0);
        if (m_classes.empty())
            m_form->skip();
        else
            m_class = m_form->add_choice("paper.class", _("Class"), class_names(), 0);
        m_first = m_form->add_date("paper.first", _("First day"));
        m_last = m_form->add_date("paper.last", _("Last day"));
        m_date = m_form->add_date("paper.date", _("Date on the paper"));
        m_form->note(m_date, _("Leave it empty to write it by pen."));
        show_period(m_classes.empty() ? period : period_of(0));
        if (m_class)
            m_class->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { show_period(period_of(chosen_class())); });
        rows().Add(m_form, 1, wxEXPAND);
        on_accept([this] { return read(); });
        fit(560);
        m_kind->SetFocus();
    }

    PaperKind kind() const { return m_kind->GetSelection() == 0 ? PaperKind::letter : PaperKind::statement; }
    Period period() const { return m_period; }
    PaperDate dated() const { return m_dated; }
    std::size_t chosen_class() const {
        return static_cast<std::size_t>(std::max(0, m_class->GetSelection()));
    }

  private:
    std::vector<wxString> class_names() const {
        std::vector<wxString> names;
        for (const classes::LearnerClass& one : m_classes)
            names.push_back(office::shown_name(m_session, one));
        return names;
    }

    // The class's days as far as they have come.
    Period period_of(std::size_t at) const {
        const auto taught = classes::load_class(m_session.database, m_classes[at].enrolment.in);
        const core::Day today = m_session.database.clock().today();
        return {taught.first_day, std::max(taught.first_day, std::min(today, taught.last_day))};
    }

    void show_period(Period period) {
        m_first->set(std::optional(period.first));
        m_last->set(std::optional(period.last));
    }

    std::optional<core::Day> read_day(widgets::DateField* field) {
        const auto day = field->day();
        if (day) return *day;
        m_form->complain(field, m_session.sentence(day.error()));
        return std::nullopt;
    }

    bool read() {
        m_form->forget_complaints();
        const auto first = read_day(m_first);
        const auto last = read_day(m_last);
        if (!first || !last) return false;
        if (*last < *first) {
            m_form->complain(m_last, _("The last day stands before the first."));
            return false;
        }
        m_period = {*first, *last};
        m_dated.reset();
        if (!m_date->empty()) {
            m_dated = read_day(m_date);
            if (!m_dated) return false;
        }
        return true;
    }

    const office::Session& m_session;
    std::vector<classes::LearnerClass> m_classes;
    widgets::Form* m_form;
    wxChoice* m_kind = nullptr;
    wxChoice* m_class = nullptr;
    widgets::DateField* m_first = nullptr;
    widgets::DateField* m_last = nullptr;
    widgets::DateField* m_date = nullptr;
    Period m_period{};
    PaperDate m_dated{};
};

wxString file_name(PaperKind kind) {
    // TRANSLATORS: the name of a file, without its ending.
    return kind == PaperKind::letter ? _("letters") : _("statements of attendance");
}

} // namespace

std::optional<PaperWish> ask_paper(wxWindow* parent, const office::Session& session,
                                   const std::vector<PaperOf>& papers, Period period) {
    const auto count = static_cast<unsigned>(papers.size());
    const core::Day today = session.database.clock().today();
    PaperDialog dialog(
        parent, session,
        widgets::fill(wxPLURAL("For {1} learner", "For {1} learners", count), {widgets::number(count)}), {},
        {period.first, std::max(period.first, std::min(period.last, today))});
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    return PaperWish{papers, dialog.kind(), dialog.period(), dialog.dated(), file_name(dialog.kind())};
}

std::optional<PaperWish> ask_learner_paper(wxWindow* parent, const office::Session& session,
                                           learners::LearnerId learner) {
    const auto person = learners::load_learner(session.database, learner);
    auto in = classes::enrolments_of(session.database, learner);
    std::erase_if(in, [](const classes::LearnerClass& one) {
        return one.enrolment.reason == classes::LeavingReason::entered_by_mistake;
    });
    if (in.empty()) {
        widgets::tell(parent, _("Attendance on paper"), _("The learner has not been in a class yet."));
        return std::nullopt;
    }
    PaperDialog dialog(parent, session, office::shown_name(session, person), in, {});
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    return PaperWish{{{in[dialog.chosen_class()].enrolment.in, learner}},
                     dialog.kind(),
                     dialog.period(),
                     dialog.dated(),
                     widgets::wx(person.number)};
}

} // namespace attendance
