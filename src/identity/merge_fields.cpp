// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/merge_fields.hpp"

#include <algorithm>
#include <array>

namespace identity {
namespace {

using learners::Learner;

template<typename T>
bool lacks(const std::optional<T>& value) {
    return !value;
}
bool lacks(const std::string& value) {
    return value.empty();
}
bool lacks(const learners::WashingtonGroup& answers) {
    return !answers.asked();
}

// One field over one or more members that belong together.
template<auto... Members>
constexpr MergeField field(std::string_view key) {
    return {
        key, [](const Learner& one) { return (lacks(one.*Members) && ...); },
        [](const Learner& one, const Learner& other) { return ((one.*Members == other.*Members) && ...); },
        [](Learner& kept, const Learner& gone) { ((kept.*Members = gone.*Members), ...); }};
}

constexpr std::array fields{
    field<&Learner::name_km>("name_km"),
    field<&Learner::name>("name"),
    field<&Learner::sex>("sex"),
    field<&Learner::born>("born"),
    field<&Learner::birthplace_code, &Learner::birthplace_text>("birthplace"),
    field<&Learner::village_code, &Learner::village_text>("village"),
    field<&Learner::phone>("phone"),
    field<&Learner::guardian>("guardian"),
    field<&Learner::guardian_phone>("guardian_phone"),
    field<&Learner::ethnicity>("ethnicity"),
    field<&Learner::home_language>("home_language"),
    field<&Learner::equity_level, &Learner::equity_valid_to>("equity"),
    field<&Learner::washington>("washington"),
    field<&Learner::disability_text>("disability_text"),
    field<&Learner::schooling>("schooling"),
    field<&Learner::leaving_reason>("leaving_reason"),
    field<&Learner::occupation>("occupation"),
    field<&Learner::migration>("migration"),
    field<&Learner::class_text>("class_text"),
    field<&Learner::note>("note"),
    field<&Learner::consent_on>("consent_on"),
};

bool says_more(const core::PartialDate& gone, const core::PartialDate& kept) {
    return gone.precision < kept.precision && gone.day.year() == kept.day.year();
}

} // namespace

std::span<const MergeField> merge_fields() {
    return fields;
}

const MergeField* find_merge_field(std::string_view key) {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const MergeField& field) { return field.key == key; });
    return found == fields.end() ? nullptr : &*found;
}

FieldChoice default_choice(const Learner& kept, const Learner& gone) {
    FieldChoice choice;
    for (const MergeField& field : fields)
        if (field.is_empty(kept) && !field.is_empty(gone)) choice.emplace(field.key);
    if (kept.born && gone.born && says_more(*gone.born, *kept.born)) choice.emplace("born");
    return choice;
}

Learner joined(Learner kept, const Learner& gone, const FieldChoice& from_gone) {
    for (const MergeField& field : fields)
        if (from_gone.contains(field.key)) field.take(kept, gone);
    kept.identities.insert(kept.identities.end(), gone.identities.begin(), gone.identities.end());
    return learners::tidied(std::move(kept));
}

} // namespace identity
