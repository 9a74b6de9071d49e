// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of learners at a year's end, in the words of the screen.
#pragma once

#include "office/ui/session.hpp"
#include "rollover/rollover_store.hpp"
#include "widgets/theme.hpp"

namespace rollover {

wxString decision_word(Decision decision);
widgets::Tone decision_tone(Decision decision);
// "2025-2026" in a sentence.
wxString year_text(core::SchoolYear year);
wxString institution_of(const office::Session& session, const YearClass& in);
// "3 classes are opened for 2026-2027, and 71 learners enrolled."
wxString told(const office::Session& session, const Summary& done);
// How many of whom: promoted, repeating, leaving, completed.
wxString counted(const Plan& plan);

} // namespace rollover
