// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/ui/erasure_question.hpp"

#include "identity/erasure.hpp"
#include "learners/learner_store.hpp"
#include "widgets/reason_dialog.hpp"
#include "widgets/text.hpp"

namespace identity {

namespace {

wxString what_happens(const Erasure& plan) {
    if (plan.whole)
        return _("Nothing in the register depends on this record: it goes altogether, and only that it was "
                 "erased, and why, stays. This cannot be taken back. Older backups still hold it.");
    return widgets::fill(
        // TRANSLATORS: {1} and {2} are how many.
        _("Names, birth date, places, telephone, papers, answers and photo go, and with them what the record "
          "of changes and old imports say of them. The number, the sex, the year of birth and {1} enrolments "
          "with their marks stay; {2} certificates stay as they were issued, and so do signed returns. This "
          "cannot be taken back. Older backups still hold it."),
        {widgets::number(plan.enrolments), widgets::number(static_cast<long long>(plan.serials.size()))});
}

} // namespace

void erase_learner(widgets::Page& page, office::Session& session, learners::LearnerId id,
                   const std::function<void()>& erased) {
    const learners::Learner learner = learners::load_learner(session.database, id);
    const auto plan = plan_erasure(session.database, id);
    if (!plan) {
        page.messages().tell(widgets::Tone::warning, session.sentence(plan.error()));
        return;
    }
    const auto reason = widgets::ask_reason(
        wxGetTopLevelParent(&page), "erase-learner",
        {// TRANSLATORS: {1} a learner's name, {2} the number.
         .title = widgets::fill(_("Erase {1}, {2}"),
                                {office::shown_name(session, learner), widgets::wx(learner.number)}),
         .explanation = what_happens(*plan),
         .reason_label = _("Reason, kept in the record"),
         .do_label = _("Erase")});
    if (!reason) return;
    const auto done = erase_for_good(session.database, session.actor, id, *reason);
    if (!done) {
        page.messages().tell(widgets::Tone::bad, session.sentence(done.error()));
        return;
    }
    erased();
    page.messages().tell(widgets::Tone::good,
                         widgets::fill(_("The record {1} is erased."), {widgets::wx(learner.number)}));
}

} // namespace identity
