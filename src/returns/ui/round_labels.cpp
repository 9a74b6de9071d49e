// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/ui/round_labels.hpp"

#include "widgets/date_field.hpp"
#include "widgets/text.hpp"

#include <wx/translation.h>

namespace returns {

using widgets::Tone;

wxString standing_word(Standing standing) {
    switch (standing) {
    // TRANSLATORS: on the board of returns: nothing came, and it is not yet late.
    case Standing::waited_for:
        return _("Not sent");
    // TRANSLATORS: on the board of returns: nothing came, and the due day is past.
    case Standing::late:
        return _("Late");
    case Standing::received:
        return _("To be decided");
    case Standing::to_explain:
        return _("To be explained");
    // TRANSLATORS: on the board of returns: it was sent back.
    case Standing::to_mend:
        return _("To be mended");
    case Standing::accepted:
        return _("Accepted");
    }
    return {};
}

Tone standing_tone(Standing standing) {
    switch (standing) {
    case Standing::waited_for:
        return Tone::muted;
    case Standing::late:
    case Standing::to_mend:
        return Tone::bad;
    case Standing::received:
    case Standing::to_explain:
        return Tone::warning;
    case Standing::accepted:
        return Tone::good;
    }
    return Tone::plain;
}

wxString standing_word(OwnStanding standing) {
    switch (standing) {
    // TRANSLATORS: on a district's board of returns.
    case OwnStanding::to_build:
        return _("To be built");
    case OwnStanding::late:
        return _("Late");
    // TRANSLATORS: on a district's board of returns: built, and no receipt came yet.
    case OwnStanding::built:
        return _("Waits for the province");
    case OwnStanding::to_explain:
        return _("To be explained");
    case OwnStanding::to_mend:
        return _("To be mended");
    case OwnStanding::accepted:
        return _("Accepted");
    // TRANSLATORS: on a district's board of returns: accepted, and opened again to change something.
    case OwnStanding::correcting:
        return _("Open for a correction");
    // TRANSLATORS: on a district's board of returns: its figures are other than those that were accepted.
    case OwnStanding::changed:
        return _("Changed since accepted");
    }
    return {};
}

Tone standing_tone(OwnStanding standing) {
    switch (standing) {
    case OwnStanding::to_build:
        return Tone::info;
    case OwnStanding::late:
    case OwnStanding::to_mend:
        return Tone::bad;
    case OwnStanding::built:
        return Tone::muted;
    case OwnStanding::to_explain:
    case OwnStanding::correcting:
    case OwnStanding::changed:
        return Tone::warning;
    case OwnStanding::accepted:
        return Tone::good;
    }
    return Tone::plain;
}

wxString kind_word(PeriodKind kind) {
    switch (kind) {
    case PeriodKind::month:
        return _("Every month");
    case PeriodKind::semester:
        return _("Every semester");
    case PeriodKind::year:
        return _("Every school year");
    }
    return {};
}

wxString due_words(const std::optional<core::Day>& due) {
    // TRANSLATORS: {1} is the day until which a return is to come.
    return due ? widgets::fill(_("due {1}"), {widgets::shown(*due)}) : wxString();
}

wxString late_words(int days) {
    if (days <= 0) return {};
    return widgets::fill(wxPLURAL("{1} day late", "{1} days late", static_cast<unsigned>(days)),
                         {widgets::number(days)});
}

} // namespace returns
