// SPDX-License-Identifier: GPL-3.0-or-later
// How classes are called on the screen: their status, programme, days, and why learners leave.
#pragma once

#include "classes/class.hpp"
#include "classes/enrolment.hpp"
#include "office/ui/session.hpp"
#include "widgets/theme.hpp"

#include <string_view>

namespace classes {

wxString status_word(Status status);
widgets::Tone status_tone(Status status);
wxString leaving_word(LeavingReason reason);
// The programme's name by its key; the key itself where the program does not know it.
wxString programme_name(const office::Session& session, std::string_view key);
wxString wording(const office::Session& session, const programmes::Wording& words);
// "Mo Tu Fr"
wxString weekdays_text(const Weekdays& weekdays);

} // namespace classes
