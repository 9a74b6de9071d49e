// SPDX-License-Identifier: GPL-3.0-or-later
// The forms about one user: the first administrator, another user, roles, passwords, the passphrase.
#pragma once

#include "office/ui/session.hpp"
#include "users/user.hpp"

#include <optional>

namespace users {

// Ends set-up. The new administrator's log-in name; nothing when the person went back.
std::optional<std::string> make_first_administrator(wxWindow* parent, office::Session& session);

// All true when something was written.
bool add_user(wxWindow* parent, office::Session& session);
bool change_roles(wxWindow* parent, office::Session& session, const User& user);
bool set_password(wxWindow* parent, office::Session& session, const User& user);
bool change_passphrase(wxWindow* parent, office::Session& session);

} // namespace users
