// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody who logs in to an office file.
#pragma once

#include "core/clock.hpp"
#include "core/expected.hpp"
#include "core/uid.hpp"
#include "institutions/institution.hpp"
#include "users/role.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace users {

enum class UserId : std::int64_t {};

struct Grant {
    Role role = Role::reader;
    // Nothing: the whole office.
    std::optional<institutions::InstitutionId> institution{};
    friend bool operator==(const Grant&, const Grant&) = default;
};

struct User {
    UserId id{};
    core::Uid uid{};
    std::string name;      // what is typed to log in: "sok.dara"
    std::string full_name; // "សុខ ដារ៉ា"
    std::vector<Grant> grants{};
    core::Moment added_at{};
    std::optional<core::Moment> disabled_at{};
    bool has(Role role) const;
};

// The log-in name in the one way it is kept: tidied, Latin letters small. Errors: user.name {text} where
// nothing is left, or it is longer than 40 letters, or holds a space or a +.
core::Expected<std::string> read_user_name(std::string_view typed);

} // namespace users
