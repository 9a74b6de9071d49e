// SPDX-License-Identifier: GPL-3.0-or-later
// An office past set-up, with an administrator (boss), a district officer (officer), a clerk of the whole
// office (clerk), a clerk of one centre (kdol) and two headteachers, and a class in each of two centres.
#pragma once

#include "classes/class_store.hpp"
#include "storage/office_world.hpp"
#include "users/log_in.hpp"
#include "users/set_up.hpp"

#include <string>

namespace test {

inline constexpr const char* password = "ត្រីសៀម ៧ ក្បាល";
inline constexpr const char* passphrase = "the office's own phrase";

struct UsersOffice : OfficeWorld {
    UsersOffice();

    users::User user(const std::string& name) const;
    storage::Actor actor(const std::string& name) const { return users::actor_of(user(name)); }

    // What stops it, or empty; it is committed where nothing does.
    template<typename Work>
    std::string as(const storage::Actor& who, Work work) {
        try {
            storage::Transaction tx(database, who);
            work(tx);
            tx.commit();
            return {};
        } catch (const core::WorldFailure& failure) {
            return failure.error().code;
        }
    }
    // One row of the audit and nothing else.
    std::string writes(const storage::Actor& who, const std::string& verb, const std::string& entity = {},
                       const std::optional<core::Uid>& uid = {}) {
        return as(who, [&](storage::Transaction& tx) { tx.audit(verb, entity, uid, "{}"); });
    }

    std::string recovery_code;
    institutions::InstitutionId kdol{};
    institutions::InstitutionId tapoung{};
    core::Uid class_in_kdol{};
    core::Uid class_in_tapoung{};
};

} // namespace test
