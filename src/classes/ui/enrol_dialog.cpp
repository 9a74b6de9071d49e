// SPDX-License-Identifier: GPL-3.0-or-later
#include "classes/ui/enrol_dialog.hpp"

#include "classes/ui/bulk_dialog.hpp"
#include "classes/ui/class_words.hpp"
#include "learners/ui/learner_table.hpp"
#include "widgets/data_list.hpp"
#include "widgets/form.hpp"
#include "widgets/search_box.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>
#include <array>

namespace classes {

namespace {

constexpr std::array reasons{LeavingReason::dropped_out, LeavingReason::moved,
                             LeavingReason::transferred, LeavingReason::work,
                             LeavingReason::illness,     LeavingReason::marriage,
                             LeavingReason::died,        LeavingReason::entered_by_mistake,
                             LeavingReason::other};

class ChooseLearners final : public widgets::FormDialog {
  public:
    ChooseLearners(wxWindow* parent, office::Session& session, learners::LearnerSearch& search,
                   const Class& in)
        : FormDialog(parent, "enrol", widgets::fill(_("Enrol in {1}"), {office::shown_name(session, in)}),
                     _("Enrol"))
        , m_session(session)
        , m_table(new learners::LearnerTable(body(), session, search, m_filter, "enrol"))
        , m_form(new widgets::Form(body(), 2)) {
        auto* hint = new wxStaticText(body(), wxID_ANY,
                                      _("Select one or more learners; hold Ctrl or Shift for several."));
        hint->SetForegroundColour(widgets::colour::muted);
        m_table->SetMinSize(widgets::text_room(*this, 1000, 380));
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
    learners::Filter m_filter; // its own: the page's stays as it is
    learners::LearnerTable* m_table;
    widgets::Form* m_form;
    widgets::DateField* m_from = nullptr;
};

} // namespace

bool enrol_into(wxWindow* parent, office::Session& session, learners::LearnerSearch& search, ClassId id) {
    ChooseLearners dialog(parent, session, search, load_class(session.database, id));
    if (dialog.ShowModal() != wxID_OK) return false;
    const BulkRequest request{
        .kind = BulkKind::enrol, .learners = dialog.chosen(), .to = id, .day = dialog.from()};
    const BulkPlan plan = plan_bulk(session.database, request);
    const bool plain = std::all_of(plan.lines.begin(), plan.lines.end(),
                                   [](const BulkLine& line) { return !line.refusal && line.hints.empty(); });
    // Where there is something to say of somebody, it is said before.
    if (!plain)
        return change_many(
                   parent, session, search,
                   {.kind = BulkKind::enrol, .learners = request.learners, .to = id, .day = request.day})
            .has_value();
    storage::Transaction tx(session.database, session.actor);
    if (!apply_bulk(tx, request)) return false;
    tx.commit();
    search.touched(request.learners);
    return true;
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
