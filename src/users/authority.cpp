// SPDX-License-Identifier: GPL-3.0-or-later
#include "users/authority.hpp"

#include "users/scope.hpp"

#include <algorithm>
#include <array>

namespace users {
namespace {

core::Error refused(std::string code, std::string_view verb) {
    return core::Error{std::move(code)}.with("verb", std::string{verb});
}

class RoleAuthority final : public storage::Authority {
  public:
    RoleAuthority(const User& user, bool second)
        : m_user(user)
        , m_second(second) {}

    bool may(const Rule& rule) const {
        return std::any_of(m_user.grants.begin(), m_user.grants.end(),
                           [&](const Grant& grant) { return rule.roles.has(grant.role); });
    }
    bool has_second() const { return m_second; }
    const User& user() const { return m_user; }

    std::optional<core::Error> refusal(const storage::Database& database, std::string_view verb,
                                       std::string_view entity,
                                       const std::optional<core::Uid>& uid) const override {
        const Rule* const rule = find_rule(verb);
        if (rule == nullptr || !may(*rule)) return refused("auth.not-allowed", verb);
        if (!rule->anywhere && !reaches(database, *rule, entity, uid)) return refused("auth.elsewhere", verb);
        if (rule->two && !m_second) return refused("auth.two-needed", verb);
        return std::nullopt;
    }

  private:
    bool reaches(const storage::Database& database, const Rule& rule, std::string_view entity,
                 const std::optional<core::Uid>& uid) const {
        const auto fits = [&](const Grant& grant) { return rule.roles.has(grant.role); };
        if (std::any_of(m_user.grants.begin(), m_user.grants.end(),
                        [&](const Grant& grant) { return fits(grant) && !grant.institution; }))
            return true;
        const Scope scope = scope_of(database, entity, uid);
        if (scope.free) return true;
        return std::any_of(m_user.grants.begin(), m_user.grants.end(), [&](const Grant& grant) {
            return fits(grant) && std::find(scope.institutions.begin(), scope.institutions.end(),
                                            *grant.institution) != scope.institutions.end();
        });
    }

    User m_user;
    bool m_second;
};

class ProgramAuthority final : public storage::Authority {
  public:
    std::optional<core::Error> refusal(const storage::Database& /*database*/, std::string_view verb,
                                       std::string_view /*entity*/,
                                       const std::optional<core::Uid>& /*uid*/) const override {
        // The last of them begin the life of a restored file, before anybody can log in to it.
        constexpr std::array<std::string_view, 9> own{
            "setting.change",      "user.log-in",       "user.refused",
            "user.recover",        "user.new-password", "key.reseal",
            "backup-key.recovery", "office.restore",    "learner-number.lose"};
        if (std::find(own.begin(), own.end(), verb) != own.end() || verb.starts_with("backup.") ||
            verb.starts_with("serial_block."))
            return std::nullopt;
        return refused("auth.not-allowed", verb);
    }
};

const RoleAuthority* role_authority(const storage::Actor& actor) {
    return dynamic_cast<const RoleAuthority*>(actor.authority.get());
}

} // namespace

storage::Actor actor_of(const User& user) {
    return {user.name, std::make_shared<const RoleAuthority>(user, false)};
}

storage::Actor actor_of(const User& user, const User& second) {
    return {user.name + "+" + second.name, std::make_shared<const RoleAuthority>(user, true)};
}

storage::Actor actor_of_program(std::string_view name) {
    return {std::string{name}, std::make_shared<const ProgramAuthority>()};
}

bool may(const storage::Actor& actor, std::string_view verb) {
    if (!actor.authority) return true;
    const RoleAuthority* const authority = role_authority(actor);
    const Rule* const rule = find_rule(verb);
    return authority != nullptr && rule != nullptr && authority->may(*rule);
}

bool needs_two(const storage::Actor& actor, std::string_view verb) {
    const RoleAuthority* const authority = role_authority(actor);
    const Rule* const rule = find_rule(verb);
    return authority != nullptr && rule != nullptr && rule->two && !authority->has_second();
}

bool may_stand_second(const User& user, const storage::Actor& first) {
    const RoleAuthority* const authority = role_authority(first);
    return authority != nullptr && authority->user().id != user.id && !user.disabled_at &&
           std::any_of(user.grants.begin(), user.grants.end(),
                       [](const Grant& grant) { return !grant.institution && may_stand_second(grant.role); });
}

} // namespace users
