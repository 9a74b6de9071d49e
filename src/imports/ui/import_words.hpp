// SPDX-License-Identifier: GPL-3.0-or-later
// An import's own words on the screen: verdicts, what columns mean, fields and their values.
#pragma once

#include "imports/outcome.hpp"
#include "office/ui/session.hpp"
#include "widgets/theme.hpp"

#include <string_view>

namespace imports {

// "Learners", "Attendance" …
wxString kind_word(Kind kind);

// "Accepted", "Refused": the verdict as a word.
wxString verdict_word(Verdict verdict);
widgets::Tone tone_of(Verdict verdict);
std::int64_t count_of(const Counts& counts, Verdict verdict);

// "Name in Khmer", "Day 12", a subject by its name.
wxString meaning_word(const Meaning& meaning, const std::vector<std::string>& subjects);

// A field by its name in SQL, as side_by_side() and changes give it, and its value as a person reads it.
wxString field_word(std::string_view field);
wxString field_value(const office::Session& session, std::string_view field, const std::string& value);

// What stands on an import, as dependants() names it: "attendance", "a certificate".
wxString dependence_word(std::string_view what);

} // namespace imports
