// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of who may do what: every verb that can stand in the audit chain, by role. The screen greys
// its commands by it, srokctl prints it (`srokctl roles`), the tests read it, and RoleAuthority, below them
// all, refuses by it.
#pragma once

#include "users/role.hpp"

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

namespace users {

class Roles {
  public:
    constexpr Roles() = default;
    constexpr Roles(std::initializer_list<Role> roles) {
        for (const Role role : roles)
            m_bits |= bit(role);
    }
    constexpr bool has(Role role) const { return (m_bits & bit(role)) != 0; }
    constexpr bool none() const { return m_bits == 0; }

  private:
    static constexpr std::uint8_t bit(Role role) {
        return static_cast<std::uint8_t>(1U << static_cast<unsigned>(role));
    }
    std::uint8_t m_bits = 0;
};

struct Rule {
    // What is written: "learner.register". One that ends in * stands for all that begin so.
    std::string_view verb;
    // None: only in set-up, or by the program itself.
    Roles roles{};
    // A second person must stand for it too.
    bool two = false;
    // Follows from other work and says nothing of its own: also for who works for one institution.
    bool anywhere = false;
};

// By verb.
std::span<const Rule> rules();

// Null for a verb that nothing may write.
const Rule* find_rule(std::string_view verb);

// Who may be the second person of an act that needs two: somebody of weight, another than the first.
bool may_stand_second(Role role);

} // namespace users
