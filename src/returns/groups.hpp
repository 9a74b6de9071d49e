// SPDX-License-Identifier: GPL-3.0-or-later
// The groups that a sheet's figures are told apart by: which of them each class of the period belongs to.
#pragma once

#include "returns/facts.hpp"

#include <limits>

namespace returns {

class Groups {
  public:
    static constexpr std::size_t all = std::numeric_limits<std::size_t>::max();

    // Only those that a class belongs to.
    Groups(const SheetPlan& plan, const Facts& facts);

    struct Name {
        std::string key;
        Wording name;
    };
    const std::vector<Name>& names() const { return m_names; }
    // The place in names() of the class's group; nothing where the sheet leaves its programme out.
    std::optional<std::size_t> of_class(std::size_t class_at) const { return m_of_class.at(class_at); }

  private:
    std::vector<Name> m_names;
    std::vector<std::optional<std::size_t>> m_of_class;
};

// Whether the sheet is about classes of that programme.
bool concerns(const SheetPlan& plan, const std::string& programme);

} // namespace returns
