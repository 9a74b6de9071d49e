// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/name_counts.hpp"

#include "identity/weights.hpp"

#include <algorithm>

namespace identity {

void NameCounts::add(const Person& person) {
    for (const WrittenName* name : {&person.name.km, &person.name.latin})
        for (const NamePart& part : name->parts)
            ++m_parts[part.folded];
    if (!person.name.km.empty()) ++m_khmer;
    if (!person.name.latin.empty()) ++m_latin;
    if (!person.phone.empty()) ++m_phones[person.phone];
}

double NameCounts::frequency_of(const WrittenName& name) const {
    const std::int64_t all = name.parts.empty() || name.parts.front().folded.front() < 0 ? m_khmer : m_latin;
    // Too few to say anything.
    constexpr std::int64_t enough = 200;
    if (all < enough || name.parts.size() < 2) return weights::name_frequency;
    double frequency = 1;
    for (const NamePart& part : name.parts) {
        frequency *= std::max(1, bearers(part.folded)) / static_cast<double>(all);
    }
    return std::clamp(frequency, weights::least_name_frequency, weights::most_name_frequency);
}

double NameCounts::frequency(const Name& name) const {
    return frequency_of(name.km.empty() ? name.latin : name.km);
}

std::int32_t NameCounts::bearers(const std::string& part) const {
    const auto found = m_parts.find(part);
    return found == m_parts.end() ? 0 : found->second;
}

bool NameCounts::are_known(const std::string& part_a, const std::string& part_b) const {
    // The two compared and one more; among many, more than chance makes the same slip twice.
    const auto known = std::max<std::int64_t>(3, (m_khmer + m_latin) / 1500);
    constexpr std::int32_t times_rarer = 25;
    const std::int32_t of_a = bearers(part_a);
    const std::int32_t of_b = bearers(part_b);
    const auto [fewer, more] = std::minmax(of_a, of_b);
    return fewer >= known && fewer * times_rarer >= more;
}

int NameCounts::phone_users(const std::string& phone) const {
    const auto found = m_phones.find(phone);
    return found == m_phones.end() ? 0 : found->second;
}

} // namespace identity
