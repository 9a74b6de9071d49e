// SPDX-License-Identifier: GPL-3.0-or-later
#include "classes/ui/class_words.hpp"

#include "programmes/pack_store.hpp"
#include "widgets/date_field.hpp"
#include "widgets/text.hpp"

#include <wx/translation.h>

namespace classes {

wxString status_word(Status status) {
    switch (status) {
    // TRANSLATORS: the status of a class: teaching goes on.
    case Status::open:
        return _("Open");
    // TRANSLATORS: the status of a class: its register is complete.
    case Status::closed:
        return _("Closed");
    // TRANSLATORS: the status of a class: the headteacher approved who is awarded.
    case Status::approved:
        return _("Approved");
    // TRANSLATORS: the status of a class: certificates were issued.
    case Status::issued:
        return _("Issued");
    }
    return {};
}

widgets::Tone status_tone(Status status) {
    switch (status) {
    case Status::open:
        return widgets::Tone::info;
    case Status::closed:
        return widgets::Tone::muted;
    case Status::approved:
        return widgets::Tone::warning;
    case Status::issued:
        return widgets::Tone::good;
    }
    return widgets::Tone::plain;
}

wxString leaving_word(LeavingReason reason) {
    switch (reason) {
    case LeavingReason::dropped_out:
        return _("Dropped out");
    case LeavingReason::moved:
        return _("Moved away");
    case LeavingReason::transferred:
        return _("Transferred");
    // TRANSLATORS: why a learner left: for work.
    case LeavingReason::work:
        return _("Work");
    case LeavingReason::illness:
        return _("Illness");
    case LeavingReason::marriage:
        return _("Marriage");
    case LeavingReason::died:
        return _("Died");
    case LeavingReason::entered_by_mistake:
        return _("Entered by mistake");
    // TRANSLATORS: why a learner left: another reason.
    case LeavingReason::other:
        return _("Other reason");
    }
    return {};
}

wxString wording(const office::Session& session, const programmes::Wording& words) {
    const bool khmer = session.language == widgets::Language::khmer || words.en.empty();
    return widgets::wx(khmer ? words.km : words.en);
}

wxString programme_name(const office::Session& session, std::string_view key) {
    return wording(session, programmes::programme_name(session.database, key));
}

wxString weekdays_text(const Weekdays& weekdays) {
    wxString text;
    for (unsigned weekday = 1; weekday <= 7; ++weekday)
        if (weekdays.holds(weekday))
            text += (text.empty() ? wxString() : wxString(" ")) + widgets::weekday_letters(weekday);
    return text;
}

} // namespace classes
