// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/ui/certificate_words.hpp"

#include "widgets/text.hpp"

#include <wx/translation.h>

namespace certificates {

using widgets::Tone;

wxString state_word(State state) {
    switch (state) {
    // TRANSLATORS: the states of a certificate's serial number.
    case State::reserved:
        return _("Reserved");
    case State::issued:
        return wxGETTEXT_IN_CONTEXT("certificate", "Issued");
    case State::spoiled:
        return _("Spoiled");
    case State::void_:
        return _("Void");
    case State::replaced:
        return _("Replaced");
    case State::lost:
        return _("Lost");
    }
    return {};
}

Tone state_tone(State state) {
    switch (state) {
    case State::issued:
        return Tone::good;
    case State::void_:
    case State::replaced:
        return Tone::bad;
    case State::spoiled:
    case State::lost:
        return Tone::warning;
    case State::reserved:
        return Tone::muted;
    }
    return Tone::plain;
}

wxString standing_words(const office::Session& session, const Candidate& candidate) {
    if (candidate.serial)
        // TRANSLATORS: the learner has a certificate; {1} is its serial number.
        return widgets::fill(_("Issued: {1}"), {widgets::wx(*candidate.serial)});
    // TRANSLATORS: the learner fulfils every condition of the award.
    if (candidate.eligible()) return _("May be awarded");
    wxString reasons;
    for (const core::Error& reason : candidate.reasons)
        reasons += (reasons.empty() ? "" : " ") + session.sentence(reason);
    return reasons;
}

Tone standing_tone(const Candidate& candidate) {
    if (candidate.serial) return Tone::info;
    return candidate.eligible() ? Tone::good : Tone::bad;
}

wxString verdict_words(CodeVerdict verdict) {
    switch (verdict) {
    // TRANSLATORS: the verdict on a certificate's code.
    case CodeVerdict::genuine:
        return _("Genuine");
    // TRANSLATORS: the verdict on a certificate's code: issued by the office, and made void or replaced
    // since.
    case CodeVerdict::void_:
        return _("No longer valid");
    // TRANSLATORS: the verdict on a certificate's code.
    case CodeVerdict::forged:
        return _("Forged or altered");
    // TRANSLATORS: the verdict on a certificate's code: signed by an office we do not know.
    case CodeVerdict::unknown_key:
        return _("Cannot be decided");
    }
    return {};
}

wxString verdict_meaning(CodeVerdict verdict) {
    switch (verdict) {
    case CodeVerdict::genuine:
        return _("The office signed exactly what stands below. Compare it with the paper.");
    case CodeVerdict::void_:
        return _("The office issued it once, and made it void or replaced it since.");
    case CodeVerdict::forged:
        return _("Its signature does not fit: do not accept it, and ask the office that it names.");
    case CodeVerdict::unknown_key:
        return _(
            "It was signed by an office whose key is not known here. Ask that office, or your province.");
    }
    return {};
}

Tone verdict_tone(CodeVerdict verdict) {
    switch (verdict) {
    case CodeVerdict::genuine:
        return Tone::good;
    case CodeVerdict::void_:
    case CodeVerdict::forged:
        return Tone::bad;
    case CodeVerdict::unknown_key:
        return Tone::warning;
    }
    return Tone::plain;
}

} // namespace certificates
