// SPDX-License-Identifier: GPL-3.0-or-later
#include "users/user_store.hpp"

#include "office/office_store.hpp"
#include "storage/change.hpp"

#include <algorithm>

namespace users {
namespace {

using storage::Database;
using storage::Transaction;

constexpr std::string_view select_users = R"sql(
SELECT id, uid, name, full_name, added_at, disabled_at FROM user ORDER BY name)sql";
constexpr std::string_view select_user = R"sql(
SELECT id, uid, name, full_name, added_at, disabled_at FROM user WHERE name = ?1)sql";
constexpr std::string_view select_roles = R"sql(
SELECT role, institution_id FROM user_role WHERE user_id = ?1 ORDER BY role, institution_id)sql";
constexpr std::string_view insert_user = R"sql(
INSERT INTO user (uid, name, full_name, salt, passes, memory_bytes, hash, added_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8))sql";
constexpr std::string_view insert_role = R"sql(
INSERT INTO user_role (user_id, role, institution_id) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING)sql";
constexpr std::string_view delete_role = R"sql(
DELETE FROM user_role WHERE user_id = ?1 AND role = ?2 AND institution_id IS ?3)sql";
constexpr std::string_view update_disabled = R"sql(UPDATE user SET disabled_at = ?2 WHERE id = ?1)sql";
constexpr std::string_view update_password = R"sql(
UPDATE user SET salt = ?2, passes = ?3, memory_bytes = ?4, hash = ?5, failed = 0, failed_at = NULL WHERE id = ?1)sql";
constexpr std::string_view select_password = R"sql(
SELECT salt, passes, memory_bytes, hash FROM user WHERE id = ?1)sql";
constexpr std::string_view select_refusals = R"sql(SELECT failed, failed_at FROM user WHERE id = ?1)sql";
constexpr std::string_view update_refused = R"sql(
UPDATE user SET failed = failed + 1, failed_at = ?2 WHERE id = ?1)sql";
constexpr std::string_view update_logged_in = R"sql(
UPDATE user SET failed = 0, failed_at = NULL WHERE id = ?1 AND failed > 0)sql";
constexpr std::string_view count_other_administrators = R"sql(
SELECT count(DISTINCT r.user_id) FROM user_role r JOIN user u ON u.id = r.user_id
WHERE r.role = 'administrator' AND u.disabled_at IS NULL AND u.id <> ?1)sql";

User read_user(const Database& database, const storage::Statement& row) {
    User user;
    user.id = row.get<UserId>(0);
    user.uid = row.get<core::Uid>(1);
    user.name = row.get<std::string>(2);
    user.full_name = row.get<std::string>(3);
    user.added_at = row.get<core::Moment>(4);
    user.disabled_at = row.get<std::optional<core::Moment>>(5);
    storage::Statement role = database.query(select_roles, user.id);
    while (role.step())
        user.grants.push_back({role_from_text(role.get<std::string>(0)).value(),
                               role.get<std::optional<institutions::InstitutionId>>(1)});
    return user;
}

core::Expected<void> check_grant(const Database& database, const Grant& grant) {
    const office::Level level = office::load_office(database).level;
    if (!belongs_to(grant.role, level))
        return core::fail(core::Error{"role.not-here"}
                              .with("role", std::string{to_text(grant.role)})
                              .with("level", std::string{office::to_text(level)}));
    if (grant.institution && !of_institution(grant.role))
        return core::fail(core::Error{"role.whole-office"}.with("role", std::string{to_text(grant.role)}));
    return {};
}

std::string grant_json(const Grant& grant) {
    std::string json = R"({"role":)" + storage::json_quoted(to_text(grant.role));
    if (grant.institution)
        json += R"(,"institution":)" + std::to_string(static_cast<std::int64_t>(*grant.institution));
    return json + "}";
}

// An office that nobody governs could only be opened again by the recovery code.
core::Expected<void> check_another_administrator(const Database& database, const User& user) {
    if (!user.has(Role::administrator) || user.disabled_at) return {};
    if (database.value<int>(count_other_administrators, user.id).value_or(0) > 0) return {};
    return core::fail(core::Error{"user.last-administrator"}.with("name", user.name));
}

} // namespace

std::vector<User> load_users(const Database& database) {
    std::vector<User> users;
    storage::Statement row = database.query(select_users);
    while (row.step())
        users.push_back(read_user(database, row));
    return users;
}

