// SPDX-License-Identifier: GPL-3.0-or-later
// Users and their roles in the office file. The only writer of user, user_role and recovery_code.
#pragma once

#include "storage/transaction.hpp"
#include "users/password.hpp"
#include "users/user.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace users {

struct NewUser {
    std::string name;
    std::string full_name; // empty: the log-in name
    std::vector<Grant> grants;
};

// By name.
std::vector<User> load_users(const storage::Database& database);
std::optional<User> find_user(const storage::Database& database, std::string_view name);

// Errors: user.name; user.exists {name}; user.no-role; role.not-here {role, level}; role.whole-office {role}.
core::Expected<User> add_user(storage::Transaction& tx, const NewUser& wanted, const PasswordHash& password);

// Audited as "user.give-role" and "user.take-role". Errors: role.not-here, role.whole-office; of taking:
// user.last-administrator when nobody would be left who may give roles; role.not-given.
core::Expected<void> give_role(storage::Transaction& tx, const User& user, const Grant& grant);
core::Expected<void> take_role(storage::Transaction& tx, const User& user, const Grant& grant);

// One who is disabled cannot log in. Error: user.last-administrator.
core::Expected<void> disable(storage::Transaction& tx, const User& user);
void enable(storage::Transaction& tx, const User& user);

// Audited as "user.own-password" when the actor is that user, else as "user.new-password". Refused log-ins
// are forgotten.
void set_password(storage::Transaction& tx, const User& user, const PasswordHash& password);

PasswordHash password_of(const storage::Database& database, UserId user);

// Refused log-ins since the last good one, and when the last of them was.
struct Refusals {
    int count = 0;
    std::optional<core::Moment> last{};
};
Refusals refusals_of(const storage::Database& database, UserId user);
// Audited as "user.refused" and "user.log-in".
void note_refusal(storage::Transaction& tx, const User& user);
void note_log_in(storage::Transaction& tx, const User& user);

} // namespace users
