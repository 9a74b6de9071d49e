// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/person.hpp"

#include "core/numerals.hpp"
#include "core/tidy.hpp"

#include <algorithm>
#include <array>

namespace identity {
namespace {

// What a list puts before the name.
constexpr std::array<std::string_view, 3> village_words = {"ភូមិ", "phum", "village"};

bool is_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string lower(std::string_view text) {
    std::string result{text};
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

std::string without_village_word(std::string text) {
    const std::string start = lower(text);
    for (std::string_view word : village_words)
        if (start.starts_with(word) && start.size() > word.size()) return text.substr(word.size());
    return text;
}

} // namespace

Village read_village(std::string_view text) {
    Village village;
    const std::string plain = core::to_latin_digits(core::tidy(text));
    if (is_digits(plain)) {
        village.code = plain.size() % 2 == 0 ? plain : "0" + plain;
        return village;
    }
    // A key of someone else's list: "V-012".
    if (std::any_of(plain.begin(), plain.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        village.code = lower(plain);
        return village;
    }
    Name name = read_name(without_village_word(plain), "");
    if (!name.km.empty()) village.names.push_back(std::move(name.km));
    if (!name.latin.empty()) village.names.push_back(std::move(name.latin));
    return village;
}

Person person_of(const learners::Learner& learner) {
    Person person;
    person.name = read_name(learner.name_km, learner.name);
    person.sex = learner.sex;
    person.born = learner.born;
    if (learner.village_code)
        person.village.code = *learner.village_code;
    else if (learner.village_text)
        person.village = read_village(*learner.village_text);
    person.phone = learner.phone.value_or("");
    person.guardian = read_name(learner.guardian.value_or(""), "");
    person.guardian_phone = learner.guardian_phone.value_or("");
    for (const learners::IdentityNumber& one : learner.identities)
        person.identities.push_back(std::string{to_text(one.kind)} + ' ' + one.number);
    return person;
}

} // namespace identity
