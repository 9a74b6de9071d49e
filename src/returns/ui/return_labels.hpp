// SPDX-License-Identifier: GPL-3.0-or-later
// How returns speak on the screen: verdicts, orders, states, weights, places and months.
#pragma once

#include "office/ui/session.hpp"
#include "returns/figures.hpp"
#include "returns/findings.hpp"
#include "returns/received.hpp"
#include "returns/return_period.hpp"
#include "widgets/theme.hpp"

namespace returns {

wxString weight_word(Weight weight);
widgets::Tone weight_tone(Weight weight);

wxString verdict_word(FileVerdict verdict);
widgets::Tone verdict_tone(FileVerdict verdict);

wxString order_word(Order order);

wxString state_word(ReceivedState state);
widgets::Tone state_tone(ReceivedState state);

// "December 2025", "Semester 1 of 2025-2026".
wxString period_words(const ReturnPeriod& period);
// The same of "2025-12"; what is no period as it is written.
wxString period_words(std::string_view period);
// "Figures D12"; empty where the place is not known.
wxString place_words(const core::Place& place);
// The moment in Cambodia: "17/12/2025 14:05".
wxString moment_words(core::Moment moment);

const std::string& in_language(const office::Session& session, const Wording& words);
// A figure's value as the sheet prints it: of all, or of the women alone.
wxString value_of(const Figure& figure, const Figures& figures, bool female);

} // namespace returns
