// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl user FILE list | add | give | take | password | disable | enable | passphrase | recover; roles
#include "ctl/named.hpp"
#include "ctl/secret_file.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "institutions/institution_store.hpp"
#include "office/office_store.hpp"
#include "users/log_in.hpp"
#include "users/set_up.hpp"

#include <fmt/format.h>

#include <memory>

namespace ctl {
namespace {

struct UserOptions {
    std::string file, name, role, institution, full_name, new_password_file, new_passphrase_file, code_file;
};

Json grant_json(const storage::Database& database, const users::Grant& grant) {
    Json json{{"role", users::to_text(grant.role)}, {"institution", nullptr}};
    if (grant.institution)
        json["institution"] = institutions::load_institution(database, *grant.institution).name_km;
    return json;
}

Json user_json(const storage::Database& database, const users::User& user) {
    Json json{{"id", static_cast<std::int64_t>(user.id)},
              {"name", user.name},
              {"full_name", user.full_name},
              {"roles", Json::array()},
              {"disabled", user.disabled_at.has_value()}};
    for (const users::Grant& grant : user.grants)
        json["roles"].push_back(grant_json(database, grant));
    return json;
}

std::string line_of(const Json& user) {
    std::string roles;
    for (const Json& role : user["roles"]) {
        roles += (roles.empty() ? "" : ", ") + role["role"].get<std::string>();
        if (role["institution"].is_string()) roles += " (" + role["institution"].get<std::string>() + ")";
    }
    return fmt::format("{}  {}  {}{}", user["name"].get<std::string>(), user["full_name"].get<std::string>(),
                       roles, user["disabled"].get<bool>() ? "  disabled" : "");
}

Exit tell(Shell& shell, const storage::Database& database, const std::string& name,
          const std::string& recovery_code = {}) {
    Json document = user_json(database, users::find_user(database, name).value());
    if (!recovery_code.empty()) document["recovery_code"] = recovery_code;
    shell.out().answer(
        document, [&] { return line_of(document) + (recovery_code.empty() ? "" : "\n" + recovery_code); });
    return Exit::done;
}

core::Expected<users::Grant> grant_of(const storage::Database& database, const UserOptions& options) {
    users::Grant grant{.role = users::role_from_text(options.role).value()};
    if (options.institution.empty()) return grant;
    const auto institution = read_institution(database, options.institution);
    if (!institution) return core::fail(institution.error());
    grant.institution = *institution;
    return grant;
}

core::Expected<users::User> known(const storage::Database& database, const UserOptions& options) {
    auto user = users::find_user(database, options.name);
    if (!user) return core::fail(core::Error{"user.unknown"}.with("name", options.name));
    return *std::move(user);
}

core::Expected<Exit> list(Shell& shell, const UserOptions& options) {
    const storage::Database database = shell.open_to_read(options.file);
    Json document{{"set_up", office::load_office(database).in_set_up()}, {"users", Json::array()}};
    for (const users::User& user : users::load_users(database))
        document["users"].push_back(user_json(database, user));
    shell.out().answer(document, [&] {
        std::string text;
        for (const Json& user : document["users"])
            text += (text.empty() ? "" : "\n") + line_of(user);
        return text;
    });
    return Exit::done;
}

// The first administrator ends set-up. Whoever gives no passphrase of the office has one that is the
// password.
core::Expected<Exit> add_first(Shell& shell, storage::Database& database, const users::NewUser& wanted,
                               const std::string& password) {
    std::string passphrase = password;
    if (!shell.log_in().passphrase_file.empty()) {
        const auto given = read_secret(shell.log_in().passphrase_file);
        if (!given) return core::fail(given.error());
        passphrase = *given;
    }
    const auto end = users::prepare_set_up_end(wanted, password, passphrase, database.random());
    if (!end) return core::fail(end.error());
    storage::Transaction tx(database, shell.actor());
    const auto user = users::end_set_up(tx, *end);
    if (!user) return core::fail(user.error());
    tx.commit();
    return tell(shell, database, user->name, end->recovery_code);
}

core::Expected<Exit> add(Shell& shell, const UserOptions& options) {
    storage::Database database = shell.open_to_write(options.file);
    const auto grant = grant_of(database, options);
    if (!grant) return core::fail(grant.error());
    const users::NewUser wanted{options.name, options.full_name, {*grant}};
    const bool first = office::load_office(database).in_set_up();
    std::string file = options.new_password_file;
    // Nobody logs in yet: the password of the line is the new one.
    if (file.empty() && first) file = shell.password_file();
    if (file.empty()) return core::fail({"password.needed"});
    const auto password = read_secret(file);
    if (!password) return core::fail(password.error());
    if (first) return add_first(shell, database, wanted, *password);
    if (auto good = users::check_new_password(options.name, *password); !good)
        return core::fail(good.error());
    const users::PasswordHash hash = users::hash_password(*password, database.random());
    storage::Transaction tx(database, shell.actor());
    const auto user = users::add_user(tx, wanted, hash);
    if (!user) return core::fail(user.error());
    tx.commit();
    return tell(shell, database, user->name);
}

// What is done to one user who is known.
using Change = core::Expected<void> (*)(storage::Transaction&, const users::User&, const UserOptions&);

core::Expected<Exit> change(Shell& shell, const UserOptions& options, Change run) {
    storage::Database database = shell.open_to_write(options.file);
    const auto user = known(database, options);
    if (!user) return core::fail(user.error());
    {
        storage::Transaction tx(database, shell.actor());
        if (auto done = run(tx, *user, options); !done) return core::fail(done.error());
        tx.commit();
    }
    return tell(shell, database, user->name);
}

core::Expected<void> give(storage::Transaction& tx, const users::User& user, const UserOptions& options) {
    const auto grant = grant_of(tx.database(), options);
    if (!grant) return core::fail(grant.error());
    return users::give_role(tx, user, *grant);
}

core::Expected<void> take(storage::Transaction& tx, const users::User& user, const UserOptions& options) {
    const auto grant = grant_of(tx.database(), options);
    if (!grant) return core::fail(grant.error());
    return users::take_role(tx, user, *grant);
}

core::Expected<void> disable(storage::Transaction& tx, const users::User& user, const UserOptions& /*all*/) {
    return users::disable(tx, user);
}

core::Expected<void> enable(storage::Transaction& tx, const users::User& user, const UserOptions& /*all*/) {
    users::enable(tx, user);
    return {};
}

core::Expected<void> password(storage::Transaction& tx, const users::User& user, const UserOptions& options) {
    const auto typed = read_secret(options.new_password_file);
    if (!typed) return core::fail(typed.error());
    if (auto good = users::check_new_password(user.name, *typed); !good) return good;
    users::set_password(tx, user, users::hash_password(*typed, tx.database().random()));
    return {};
}

core::Expected<Exit> passphrase(Shell& shell, const UserOptions& options) {
    storage::Database database = shell.open_to_write(options.file);
    const auto was = shell.passphrase(database);
    if (!was) return core::fail(was.error());
    const auto is = read_secret(options.new_passphrase_file);
    if (!is) return core::fail(is.error());
    storage::Transaction tx(database, shell.actor());
    if (auto changed = users::change_passphrase(tx, *was, *is); !changed) return core::fail(changed.error());
    tx.commit();
    shell.out().answer(Json{{"changed", true}}, [] { return std::string{}; });
    return Exit::done;
}

core::Expected<Exit> recover(Shell& shell, const UserOptions& options) {
    storage::Database database = shell.open_as_program(options.file);
    const auto code = read_secret(options.code_file);
    if (!code) return core::fail(code.error());
    const auto typed = read_secret(options.new_password_file);
    if (!typed) return core::fail(typed.error());
    std::string new_passphrase;
    if (!options.new_passphrase_file.empty()) {
        const auto given = read_secret(options.new_passphrase_file);
        if (!given) return core::fail(given.error());
        new_passphrase = *given;
    }
    const auto recovery =
        users::prepare_recovery(options.name, *typed, *code, new_passphrase, database.random());
    if (!recovery) return core::fail(recovery.error());
    {
        storage::Transaction tx(database, users::actor_of_program());
        if (auto done = users::recover(tx, *recovery); !done) return core::fail(done.error());
        tx.commit();
    }
    return tell(shell, database, options.name, recovery->next_code);
}

core::Expected<Exit> matrix(Shell& shell) {
    Json document{{"verbs", Json::array()}};
    std::string text;
    for (const users::Rule& rule : users::rules()) {
        Json one{
            {"verb", rule.verb}, {"roles", Json::array()}, {"two", rule.two}, {"anywhere", rule.anywhere}};
        std::string roles;
        for (const users::Role role : users::every_role) {
            if (!rule.roles.has(role)) continue;
            one["roles"].push_back(users::to_text(role));
            roles += (roles.empty() ? "" : ", ") + std::string{users::to_text(role)};
        }
        text += fmt::format("{}{:<24}  {}{}", text.empty() ? "" : "\n", rule.verb,
                            roles.empty() ? std::string{"-"} : roles, rule.two ? "  (two)" : "");
        document["verbs"].push_back(std::move(one));
    }
    shell.out().answer(document, [&] { return text; });
    return Exit::done;
}

std::vector<std::string> role_names() {
    std::vector<std::string> names;
    for (const users::Role role : users::every_role)
        names.emplace_back(users::to_text(role));
    return names;
}

using Options = std::shared_ptr<UserOptions>;

Word add_named(Word word, Shell& shell, const Options& options, const std::string& name,
               const std::string& help, Change run) {
    Word action = word.add_word(name, help);
    action.add_option("NAME", options->name, "The log-in name").required();
    shell.on(action, [&shell, options, run] { return change(shell, *options, run); });
    return action;
}

void add_role(Word action, const Options& options) {
    action.add_option("--role", options->role, "In what capacity").required().one_of(role_names());
    action.add_option("--institution", options->institution, "For this institution alone");
}

} // namespace

void add_user_words(Word app, Shell& shell) {
    const auto options = std::make_shared<UserOptions>();
    Word word = app.add_word("user", "Who may log in, and in which roles");
    word.add_option("FILE", options->file, "The office file").required();
    word.needs_a_word();
    Word all = word.add_word("list", "Everyone, with their roles");
    shell.on(all, [&shell, options] { return list(shell, *options); });
    Word one = word.add_word("add", "The first must be an administrator: set-up ends with it");
    one.add_option("NAME", options->name, "The log-in name").required();
    add_role(one, options);
    one.add_option("--full-name", options->full_name, "As people call them");
    one.add_option("--new-password-file", options->new_password_file,
                   "The file whose first line is the new user's password");
    shell.on(one, [&shell, options] { return add(shell, *options); });
    add_role(add_named(word, shell, options, "give", "Gives a role", give), options);
    add_role(add_named(word, shell, options, "take", "Takes a role away", take), options);
    add_named(word, shell, options, "password", "A new password: one's own, or by an administrator", password)
        .add_option("--new-password-file", options->new_password_file, "The file with it")
        .required();
    add_named(word, shell, options, "disable", "Cannot log in any more; what they wrote stays", disable);
    add_named(word, shell, options, "enable", "May log in again", enable);
    Word phrase = word.add_word("passphrase", "Another passphrase for the office's signing key");
    phrase.add_option("--new-key-password-file", options->new_passphrase_file, "The file with it").required();
    shell.on(phrase, [&shell, options] { return passphrase(shell, *options); });
    Word lost = word.add_word("recover", "A new password by the recovery code that was printed");
    lost.add_option("NAME", options->name, "An administrator").required();
    lost.add_option("--code-file", options->code_file, "The file whose first line is the code").required();
    lost.add_option("--new-password-file", options->new_password_file, "The file with the new password")
        .required();
    lost.add_option("--new-key-password-file", options->new_passphrase_file,
                    "The file with a new passphrase, where that is lost too");
    shell.on(lost, [&shell, options] { return recover(shell, *options); });

    Word roles = app.add_word("roles", "Who may do what: every verb of the audit, by role");
    shell.on(roles, [&shell] { return matrix(shell); });
}

} // namespace ctl
