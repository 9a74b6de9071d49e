// SPDX-License-Identifier: GPL-3.0-or-later
// How the states of certificates and the verdicts on codes are called on the screen.
#pragma once

#include "certificates/eligibility.hpp"
#include "certificates/register_store.hpp"
#include "certificates/verify.hpp"
#include "office/ui/session.hpp"
#include "widgets/theme.hpp"

namespace certificates {

wxString state_word(State state);
widgets::Tone state_tone(State state);

// One line: may be awarded, already has a serial, or every reason why not.
wxString standing_words(const office::Session& session, const Candidate& candidate);
// A sentence for each unit that was not earned in the class itself, a line each; empty where there is none.
wxString unit_lines(const office::Session& session, const std::vector<AwardUnit>& units);
widgets::Tone standing_tone(const Candidate& candidate);

wxString verdict_words(CodeVerdict verdict);
// The name of the icon that says the same without its colour.
const char* verdict_sign(CodeVerdict verdict);
// What the verdict means for whoever holds the paper.
wxString verdict_meaning(CodeVerdict verdict);
widgets::Tone verdict_tone(CodeVerdict verdict);
// Which paper a code stands on; empty for a certificate.
wxString document_words(CodeKind kind);

} // namespace certificates
