// SPDX-License-Identifier: GPL-3.0-or-later
// Names of people who do not exist, put together from the parts in resources/demo/names.csv.
#pragma once

#include "core/random.hpp"
#include "core/sex.hpp"

#include <string>
#include <vector>

namespace demo {

struct Name {
    std::string km;
    std::string latin;
    friend auto operator<=>(const Name&, const Name&) = default;
};

class Names {
  public:
    // Rows of kind, Khmer and Latin; kind is surname, or f, m or fm for a given name.
    explicit Names(const std::vector<std::vector<std::string>>& parts);
    // Those that come with the program.
    static Names shipped();

    // Surname and given name, in both scripts.
    Name person(core::Random& random, core::Sex sex) const;

  private:
    std::vector<Name> m_surnames;
    std::vector<Name> m_women;
    std::vector<Name> m_men;
};

} // namespace demo
