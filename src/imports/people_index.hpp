// SPDX-License-Identifier: GPL-3.0-or-later
// Many people at hand, asked who of them is or looks like another, at a cost that does not grow with them:
// a thousand rows of one name are judged as fast as a thousand names.
#pragma once

#include "imports/likeness.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace imports {

// Answers what likeness() says of everyone added, without comparing one by one: people are filed under all
// that can make them alike. Of several the one with the least `place` is named: a row, or a learner's id.
class PeopleIndex {
  public:
    using Place = std::int64_t;

    void add(const Person& person, Place place);

    // Likeness::same; the least two, enough to know that it is not one alone.
    std::vector<Place> same(const Person& person) const;
    // The same, where both have a Khmer name or neither has: a Latin spelling alone proves nothing.
    std::optional<Place> same_in_one_script(const Person& person) const;
    // Likeness::same or look_alike.
    std::optional<Place> look_alike(const Person& person) const;
    // look_alike without any birth date, where the village is known and the phone is equal, blank or not.
    std::vector<Place> same_without_birth(const Person& person) const;
    // Equal in all that likeness() looks at, also where nothing is known.
    std::optional<Place> indistinguishable(const Person& person) const;

  private:
    // What people are filed under; of a birth the day of a month, the month or the year may be known.
    enum class Under : std::uint8_t {
        birth_and_village,
        whole_birth_either_order,
        month_of_whole_or_month,
        month_alone,
        year_of_any,
        year_alone,
        village,
        village_without_birth,
        phone,
        phone_without_birth,
        village_and_phone_without_birth,
        everything,
    };
    struct Key {
        std::uint64_t value = 0;
        std::uint32_t name = 0;
        Under under{};
        char sex = 0;
        friend bool operator==(const Key&, const Key&) = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key& key) const;
    };
    struct Filed {
        Place first = 0;
        // Another one, or the first again.
        Place second = 0;
    };
    using Text = std::uint32_t;

    Text text(std::string_view text);
    // 0 when nobody has it.
    Text known_text(std::string_view text) const;
    std::vector<Key> filed_under(const Person& person, Text name);
    // Under which others stand who look like this one.
    std::vector<Key> alike(const Person& person, Text name) const;
    // The names that make two people alike: Khmer where both have one, else Latin.
    std::vector<Text> names_to_ask(const Person& person) const;
    const Filed* find(const Key& key) const;
    std::vector<Place> least_two(const std::vector<Key>& keys) const;

    std::unordered_map<std::string, Text> m_texts;
    std::unordered_map<Key, Filed, KeyHash> m_filed;
};

} // namespace imports
