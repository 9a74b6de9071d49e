// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody who logged in may write: the matrix, held against the institutions of the person's roles.
#pragma once

#include "storage/transaction.hpp"
#include "users/matrix.hpp"
#include "users/user.hpp"

#include <string_view>

namespace users {

// Whoever logged in. `second` is the person who stands for the act beside them; another than the first.
storage::Actor actor_of(const User& user);
storage::Actor actor_of(const User& user, const User& second);

// The program's own writes, which no person does: log-ins, the day of a backup, catching up. Anything else it
// may not write. `name` stands in the audit.
storage::Actor actor_of_program(std::string_view name = "srok");

// Whether an actor may write such a row somewhere, leaving aside which institution it is of and whether a
// second person is needed: for greying commands. In set-up always.
bool may(const storage::Actor& actor, std::string_view verb);

// Whether this actor needs a second person for it.
bool needs_two(const storage::Actor& actor, std::string_view verb);

// Whether this user may be the second person for what `first` does.
bool may_stand_second(const User& user, const storage::Actor& first);

} // namespace users
