// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/ui/certificate_words.hpp"

#include "widgets/date_field.hpp"
#include "widgets/text.hpp"

#include <wx/translation.h>

#include <algorithm>

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
    const bool recognised =
        std::any_of(candidate.units.begin(), candidate.units.end(),
                    [](const AwardUnit& one) { return one.way == units::Way::recognition; });
    if (candidate.serial)
        // TRANSLATORS: the learner has a certificate; {1} is its serial number.
        return widgets::fill(recognised ? _("Issued: {1}, on prior learning too") : _("Issued: {1}"),
                             {widgets::wx(*candidate.serial)});
    if (candidate.eligible()) {
        if (recognised) return _("May be awarded, on prior learning too");
        if (candidate.rests_elsewhere()) return _("May be awarded, on units earned elsewhere too");
        // TRANSLATORS: the learner fulfils every condition of the award.
        return _("May be awarded");
    }
    wxString reasons;
    for (const core::Error& reason : candidate.reasons)
        reasons += (reasons.empty() ? "" : " ") + session.sentence(reason);
    return reasons;
}

wxString unit_lines(const office::Session& session, const std::vector<AwardUnit>& units) {
    wxString text;
    for (const AwardUnit& one : units) {
        if (one.own_class) continue;
        const bool khmer = session.language == widgets::Language::khmer;
        const wxString name = widgets::wx(khmer || one.name.en.empty() ? one.name.km : one.name.en);
        const wxString day = widgets::shown(one.earned_on);
        const bool recognised = one.way == units::Way::recognition;
        wxString line;
        if (one.office) {
            // TRANSLATORS: {1} is a unit, {2} a day, {3} an office.
            line = widgets::fill(recognised ? _("{1}: prior learning recognised on {2} by {3}")
                                            : _("{1}: earned on {2} at {3}"),
                                 {name, day, office::shown_name(session, *one.office)});
        } else {
            // TRANSLATORS: {1} is a unit, {2} a day.
            line = widgets::fill(recognised ? _("{1}: prior learning recognised on {2}")
                                            : _("{1}: earned on {2} in another class"),
                                 {name, day});
        }
        text += (text.empty() ? wxString() : wxString("\n")) + line;
    }
    return text;
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

const char* verdict_sign(CodeVerdict verdict) {
    switch (verdict) {
    case CodeVerdict::genuine:
        return "check";
    case CodeVerdict::void_:
    case CodeVerdict::forged:
        return "close";
    case CodeVerdict::unknown_key:
        return "warning";
    }
    return "warning";
}

wxString verdict_meaning(CodeVerdict verdict) {
    switch (verdict) {
    case CodeVerdict::genuine:
        return _("The office signed exactly what stands below.");
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

wxString document_words(CodeKind kind) {
    switch (kind) {
    case CodeKind::certificate:
        break;
    case CodeKind::record:
        return _("Record of learning");
    case CodeKind::provisional:
        return _("Provisional certificate");
    case CodeKind::partial:
        return _("Statement of partial achievement");
    case CodeKind::attendance:
        return _("Certificate of attendance");
    case CodeKind::transcript:
        return _("Transcript");
    }
    return {};
}

} // namespace certificates
