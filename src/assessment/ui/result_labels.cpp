// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/ui/result_labels.hpp"

#include <wx/translation.h>

namespace assessment {

wxString result_label(const Result& result) {
    switch (result.standing) {
    case Standing::none:
        break;
    case Standing::promoted:
        // TRANSLATORS: goes up to the next grade
        return _("Promoted");
    case Standing::passed_by_retest:
        return _("Passed by retest");
    case Standing::retest:
        return _("May sit the retest");
    case Standing::repeats:
        // TRANSLATORS: stays in the grade for another year
        return _("Repeats");
    case Standing::repeats_for_absence:
        return _("Repeats (absence)");
    }
    switch (result.verdict) {
    case Verdict::pass:
        return _("Pass");
    case Verdict::fail:
        return _("Fail");
    case Verdict::incomplete:
        break;
    }
    return _("Marks missing");
}

widgets::Tone result_tone(const Result& result) {
    using widgets::Tone;
    if (result.verdict == Verdict::incomplete || result.standing == Standing::retest) return Tone::warning;
    return result.verdict == Verdict::pass ? Tone::good : Tone::bad;
}

} // namespace assessment
