// SPDX-License-Identifier: GPL-3.0-or-later
// A learner's history in the words of the form: fields by their labels, values as people write them.
#pragma once

#include "history/learner_history.hpp"
#include "office/ui/session.hpp"

namespace history {

// "Changed", "Imported from december.csv", "Moved to another class"
wxString what_happened(const Entry& entry);

// "Telephone number"; the name itself for a field that has no words.
wxString field_word(std::string_view field);

// "Female", "12/03/1998", a village in full.
wxString value_word(const office::Session& session, std::string_view field, const std::string& value);

// "Telephone number: 012 345 678, before: 092 768 798"
wxString change_line(const office::Session& session, const storage::FieldChange& change);

} // namespace history
