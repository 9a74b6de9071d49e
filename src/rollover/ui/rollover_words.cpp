// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollover/ui/rollover_words.hpp"

#include "widgets/text.hpp"

#include <wx/translation.h>

namespace rollover {

using widgets::fill;
using widgets::number;
using widgets::Tone;

wxString decision_word(Decision decision) {
    switch (decision) {
    case Decision::promote:
        return _("Promoted");
    case Decision::repeat:
        return _("Repeats");
    case Decision::leave:
        // TRANSLATORS: what becomes of a learner at the year's end: is in no class next year.
        return _("Leaves");
    case Decision::complete:
        // TRANSLATORS: what becomes of a learner at the year's end: has what the programme gives.
        return _("Has completed");
    }
    return {};
}

Tone decision_tone(Decision decision) {
    switch (decision) {
    case Decision::promote:
    case Decision::complete:
        return Tone::good;
    case Decision::repeat:
        return Tone::warning;
    case Decision::leave:
        return Tone::muted;
    }
    return Tone::plain;
}

wxString year_text(core::SchoolYear year) {
    return widgets::wx(year.to_text());
}

wxString institution_of(const office::Session& session, const YearClass& in) {
    const bool khmer = session.language == widgets::Language::khmer || in.institution_name.empty();
    return widgets::wx(khmer ? in.institution_km : in.institution_name);
}

wxString told(const office::Session& session, const Summary& done) {
    const auto year = core::SchoolYear::from_text(done.year);
    const wxString next = year ? year_text(year->next()) : wxString();
    // TRANSLATORS: {1} a school year, {2} how many classes, {3} how many learners.
    const wxString what = fill(_("{1}: {2} classes opened, {3} learners enrolled."),
                               {next, number(done.opened), number(done.enrolled)});
    if (done.institution_km.empty()) return what;
    const bool khmer = session.language == widgets::Language::khmer || done.institution_name.empty();
    // TRANSLATORS: {1} an institution, {2} what was done there.
    return fill(_("{1}. {2}"), {widgets::wx(khmer ? done.institution_km : done.institution_name), what});
}

wxString counted(const Plan& plan) {
    // TRANSLATORS: numbers of learners at the year's end.
    return fill(_("{1} promoted, {2} repeat, {3} have completed, {4} leave."),
                {number(plan.count(Decision::promote)), number(plan.count(Decision::repeat)),
                 number(plan.count(Decision::complete)), number(plan.count(Decision::leave))});
}

} // namespace rollover
