// SPDX-License-Identifier: GPL-3.0-or-later
// Roles in the language of the screen.
#pragma once

#include "office/ui/session.hpp"
#include "users/user.hpp"

namespace users {

wxString role_words(Role role);
// "Clerk (Kdol community learning centre)".
wxString grant_words(const office::Session& session, const Grant& grant);
// One after the other.
wxString grants_words(const office::Session& session, const std::vector<Grant>& grants);

} // namespace users
