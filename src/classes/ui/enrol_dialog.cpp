// SPDX-License-Identifier: GPL-3.0-or-later
#include "classes/ui/enrol_dialog.hpp"

#include "classes/enrolment_store.hpp"
#include "classes/ui/class_words.hpp"
#include "learners/ui/learner_table.hpp"
#include "widgets/data_list.hpp"
#include "widgets/form.hpp"
#include "widgets/search_box.hpp"
#include "widgets/text.hpp"

#include <wx/sizer.h>
#include <wx/stattext.h>

#include <array>

namespace classes {

namespace {

constexpr std::array reasons{LeavingReason::dropped_out, LeavingReason::moved,
                             LeavingReason::transferred, LeavingReason::work,
                             LeavingReason::illness,     LeavingReason::marriage,
                             LeavingReason::died,        LeavingReason::entered_by_mistake,
                             LeavingReason::other};

// Enrols whom the rules allow, each in its own right, and tells who was left out and why; how many came in.
int enrol_all(wxWindow* parent, office::Session& session, learners::LearnerSearch& search, ClassId in,
              const std::vector<learners::LearnerId>& learners, core::Day from) {
    int enrolled = 0;
    wxString refused;
    storage::Transaction tx(session.database, session.actor);
    for (const learners::LearnerId id : learners) {
        const auto result = enrol(tx, in, id, from);
        if (result) {
            ++enrolled;
            continue;
        }
        const std::array one{id};
        for (const learners::LearnerRow& row : learners::rows_of(session.database, one))
            refused += "\n" + office::shown_name(session, row) + ": " + session.sentence(result.error());
    }
    if (enrolled > 0) tx.commit();
    for (const learners::LearnerId id : learners)
        search.touched(id);
    if (!refused.empty())
        widgets::tell(parent, _("Not everyone could be enrolled"),
                      widgets::fill(_("Enrolled: {1}. Left out:"), {widgets::number(enrolled)}) + refused);
    return enrolled;
}

// An open class may be joined from today, or from its first day while that lies ahead or entry is over.
core::Day usual_first_day(const office::Session& session, const Class& in) {
    const core::Day today = session.database.clock().today();
    return in.open_entry && in.first_day < today && today <= in.last_day ? today : in.first_day;
}

class ChooseClass final : public widgets::FormDialog {
  public:
    ChooseClass(wxWindow* parent, office::Session& session, std::vector<ClassRow> open, std::size_t learners)
        : FormDialog(parent, "enrol", _("Enrol in a class"), _("Enrol"))
        , m_session(session)
        , m_open(std::move(open))
        , m_form(new widgets::Form(body(), 1)) {
        m_form->section(
            widgets::fill(_("Learners to enrol: {1}"), {widgets::number(static_cast<long long>(learners))}));
        std::vector<wxString> words;
        for (const ClassRow& row : m_open)
            // TRANSLATORS: a class in a list of choices: {1} its name, {2} its institution.
            words.push_back(widgets::fill(_("{1} - {2}"), {office::shown_name(session, row), place_of(row)}));
        m_class = m_form->add_choice("enrol.class", _("Class"), words, 0);
        m_from = m_form->add_date("enrol.from", _("In the class from"));
        m_class->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { show_day(); });
        show_day();
        rows().Add(m_form, 1, wxEXPAND);
        on_accept([this] {
            const auto day = m_from->day();
            if (!day) m_form->complain(m_from, m_session.sentence(day.error()));
            return day.has_value();
        });
        fit(520);
        m_class->SetFocus();
    }

    ClassId chosen() const { return m_open[static_cast<std::size_t>(m_class->GetSelection())].id; }
    core::Day from() const { return *m_from->day(); }

  private:
    wxString place_of(const ClassRow& row) const {
        const bool khmer = m_session.language == widgets::Language::khmer || row.institution_name.empty();
        return widgets::wx(khmer ? row.institution_km : row.institution_name);
    }
    void show_day() { m_from->set(usual_first_day(m_session, load_class(m_session.database, chosen()))); }

