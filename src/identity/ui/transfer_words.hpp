// SPDX-License-Identifier: GPL-3.0-or-later
// What the windows of transfers call things.
#pragma once

#include "identity/transfer_plan.hpp"
#include "office/ui/session.hpp"
#include "widgets/theme.hpp"

namespace identity {

wxString novelty_word(Novelty novelty);
widgets::Tone novelty_tone(Novelty novelty);
// A column of the learner: "Phone".
wxString field_word(const std::string& field);
// "Thma Koul District Office … (0202)"
wxString office_words(const office::Session& session, const ChapterOffice& office);
wxString hours_words(const core::Ratio& hours);
wxString rate_words(const std::optional<core::Ratio>& rate);
wxString certificate_state_word(const std::string& state);

} // namespace identity
