// SPDX-License-Identifier: GPL-3.0-or-later
// Field by field: what the kept record takes from the one that goes.
#pragma once

#include "learners/learner.hpp"

#include <set>
#include <span>
#include <string>
#include <string_view>

namespace identity {

// A field a person chooses by: a village's code and text are one, so are the six questions.
struct MergeField {
    std::string_view key; // "name_km", "born", "village", …
    bool (*is_empty)(const learners::Learner&);
    bool (*is_equal)(const learners::Learner&, const learners::Learner&);
    void (*take)(learners::Learner& kept, const learners::Learner& gone);
};

// In the order of the form. Identity numbers are no choice: both records' are kept.
std::span<const MergeField> merge_fields();
const MergeField* find_merge_field(std::string_view key);

// The photo is chosen as a field is, though it is none of Learner's: where both have one, the kept record's
// own stays unless this key is chosen.
inline constexpr std::string_view photo_key = "photo";

// Keys of fields, and photo_key.
using FieldChoice = std::set<std::string, std::less<>>;

// What is taken from `gone` when nobody chooses: what `kept` lacks, and a birth date that says more of the
// same year. For everything else the kept record's own stays.
FieldChoice default_choice(const learners::Learner& kept, const learners::Learner& gone);

// `kept` with the chosen fields of `gone` and the identity numbers of both. Keys are those of
// merge_fields(); any other chooses nothing here.
learners::Learner joined(learners::Learner kept, const learners::Learner& gone, const FieldChoice& from_gone);

} // namespace identity