std::optional<User> find_user(const Database& database, std::string_view name) {
    const auto kept = read_user_name(name);
    if (!kept) return std::nullopt;
    storage::Statement row = database.query(select_user, *kept);
    if (!row.step()) return std::nullopt;
    return read_user(database, row);
}

core::Expected<User> add_user(Transaction& tx, const NewUser& wanted, const PasswordHash& password) {
    const auto name = read_user_name(wanted.name);
    if (!name) return core::fail(name.error());
    if (find_user(tx.database(), *name)) return core::fail(core::Error{"user.exists"}.with("name", *name));
    if (wanted.grants.empty()) return core::fail({"user.no-role"});
    for (const Grant& grant : wanted.grants)
        if (auto good = check_grant(tx.database(), grant); !good) return core::fail(good.error());
    const core::Uid uid = tx.new_uid();
    const std::string& full_name = wanted.full_name.empty() ? *name : wanted.full_name;
    const auto id = tx.insert<UserId>(insert_user, uid, *name, full_name, password.salt, password.passes,
                                      password.memory_bytes, password.hash, tx.now());
    std::string change = R"({"name":)" + storage::json_quoted(*name) + R"(,"roles":[)";
    for (const Grant& grant : wanted.grants) {
        tx.run(insert_role, id, to_text(grant.role), grant.institution);
        change += (change.ends_with('[') ? "" : ",") + grant_json(grant);
    }
    tx.audit("user.add", "user", uid, change + "]}");
    return *find_user(tx.database(), *name);
}

core::Expected<void> give_role(Transaction& tx, const User& user, const Grant& grant) {
    if (auto good = check_grant(tx.database(), grant); !good) return good;
    if (tx.run(insert_role, user.id, to_text(grant.role), grant.institution) > 0)
        tx.audit("user.give-role", "user", user.uid, grant_json(grant));
    return {};
}

core::Expected<void> take_role(Transaction& tx, const User& user, const Grant& grant) {
    if (grant.role == Role::administrator)
        if (auto left = check_another_administrator(tx.database(), user); !left) return left;
    if (tx.run(delete_role, user.id, to_text(grant.role), grant.institution) == 0)
        return core::fail(core::Error{"role.not-given"}
                              .with("name", user.name)
                              .with("role", std::string{to_text(grant.role)}));
    tx.audit("user.take-role", "user", user.uid, grant_json(grant));
    return {};
}

core::Expected<void> disable(Transaction& tx, const User& user) {
    if (auto left = check_another_administrator(tx.database(), user); !left) return left;
    tx.run(update_disabled, user.id, tx.now());
    tx.audit("user.disable", "user", user.uid, R"({"name":)" + storage::json_quoted(user.name) + "}");
    return {};
}

void enable(Transaction& tx, const User& user) {
    tx.run(update_disabled, user.id, std::nullopt);
    tx.audit("user.enable", "user", user.uid, R"({"name":)" + storage::json_quoted(user.name) + "}");
}

void set_password(Transaction& tx, const User& user, const PasswordHash& password) {
    tx.run(update_password, user.id, password.salt, password.passes, password.memory_bytes, password.hash);
    tx.audit(tx.actor().name == user.name ? "user.own-password" : "user.new-password", "user", user.uid,
             R"({"name":)" + storage::json_quoted(user.name) + "}");
}

PasswordHash password_of(const Database& database, UserId user) {
    storage::Statement row = database.query(select_password, user);
    PasswordHash kept;
    if (!row.step()) throw core::WorldFailure(core::Error{"file.damaged"}.with("detail", "user"));
    kept.salt = row.get<std::array<std::byte, 16>>(0);
    kept.passes = row.get<std::int64_t>(1);
    kept.memory_bytes = row.get<std::int64_t>(2);
    kept.hash = row.get<std::array<std::byte, 32>>(3);
    return kept;
}

Refusals refusals_of(const Database& database, UserId user) {
    storage::Statement row = database.query(select_refusals, user);
    if (!row.step()) return {};
    return {row.get<int>(0), row.get<std::optional<core::Moment>>(1)};
}

void note_refusal(Transaction& tx, const User& user) {
    tx.run(update_refused, user.id, tx.now());
    tx.audit("user.refused", "user", user.uid, "{}");
}

void note_log_in(Transaction& tx, const User& user) {
    tx.run(update_logged_in, user.id);
    tx.audit("user.log-in", "user", user.uid, "{}");
}

} // namespace users
