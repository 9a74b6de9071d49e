// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/likeness.hpp"

#include "identity/birth_likeness.hpp"
#include "identity/weights.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace identity {
namespace {

// Multiplies chances, and writes down why when somebody asks.
class Weigher {
  public:
    explicit Weigher(Likeness* told)
        : m_told(told) {}

    void weigh(const Chances& chances) {
        m_chances.same *= chances.same;
        m_chances.household *= chances.household;
        m_chances.strangers *= chances.strangers;
    }
    void because(const char* code, const Chances& chances) { tell(&Likeness::because, code, chances); }
    void against(const char* code, const Chances& chances) { tell(&Likeness::against, code, chances); }
    void say(std::vector<core::Error> Likeness::*list, core::Error reason) {
        if (m_told != nullptr) (m_told->*list).push_back(std::move(reason));
    }

    double score() const {
        return m_chances.same / (m_chances.same + m_chances.household + m_chances.strangers);
    }

  private:
    void tell(std::vector<core::Error> Likeness::*list, const char* code, const Chances& chances) {
        weigh(chances);
        say(list, core::Error{code});
    }

    Likeness* m_told;
    Chances m_chances = weights::before;
};

const char* code_of(const NameLikeness& name) {
    switch (name.level) {
    case NameLevel::same:
        return name.scripts == Scripts::latin ? "name.same-latin" : "name.same-folded";
    case NameLevel::by_ear:
        return name.scripts == Scripts::across ? "name.across-scripts" : "name.by-ear";
    case NameLevel::slip:
        return "name.one-slip";
    case NameLevel::part_missing:
        return "name.part-missing";
    case NameLevel::part_differs:
        return "name.part-differs";
    case NameLevel::different:
        return "name.different";
    }
    return "";
}

Chances chances_of(const NameLikeness& name, const NameCounts& counts) {
    const bool known = counts.are_known(name.part_a, name.part_b);
    switch (name.level) {
    case NameLevel::same:
        return weights::name_same;
    case NameLevel::by_ear:
        if (name.scripts == Scripts::across) return weights::name_across_by_ear;
        return known ? weights::name_by_ear_to_known : weights::name_by_ear;
    case NameLevel::slip:
        return known ? weights::name_slip_to_known : weights::name_slip;
    case NameLevel::part_missing:
        return weights::name_part_missing;
    case NameLevel::part_differs:
        return weights::name_part_differs;
    case NameLevel::different:
        return weights::name_different;
    }
    return {1, 1, 1};
}

void weigh_names(Weigher& weigher, const Person& a, const Person& b, const NameCounts& counts) {
    if (a.name.empty() || b.name.empty()) return;
    const NameLikeness name = compare_names(a.name, b.name);
    Chances chances = chances_of(name, counts);
    if (name.level <= NameLevel::slip)
        chances.strangers *= std::max(counts.frequency(a.name), counts.frequency(b.name));
    const bool alike = name.level <= NameLevel::part_missing;
    if (alike)
        weigher.because(code_of(name), chances);
    else
        weigher.against(code_of(name), chances);
    if (name.swapped) weigher.because("name.swapped", weights::name_swapped);
}

void weigh_sex(Weigher& weigher, const Person& a, const Person& b) {
    if (!a.sex || !b.sex) return;
    // Half of all strangers share it: no reason by itself.
    if (*a.sex == *b.sex)
        weigher.weigh(weights::sex_same);
    else
        weigher.against("sex.differs", weights::sex_other);
}

void weigh_births(Weigher& weigher, const Person& a, const Person& b) {
    if (!a.born || !b.born) return;
    switch (compare_births(*a.born, *b.born)) {
    case BirthLevel::same:
        return weigher.because("born.same", weights::born_same);
    case BirthLevel::same_new_year:
        return weigher.because("born.same", weights::born_same_new_year);
    case BirthLevel::swapped:
        return weigher.because("born.day-month-swapped", weights::born_swapped);
    case BirthLevel::one_digit:
        return weigher.because("born.one-digit", weights::born_one_digit);
    case BirthLevel::one_part:
        return weigher.against("born.differs", weights::born_one_part);
    case BirthLevel::same_year:
        return weigher.against("born.differs", weights::born_same_year);
    case BirthLevel::other:
        return weigher.against("born.differs", weights::born_other);
    case BirthLevel::year_same:
        return weigher.because("born.year-same", weights::year_same);
    case BirthLevel::year_near:
        return weigher.against("born.differs", weights::year_near);
    case BirthLevel::year_other:
        return weigher.against("born.differs", weights::year_other);
    case BirthLevel::about_same:
        return weigher.because("born.year-same", weights::about_same);
    case BirthLevel::about_near:
        return weigher.because("born.near", weights::about_near);
    case BirthLevel::about_other:
        return weigher.against("born.differs", weights::about_other);
    }
}

enum class Nearness { same, near, other };

// Nothing when one is a code and the other a name: they cannot be compared.
std::optional<Nearness> compare_villages(const Village& a, const Village& b) {
    if (!a.code.empty() && !b.code.empty()) {
        if (a.code == b.code) return Nearness::same;
        constexpr std::size_t commune_digits = 6;
        const bool near = a.code.size() >= commune_digits && b.code.size() >= commune_digits &&
                          a.code.compare(0, commune_digits, b.code, 0, commune_digits) == 0;
        return near ? Nearness::near : Nearness::other;
    }
    if (a.names.empty() || b.names.empty()) return std::nullopt;
    NameLevel best = NameLevel::different;
    for (const WrittenName& one : a.names)
        for (const WrittenName& other : b.names)
            best = std::min(best, compare_words(one, other));
    if (best <= NameLevel::by_ear) return Nearness::same;
    return best == NameLevel::slip ? Nearness::near : Nearness::other;
}

void weigh_villages(Weigher& weigher, const Person& a, const Person& b) {
    const auto nearness = compare_villages(a.village, b.village);
    if (!nearness) return;
    if (*nearness == Nearness::same)
        weigher.because("village.same", weights::village_same);
    else if (*nearness == Nearness::near)
        weigher.weigh(weights::village_near);
    else
        weigher.against("village.differs", weights::village_other);
}

bool one_digit_off(const std::string& a, const std::string& b) {
    if (a.size() != b.size()) return false;
    std::vector<std::size_t> off;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i] != b[i]) off.push_back(i);
    if (off.size() == 1) return true;
    return off.size() == 2 && off[1] == off[0] + 1 && a[off[0]] == b[off[1]] && a[off[1]] == b[off[0]];
}

