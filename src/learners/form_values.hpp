// SPDX-License-Identifier: GPL-3.0-or-later
// A learner's form as letters in fields: what a screen fills and reads, what a draft keeps, and how it
// becomes a learner. No window is needed to know what a form would say.
#pragma once

#include "learners/learner.hpp"

#include <map>

namespace learners {

// By the field's name, which faults() uses too; empty fields are left out. Texts and dates stand as typed;
// choices as SQL writes them ("f", "1"); a village as village_code or else village_text; identity numbers as
// "identity.0", "identity.1" ... each "national_id 020 123 456".
using FormValues = std::map<std::string, std::string, std::less<>>;

// The form of a learner who is known; dates as dd/mm/yyyy, mm/yyyy, yyyy or ~yyyy.
FormValues values_of(const Learner& learner);

struct FormReading {
    // What can be read, tidied; what has no field (number, uid, what a list said) is the known learner's.
    Learner learner;
    // Every reason why it cannot be kept, each with the fact field: dates that cannot be read (the errors of
    // core::read_date; date.incomplete {text} where a whole day is needed), then those of faults().
    std::vector<core::Error> faults;
};

// `known` is Learner{} for a new one.
FormReading read_values(const FormValues& values, const Learner& known, core::Day today);

// The known learner's form with what was typed wherever that has nothing; its own fields stay as they are.
FormValues filled_up(FormValues known, const FormValues& typed);

// What the next paper of the same pile shares with this one: the village of residence.
FormValues shared_by_pile(const FormValues& values);

} // namespace learners
