// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/people_index.hpp"

#include <algorithm>

namespace imports {
namespace {

// A name's place in the index says in which scripts its bearer is named.
std::string khmer(const Person& person) {
    return "k " + person.folded_km;
}
std::string latin(const Person& person) {
    return "l " + person.folded;
}
std::string latin_only(const Person& person) {
    return "o " + person.folded;
}

std::uint64_t two(std::uint64_t high, std::uint64_t low) {
    return high << 32U | low;
}

std::uint64_t year_of(const core::PartialDate& born) {
    return static_cast<std::uint64_t>(static_cast<std::int64_t>(static_cast<int>(born.day.year())) + 32768);
}

std::uint64_t month_of(const core::PartialDate& born) {
    return two(year_of(born), static_cast<unsigned>(born.day.month()));
}

// The same for 3 July and 7 March.
std::uint64_t either_order(const core::PartialDate& born) {
    const auto month = static_cast<unsigned>(born.day.month());
    const auto day = static_cast<unsigned>(born.day.day());
    return two(year_of(born), std::min(month, day) * 32U + std::max(month, day));
}

std::uint64_t exactly(const core::PartialDate& born) {
    const unsigned day =
        static_cast<unsigned>(born.day.month()) * 32U + static_cast<unsigned>(born.day.day());
    return (year_of(born) * 512U + day) * 4U + static_cast<std::uint64_t>(born.precision);
}

bool knows_month(const core::PartialDate& born) {
    return born.precision <= core::Precision::month;
}

} // namespace

std::size_t PeopleIndex::KeyHash::operator()(const Key& key) const {
    // The multipliers spread neighbouring names and days over the whole word.
    std::uint64_t hash = key.value * 0x9E3779B97F4A7C15ULL;
    hash ^=
        (two(key.name, static_cast<std::uint64_t>(key.under) * 256U + static_cast<unsigned char>(key.sex)) +
         (hash >> 29U)) *
        0xBF58476D1CE4E5B9ULL;
    return static_cast<std::size_t>(hash ^ hash >> 32U);
}

PeopleIndex::Text PeopleIndex::text(std::string_view text) {
    return m_texts.try_emplace(std::string{text}, static_cast<Text>(m_texts.size() + 1)).first->second;
}

PeopleIndex::Text PeopleIndex::known_text(std::string_view text) const {
    const auto found = m_texts.find(std::string{text});
    return found == m_texts.end() ? 0 : found->second;
}

std::vector<PeopleIndex::Key> PeopleIndex::filed_under(const Person& person, Text name) {
    std::vector<Key> keys;
    const auto file = [&](Under under, std::uint64_t value) {
        keys.push_back({value, name, under, person.sex});
    };
    const Text village = person.village.empty() ? 0 : text("v " + person.village);
    const Text phone = person.phone.empty() ? 0 : text("p " + person.phone);
    if (village != 0) file(Under::village, village);
    if (phone != 0) file(Under::phone, phone);
    if (!person.born) {
        if (village != 0) file(Under::village_without_birth, village);
        if (phone != 0) file(Under::phone_without_birth, phone);
        if (village != 0) file(Under::village_and_phone_without_birth, two(village, phone));
        return keys;
    }
    const core::PartialDate& born = *person.born;
    file(Under::birth_and_village, two(exactly(born), village));
    file(Under::year_of_any, year_of(born));
    if (born.full()) file(Under::whole_birth_either_order, either_order(born));
    if (knows_month(born))
        file(Under::month_of_whole_or_month, month_of(born));
    else
        file(Under::year_alone, year_of(born));
    if (knows_month(born) && !born.full()) file(Under::month_alone, month_of(born));
    return keys;
}

std::vector<PeopleIndex::Key> PeopleIndex::alike(const Person& person, Text name) const {
    std::vector<Key> keys;
    const auto ask = [&](Under under, std::uint64_t value) {
        keys.push_back({value, name, under, person.sex});
    };
    const Text village = person.village.empty() ? 0 : known_text("v " + person.village);
    const Text phone = person.phone.empty() ? 0 : known_text("p " + person.phone);
    // Where one of the two has no birth date, nothing speaks against them.
    if (village != 0) ask(person.born ? Under::village_without_birth : Under::village, village);
    if (phone != 0) ask(person.born ? Under::phone_without_birth : Under::phone, phone);
    if (!person.born) return keys;
    const core::PartialDate& born = *person.born;
    if (!knows_month(born)) {
        ask(Under::year_of_any, year_of(born));
        return keys;
    }
    ask(Under::year_alone, year_of(born));
    ask(born.full() ? Under::month_alone : Under::month_of_whole_or_month, month_of(born));
    if (born.full()) ask(Under::whole_birth_either_order, either_order(born));
    return keys;
}

std::vector<PeopleIndex::Text> PeopleIndex::names_to_ask(const Person& person) const {
    std::vector<Text> names;
    const auto ask = [&](const std::string& name) {
        if (const Text known = known_text(name); known != 0) names.push_back(known);
    };
    if (!person.folded_km.empty()) ask(khmer(person));
    if (!person.folded.empty()) ask(person.folded_km.empty() ? latin(person) : latin_only(person));
    return names;
}

void PeopleIndex::add(const Person& person, Place place) {
    std::vector<std::string> names;
    if (!person.folded_km.empty()) names.push_back(khmer(person));
    if (!person.folded.empty()) names.push_back(latin(person));
    if (!person.folded.empty() && person.folded_km.empty()) names.push_back(latin_only(person));
    for (const std::string& name : names)
        for (const Key& key : filed_under(person, text(name))) {
            const auto [found, is_new] = m_filed.try_emplace(key, Filed{place, place});
            Filed& filed = found->second;
            if (is_new) continue;
            const Place more = std::max(filed.first, place);
            filed.second = filed.second == filed.first ? more : std::min(filed.second, more);
            filed.first = std::min(filed.first, place);
        }
    const Text whole = text("a " + person.folded_km + "\n" + person.folded);
    const Text rest = text("b " + person.village + "\n" + person.phone);
    const std::uint64_t value = two(person.born ? exactly(*person.born) : 0, rest);
    const auto [found, is_new] =
        m_filed.try_emplace({value, whole, Under::everything, person.sex}, Filed{place, place});
    found->second.first = std::min(found->second.first, place);
}

const PeopleIndex::Filed* PeopleIndex::find(const Key& key) const {
    const auto found = m_filed.find(key);
    return found == m_filed.end() ? nullptr : &found->second;
}

std::vector<PeopleIndex::Place> PeopleIndex::least_two(const std::vector<Key>& keys) const {
    std::vector<Place> places;
    for (const Key& key : keys)
        if (const Filed* filed = find(key)) {
            places.push_back(filed->first);
            places.push_back(filed->second);
        }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    places.resize(std::min<std::size_t>(places.size(), 2));
    return places;
}

std::vector<PeopleIndex::Place> PeopleIndex::same(const Person& person) const {
    if (!person.born) return {};
    const Text village = person.village.empty() ? 0 : known_text("v " + person.village);
    if (village == 0 && !person.village.empty()) return {};
    std::vector<Key> keys;
    for (const Text name : names_to_ask(person))
        keys.push_back({two(exactly(*person.born), village), name, Under::birth_and_village, person.sex});
    return least_two(keys);
}

std::optional<PeopleIndex::Place> PeopleIndex::same_in_one_script(const Person& person) const {
    if (!person.born) return std::nullopt;
    const Text village = person.village.empty() ? 0 : known_text("v " + person.village);
    if (village == 0 && !person.village.empty()) return std::nullopt;
    const Text name = known_text(person.folded_km.empty() ? latin_only(person) : khmer(person));
    const Filed* filed =
        find({two(exactly(*person.born), village), name, Under::birth_and_village, person.sex});
    return filed == nullptr ? std::nullopt : std::optional{filed->first};
}

std::optional<PeopleIndex::Place> PeopleIndex::look_alike(const Person& person) const {
    std::optional<Place> least;
    for (const Text name : names_to_ask(person))
        for (const Key& key : alike(person, name))
            if (const Filed* filed = find(key); filed != nullptr && (!least || filed->first < *least))
                least = filed->first;
    return least;
}

std::vector<PeopleIndex::Place> PeopleIndex::same_without_birth(const Person& person) const {
    if (person.born || person.village.empty()) return {};
    const Text village = known_text("v " + person.village);
    const Text phone = person.phone.empty() ? 0 : known_text("p " + person.phone);
    if (village == 0 || (phone == 0 && !person.phone.empty())) return {};
    std::vector<Key> keys;
    for (const Text name : names_to_ask(person))
        keys.push_back({two(village, phone), name, Under::village_and_phone_without_birth, person.sex});
    return least_two(keys);
}

std::optional<PeopleIndex::Place> PeopleIndex::indistinguishable(const Person& person) const {
    const Text whole = known_text("a " + person.folded_km + "\n" + person.folded);
    const Text rest = known_text("b " + person.village + "\n" + person.phone);
    const std::uint64_t value = two(person.born ? exactly(*person.born) : 0, rest);
    const Filed* filed =
        whole == 0 || rest == 0 ? nullptr : find({value, whole, Under::everything, person.sex});
    return filed == nullptr ? std::nullopt : std::optional{filed->first};
}

} // namespace imports