    office::Session& m_session;
    std::vector<ClassRow> m_open;
    widgets::Form* m_form;
    wxChoice* m_class;
    widgets::DateField* m_from;
};

class ChooseLearners final : public widgets::FormDialog {
  public:
    ChooseLearners(wxWindow* parent, office::Session& session, learners::LearnerSearch& search,
                   const Class& in)
        : FormDialog(parent, "enrol", widgets::fill(_("Enrol in {1}"), {office::shown_name(session, in)}),
                     _("Enrol"))
        , m_session(session)
        , m_table(new learners::LearnerTable(body(), session, search, "enrol"))
        , m_form(new widgets::Form(body(), 2)) {
        auto* hint = new wxStaticText(body(), wxID_ANY,
                                      _("Select one or more learners; hold Ctrl or Shift for several."));
        hint->SetForegroundColour(widgets::colour::muted);
        m_table->SetMinSize(FromDIP(wxSize(1000, 380)));
        m_from = m_form->add_date("enrol.from", _("In the class from"));
        m_from->set(usual_first_day(session, in));
        rows().Add(hint, 0, wxBOTTOM, FromDIP(widgets::space::small));
        rows().Add(m_table, 1, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::medium));
        rows().Add(m_form, 0, wxEXPAND);
        on_accept([this] {
            const auto day = m_from->day();
            if (!day) m_form->complain(m_from, m_session.sentence(day.error()));
            if (day && m_table->selection().empty())
                m_form->complain(m_from, _("Select at least one learner first."));
            return day.has_value() && !m_table->selection().empty();
        });
        m_table->refresh();
        fit(1040);
        m_table->search_box().SetFocus();
    }

    std::vector<learners::LearnerId> chosen() const { return m_table->selection(); }
    core::Day from() const { return *m_from->day(); }

  private:
    office::Session& m_session;
    learners::LearnerTable* m_table;
    widgets::Form* m_form;
    widgets::DateField* m_from = nullptr;
};

} // namespace

bool enrol_in_a_class(wxWindow* parent, office::Session& session, learners::LearnerSearch& search,
                      const std::vector<learners::LearnerId>& learners) {
    std::vector<ClassRow> open = list_classes(session.database);
    std::erase_if(open, [](const ClassRow& row) { return row.status != Status::open; });
    if (open.empty()) {
        widgets::tell(parent, _("No class is open"), _("Open a class first, on the page Classes."));
        return false;
    }
    ChooseClass dialog(parent, session, std::move(open), learners.size());
    return dialog.ShowModal() == wxID_OK &&
           enrol_all(parent, session, search, dialog.chosen(), learners, dialog.from()) > 0;
}

bool enrol_into(wxWindow* parent, office::Session& session, learners::LearnerSearch& search, ClassId id) {
    ChooseLearners dialog(parent, session, search, load_class(session.database, id));
    return dialog.ShowModal() == wxID_OK &&
           enrol_all(parent, session, search, id, dialog.chosen(), dialog.from()) > 0;
}

bool leave_class(wxWindow* parent, office::Session& session, const Enrolment& enrolment,
                 const wxString& learner) {
    widgets::FormDialog dialog(parent, "leave", _("Leave the class"), _("Leave the class"));
    auto* form = new widgets::Form(dialog.body(), 1);
    form->section(learner);
    auto* last = form->add_date("leave.last_day", _("Last day in the class"));
    last->set(session.database.clock().today());
    std::vector<wxString> words;
    for (const LeavingReason reason : reasons)
        words.push_back(leaving_word(reason));
    auto* reason = form->add_choice("leave.reason", _("Reason"), words, 0);
    dialog.rows().Add(form, 1, wxEXPAND);
    dialog.on_accept([&] {
        form->forget_complaints();
        const auto day = last->day();
        if (!day) {
            form->complain(last, session.sentence(day.error()));
            return false;
        }
        storage::Transaction tx(session.database, session.actor);
        const auto left =
            leave(tx, enrolment.id, *day, reasons.at(static_cast<std::size_t>(reason->GetSelection())));
        if (!left) {
            form->complain(last, session.sentence(left.error()));
            return false;
        }
        tx.commit();
        return true;
    });
    dialog.fit(420);
    return dialog.ShowModal() == wxID_OK;
}

} // namespace classes
