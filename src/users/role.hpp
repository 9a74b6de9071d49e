// SPDX-License-Identifier: GPL-3.0-or-later
// In what capacity somebody works in an office.
#pragma once

#include "office/office.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace users {

enum class Role { administrator, district_officer, clerk, headteacher, reader, province_officer };

inline constexpr std::array every_role{Role::administrator, Role::district_officer, Role::clerk,
                                       Role::headteacher,   Role::reader,           Role::province_officer};

// "district-officer"
std::string_view to_text(Role role);
std::optional<Role> role_from_text(std::string_view text);

// Whether the role is one of an office of that level: a province has no clerks of centres, a centre no
// district officer.
bool belongs_to(Role role, office::Level level);

// Whether it may be given for one institution alone; the others are the whole office's.
bool of_institution(Role role);

} // namespace users
