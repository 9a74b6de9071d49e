// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/people.hpp"

#include <algorithm>

namespace demo {
namespace {

using learners::Difficulty;
using learners::Learner;

constexpr int grown_up = 18;

const std::vector<std::string>& schoolings() {
    static const std::vector<std::string> list = {"មិនដែលចូលរៀន", "ថ្នាក់ទី១", "ថ្នាក់ទី២", "ថ្នាក់ទី៣", "ថ្នាក់ទី៤"};
    return list;
}

const std::vector<std::string>& leaving_reasons() {
    static const std::vector<std::string> list = {"ជួយការងារគ្រួសារ", "ជីវភាពខ្វះខាត", "ចំណាកស្រុក", "សាលានៅឆ្ងាយ",
                                                  "ជំងឺ"};
    return list;
}

const std::vector<std::string>& occupations() {
    static const std::vector<std::string> list = {"កសិករ",  "កម្មករ",     "អ្នកលក់ដូរ",
                                                  "មេផ្ទះ", "ជាងកាត់ដេរ", "អ្នកនេសាទ"};
    return list;
}

core::Day day_in_year(core::Random& random, int year) {
    const core::Day first = std::chrono::year{year} / 1 / 1;
    return core::Day{std::chrono::sys_days{first} + std::chrono::days{static_cast<int>(random.below(365))}};
}

std::string digits(core::Random& random, int count) {
    std::string text;
    for (int i = 0; i < count; ++i)
        text += static_cast<char>('0' + random.below(10));
    return text;
}

} // namespace

People::People(core::Random& random, Names names, std::vector<std::string> villages)
    : m_random(random)
    , m_names(std::move(names))
    , m_villages(std::move(villages)) {}

// Many adults know only a year, some only about when.
core::PartialDate People::birth(const programmes::AgeRange& ages, core::Day on) {
    const int youngest = ages.from.value_or(12);
    const int oldest = ages.to.value_or(youngest + 25);
    // The younger are more: the smaller of two throws.
    const auto span = static_cast<std::uint64_t>(oldest - youngest - 1);
    const int age = youngest + 1 + static_cast<int>(std::min(m_random.below(span), m_random.below(span)));
    const core::Day day = day_in_year(m_random, static_cast<int>(on.year()) - age);
    const std::uint64_t known = m_random.below(100);
    if (known < 78) return {day, core::Precision::day};
    if (known < 84) return {day.year() / day.month() / 1, core::Precision::month};
    return core::PartialDate::of_year(day.year(),
                                      known < 95 ? core::Precision::year : core::Precision::about);
}

std::string People::phone() {
    static const std::vector<std::string> prefixes = {"010", "011", "012", "015", "016", "069",
                                                      "070", "077", "081", "086", "092", "093"};
    return any(prefixes) + digits(m_random, 6);
}

learners::WashingtonGroup People::difficulties() {
    const auto answer = [this] {
        const std::uint64_t thrown = m_random.below(1000);
        if (thrown < 950) return Difficulty::none;
        if (thrown < 989) return Difficulty::some;
        return thrown < 998 ? Difficulty::a_lot : Difficulty::cannot;
    };
    learners::WashingtonGroup group;
    for (auto* domain : {&group.seeing, &group.hearing, &group.walking, &group.remembering, &group.self_care,
                         &group.communicating})
        *domain = answer();
    return group;
}

void People::add_history(Learner& learner, int age) {
    learner.schooling = any(schoolings());
    if (learner.schooling != schoolings().front()) learner.leaving_reason = any(leaving_reasons());
    if (age >= grown_up) learner.occupation = any(occupations());
    if (chance(6)) learner.migration = "ទើបមកពីប្រទេសថៃ";
    learner.ethnicity = chance(94) ? "ខ្មែរ" : "ចាម";
    learner.home_language = learner.ethnicity;
}

void People::add_papers(Learner& learner, int age) {
    if (chance(35))
        learner.identities.push_back({learners::IdentityKind::birth_certificate, digits(m_random, 8)});
    if (age >= grown_up && chance(45))
        learner.identities.push_back({learners::IdentityKind::national_id, digits(m_random, 9)});
    if (!chance(20)) return;
    learner.equity_level = chance(40) ? learners::EquityLevel::very_poor : learners::EquityLevel::poor;
    learner.equity_valid_to = std::chrono::year{chance(85) ? 2027 : 2025} / 6 / 30;
}

Learner People::learner(const programmes::AgeRange& ages, core::Day on) {
    Learner learner;
    learner.sex = chance(57) ? core::Sex::female : core::Sex::male;
    const Name name = m_names.person(m_random, *learner.sex);
    learner.name_km = name.km;
    learner.name = name.latin;
    learner.born = birth(ages, on);
    const int age = core::age_on(*learner.born, on);
    learner.village_code = any(m_villages);
    if (chance(70)) learner.birthplace_code = chance(60) ? *learner.village_code : any(m_villages);
    if (chance(65)) learner.phone = phone();
    if (age < grown_up) {
        learner.guardian = m_names.person(m_random, chance(60) ? core::Sex::female : core::Sex::male).km;
        if (chance(70)) learner.guardian_phone = phone();
    }
    if (chance(88)) learner.washington = difficulties();
    add_history(learner, age);
    add_papers(learner, age);
    if (chance(96)) learner.consent_on = on;
    return learner;
}

staff::Educator People::educator(institutions::InstitutionId institution, core::Day since) {
    staff::Educator educator;
    educator.sex = chance(60) ? core::Sex::female : core::Sex::male;
    const Name name = m_names.person(m_random, *educator.sex);
    educator.name_km = name.km;
    educator.name = name.latin;
    educator.institution = institution;
    educator.contract = chance(70)   ? staff::Contract::contract
                        : chance(50) ? staff::Contract::state
                                     : staff::Contract::community;
    educator.phone = phone();
    educator.first_day = since;
    return educator;
}

} // namespace demo
