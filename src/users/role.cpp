// SPDX-License-Identifier: GPL-3.0-or-later
#include "users/role.hpp"

#include "core/words.hpp"

namespace users {
namespace {

constexpr core::Words<Role, 6> names{
    {"administrator", "district-officer", "clerk", "headteacher", "reader", "province-officer"}};

} // namespace

std::string_view to_text(Role role) {
    return names.text(role);
}

std::optional<Role> role_from_text(std::string_view text) {
    return names.value(text);
}

bool belongs_to(Role role, office::Level level) {
    switch (role) {
    case Role::administrator:
    case Role::reader:
        return true;
    case Role::province_officer:
        return level == office::Level::province;
    case Role::district_officer:
        return level == office::Level::district;
    case Role::clerk:
    case Role::headteacher:
        return level != office::Level::province;
    }
    return false;
}

bool of_institution(Role role) {
    return role == Role::clerk || role == Role::headteacher || role == Role::reader;
}

} // namespace users