void weigh_phones(Weigher& weigher, const Person& a, const Person& b, const NameCounts& counts) {
    if (a.phone.empty() || b.phone.empty()) return;
    if (a.phone == b.phone) {
        Chances chances = weights::phone_same;
        const int users = counts.phone_users(a.phone);
        if (users > weights::phone_of_many) chances.household = chances.strangers = chances.same;
        weigher.because("phone.same", chances);
    } else if (one_digit_off(a.phone, b.phone)) {
        weigher.because("phone.one-digit", weights::phone_one_digit);
    } else {
        weigher.against("phone.differs", weights::phone_other);
    }
}

void weigh_guardians(Weigher& weigher, const Person& a, const Person& b) {
    if (a.guardian.empty() || b.guardian.empty()) return;
    if (compare_names(a.guardian, b.guardian).level <= NameLevel::slip)
        weigher.because("guardian.same", weights::guardian_same);
    else
        weigher.against("guardian.differs", weights::guardian_other);
}

std::string kind_of(const std::string& identity) {
    return identity.substr(0, identity.find(' '));
}

void weigh_identities(Weigher& weigher, const Person& a, const Person& b) {
    for (const std::string& one : a.identities) {
        const std::string kind = kind_of(one);
        if (std::find(b.identities.begin(), b.identities.end(), one) != b.identities.end()) {
            weigher.weigh(kind == "family_book" ? weights::family_book_same : weights::identity_same);
            weigher.say(&Likeness::because, core::Error{"identity.same"}.with("kind", kind));
            continue;
        }
        const bool one_a_person = kind == "national_id" || kind == "birth_certificate";
        const bool has_other = std::any_of(b.identities.begin(), b.identities.end(),
                                           [&](const std::string& other) { return kind_of(other) == kind; });
        if (one_a_person && has_other) {
            weigher.weigh(weights::identity_other);
            weigher.say(&Likeness::against, core::Error{"identity.differs"}.with("kind", kind));
        }
    }
}

double weigh(const Person& a, const Person& b, const NameCounts& counts, Likeness* told) {
    Weigher weigher(told);
    weigh_names(weigher, a, b, counts);
    weigh_births(weigher, a, b);
    weigh_sex(weigher, a, b);
    weigh_villages(weigher, a, b);
    weigh_phones(weigher, a, b, counts);
    weigh_guardians(weigher, a, b);
    weigh_identities(weigher, a, b);
    // Without a name or without anything beside it nobody is anybody's double.
    return a.name.empty() || b.name.empty() ? 0 : weigher.score();
}

} // namespace

Likeness compare(const Person& a, const Person& b, const NameCounts& counts) {
    Likeness likeness;
    likeness.score = weigh(a, b, counts, &likeness);
    return likeness;
}

double score(const Person& a, const Person& b, const NameCounts& counts) {
    return weigh(a, b, counts, nullptr);
}

} // namespace identity
