// SPDX-License-Identifier: GPL-3.0-or-later
#include "users/log_in.hpp"

#include <algorithm>

namespace users {

std::chrono::seconds wait_after(int refusals) {
    constexpr int free_tries = 3;
    constexpr std::chrono::seconds longest{15 * 60};
    if (refusals <= free_tries) return std::chrono::seconds{0};
    return std::min(longest, std::chrono::seconds{1L << std::min(refusals - free_tries, 20)});
}

core::Expected<Attempt> begin_log_in(const storage::Database& database, std::string_view name) {
    auto user = find_user(database, name);
    if (!user) return Attempt{std::nullopt, PasswordHash{}};
    const Refusals refusals = refusals_of(database, user->id);
    const std::chrono::seconds wait = wait_after(refusals.count);
    const core::Moment now = database.clock().now();
    // A clock that was set back must not shut somebody out for a year.
    if (refusals.last && now >= *refusals.last && now < *refusals.last + wait) {
        const auto left = std::chrono::ceil<std::chrono::seconds>(*refusals.last + wait - now);
        return core::fail(core::Error{"auth.wait"}.with("seconds", std::to_string(left.count())));
    }
    const PasswordHash kept = password_of(database, user->id);
    return Attempt{std::move(user), kept};
}

core::Expected<User> end_log_in(storage::Database& database, const Attempt& attempt, bool fitted) {
    const std::optional<User>& user = attempt.m_user;
    if (!user) return core::fail({"auth.wrong"});
    storage::Transaction tx(database, actor_of_program(user->name));
    if (!fitted) {
        note_refusal(tx, *user);
        tx.commit();
        return core::fail({"auth.wrong"});
    }
    if (user->disabled_at) return core::fail(core::Error{"auth.disabled"}.with("name", user->name));
    note_log_in(tx, *user);
    tx.commit();
    return *user;
}

core::Expected<User> log_in(storage::Database& database, std::string_view name, std::string_view password) {
    const auto attempt = begin_log_in(database, name);
    if (!attempt) return core::fail(attempt.error());
    return end_log_in(database, *attempt, attempt->fits(password));
}

core::Expected<User> log_in_second(storage::Database& database, const storage::Actor& first,
                                   std::string_view name, std::string_view password) {
    auto user = log_in(database, name, password);
    if (!user) return user;
    if (!may_stand_second(*user, first))
        return core::fail(core::Error{"auth.second"}.with("name", user->name));
    return user;
}

} // namespace users
