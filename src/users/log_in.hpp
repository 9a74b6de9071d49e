// SPDX-License-Identifier: GPL-3.0-or-later
// Logging in, with a wait that grows with each refusal.
//
// In two steps, because the password takes a tenth of a second to try and the windows do not wait for it:
// begin_log_in() reads, Attempt::fits() works and touches no file, end_log_in() writes.
#pragma once

#include "users/authority.hpp"
#include "users/user_store.hpp"

#include <chrono>
#include <optional>
#include <string_view>

namespace users {

// How long after so many refusals in a row nobody can log in under that name: nothing for the first three,
// then 2, 4, 8 … seconds, at most 15 minutes.
std::chrono::seconds wait_after(int refusals);

class Attempt {
  public:
    Attempt(std::optional<User> user, const PasswordHash& kept)
        : m_user(std::move(user))
        , m_kept(kept) {}
    // A tenth of a second and more, also for a name that nobody has: who tries names learns nothing.
    bool fits(std::string_view password) const { return matches(m_kept, password) && m_user.has_value(); }

  private:
    friend core::Expected<User> end_log_in(storage::Database& database, const Attempt& attempt, bool fitted);
    std::optional<User> m_user;
    PasswordHash m_kept;
};

// Error: auth.wait {seconds}.
core::Expected<Attempt> begin_log_in(const storage::Database& database, std::string_view name);

// Notes it in the file. Errors: auth.wrong; auth.disabled {name}.
core::Expected<User> end_log_in(storage::Database& database, const Attempt& attempt, bool fitted);

// All three at once.
core::Expected<User> log_in(storage::Database& database, std::string_view name, std::string_view password);

// Somebody who stands for an act beside `first`. Errors: those of log_in; auth.second {name} for who may not.
core::Expected<User> log_in_second(storage::Database& database, const storage::Actor& first,
                                   std::string_view name, std::string_view password);

} // namespace users
