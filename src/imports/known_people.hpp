// SPDX-License-Identifier: GPL-3.0-or-later
// The office's learners as a list is compared with them, read as names come up: each name once.
#pragma once

#include "imports/people_index.hpp"
#include "learners/learner_list.hpp"

#include <functional>
#include <unordered_set>

namespace imports {

class KnownPeople {
  public:
    // Those of an equal folded Khmer name or of an equal folded Latin name; an empty key asks for none.
    using FindNamed =
        std::function<std::vector<learners::LearnerRow>(std::string_view folded_km, std::string_view folded)>;

    explicit KnownPeople(FindNamed find_named)
        : m_find_named(std::move(find_named)) {}

    // All who could be or look like this person; places are learners' ids.
    const PeopleIndex& around(const Person& person);

  private:
    void read(std::string_view folded_km, std::string_view folded);

    FindNamed m_find_named;
    std::unordered_set<std::string> m_read_km;
    std::unordered_set<std::string> m_read;
    std::unordered_set<std::int64_t> m_added;
    PeopleIndex m_index;
};

} // namespace imports
