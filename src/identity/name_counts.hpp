// SPDX-License-Identifier: GPL-3.0-or-later
// How common each name is among those compared: to share Sok Sophea says less than to share a rare name, and
// a slip that makes another known name is rather another person.
#pragma once

#include "identity/person.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>

namespace identity {

class NameCounts {
  public:
    void add(const Person& person);

    // The chance that a stranger bears this name too.
    double frequency(const Name& name) const;
    // Both are borne by others too, and neither so much less that it could be the slip of the other. One part
    // of a name each, folded.
    bool are_known(const std::string& part_a, const std::string& part_b) const;
    // By how many a phone is used.
    int phone_users(const std::string& phone) const;

  private:
    double frequency_of(const WrittenName& name) const;
    std::int32_t bearers(const std::string& part) const;

    std::unordered_map<std::string, std::int32_t> m_parts;
    std::unordered_map<std::string, std::int32_t> m_phones;
    std::int64_t m_khmer = 0;
    std::int64_t m_latin = 0;
};

} // namespace identity
