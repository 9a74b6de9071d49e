// SPDX-License-Identifier: GPL-3.0-or-later
#include "users/user.hpp"

#include "core/tidy.hpp"
#include "users/password.hpp"

#include <algorithm>

namespace users {

bool User::has(Role role) const {
    return std::any_of(grants.begin(), grants.end(), [&](const Grant& grant) { return grant.role == role; });
}

core::Expected<std::string> read_user_name(std::string_view typed) {
    std::string name = core::tidy(typed);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    // A + stands between two who did something together.
    if (name.empty() || letters_in(name) > 40 || name.find_first_of(" +") != std::string::npos)
        return core::fail(core::Error{"user.name"}.with("text", std::string{typed}));
    return name;
}

} // namespace users
