// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/side_by_side.hpp"

#include <algorithm>
#include <array>

namespace imports {
namespace {

using learners::Learner;
using Text = std::optional<std::string>;

Text filled(std::string text) {
    return text.empty() ? std::nullopt : std::optional{std::move(text)};
}

Text text_of_identities(const Learner& learner) {
    std::string all;
    for (const learners::IdentityNumber& identity : learner.identities)
        all += (all.empty() ? "" : ", ") + identity.number;
    return filled(std::move(all));
}

// One field of a list: its text, and how to take it from a learner.
struct ListField {
    std::string_view name;
    Text (*text)(const Learner&);
    void (*clear)(Learner&);
};

// In the order of the paper form.
constexpr std::array<ListField, 15> fields{{
    {"name_km", [](const Learner& l) { return filled(l.name_km); }, [](Learner& l) { l.name_km.clear(); }},
    {"name", [](const Learner& l) { return filled(l.name); }, [](Learner& l) { l.name.clear(); }},
    {"sex", [](const Learner& l) { return l.sex ? Text{core::to_text(*l.sex)} : Text{}; },
     [](Learner& l) { l.sex.reset(); }},
    {"born", [](const Learner& l) { return l.born ? Text{core::to_text(*l.born)} : Text{}; },
     [](Learner& l) { l.born.reset(); }},
    {"birthplace_text", [](const Learner& l) { return l.birthplace_text; },
     [](Learner& l) { l.birthplace_text.reset(); }},
    {"village", [](const Learner& l) { return l.village_code ? l.village_code : l.village_text; },
     [](Learner& l) {
         l.village_code.reset();
         l.village_text.reset();
     }},
    {"phone", [](const Learner& l) { return l.phone; }, [](Learner& l) { l.phone.reset(); }},
    {"guardian", [](const Learner& l) { return l.guardian; }, [](Learner& l) { l.guardian.reset(); }},
    {"guardian_phone", [](const Learner& l) { return l.guardian_phone; },
     [](Learner& l) { l.guardian_phone.reset(); }},
    {"equity_level",
     [](const Learner& l) {
         return l.equity_level ? Text{std::to_string(static_cast<int>(*l.equity_level))} : Text{};
     },
     [](Learner& l) { l.equity_level.reset(); }},
    {"disability_text", [](const Learner& l) { return l.disability_text; },
     [](Learner& l) { l.disability_text.reset(); }},
    {"ethnicity", [](const Learner& l) { return l.ethnicity; }, [](Learner& l) { l.ethnicity.reset(); }},
    {"home_language", [](const Learner& l) { return l.home_language; },
     [](Learner& l) { l.home_language.reset(); }},
    {"schooling", [](const Learner& l) { return l.schooling; }, [](Learner& l) { l.schooling.reset(); }},
    {"occupation", [](const Learner& l) { return l.occupation; }, [](Learner& l) { l.occupation.reset(); }},
}};
// The two that are added to rather than replaced stand apart.
constexpr std::string_view note = "note";
constexpr std::string_view identities = "identities";

} // namespace

std::vector<storage::FieldChange> side_by_side(const Learner& known, const Learner& read) {
    std::vector<storage::FieldChange> all;
    const auto add = [&](std::string_view name, Text was, Text is) {
        if (was || is) all.push_back({std::string{name}, std::move(was), std::move(is)});
    };
    for (const ListField& field : fields)
        add(field.name, field.text(known), field.text(read));
    add(note, known.note, read.note);
    const bool all_known =
        std::all_of(read.identities.begin(), read.identities.end(), [&](const auto& identity) {
            return std::find(known.identities.begin(), known.identities.end(), identity) !=
                   known.identities.end();
        });
    const Text numbers = text_of_identities(known);
    add(identities, numbers, all_known && !read.identities.empty() ? numbers : text_of_identities(read));
    return all;
}

bool may_be_taken(const storage::FieldChange& field) {
    return field.is && field.is != field.was;
}

Learner only(const Learner& read, const std::set<std::string>& wanted) {
    Learner part = read;
    for (const ListField& field : fields)
        if (!wanted.contains(std::string{field.name})) field.clear(part);
    if (!wanted.contains(std::string{note})) part.note.reset();
    if (!wanted.contains(std::string{identities})) part.identities.clear();
    return part;
}

} // namespace imports
