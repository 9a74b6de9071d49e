// SPDX-License-Identifier: GPL-3.0-or-later
// How boards, rounds and decisions speak on the screen.
#pragma once

#include "returns/status.hpp"
#include "widgets/theme.hpp"

#include <wx/string.h>

namespace returns {

wxString standing_word(Standing standing);
widgets::Tone standing_tone(Standing standing);
wxString standing_word(OwnStanding standing);
widgets::Tone standing_tone(OwnStanding standing);

wxString kind_word(PeriodKind kind);
// "due 05/01/2026"; empty where no round says.
wxString due_words(const std::optional<core::Day>& due);
// "3 days late"; empty in time.
wxString late_words(int days);

} // namespace returns
