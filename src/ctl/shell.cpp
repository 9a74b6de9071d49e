// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/shell.hpp"

#include "backups/schedule.hpp"
#include "core/utf8.hpp"
#include "ctl/console.hpp"
#include "ctl/secret_file.hpp"
#include "identity/transfer_store.hpp"
#include "office/key_store.hpp"
#include "office/office_store.hpp"
#include "storage/file_header.hpp"
#include "users/log_in.hpp"

#include <algorithm>
#include <array>

namespace ctl {

std::filesystem::path path_of(std::string_view utf8) {
    return {std::u8string{utf8.begin(), utf8.end()}};
}

std::string text_of(const std::filesystem::path& path) {
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

bool has_khmer(std::string_view utf8) {
    const auto letters = core::code_points(utf8);
    return std::any_of(letters.begin(), letters.end(), [](char32_t c) { return c >= 0x1780 && c <= 0x17FF; });
}

namespace {

// A refused log-in stops the word wherever it stands.
template<typename Value>
Value or_throw(core::Expected<Value> value) {
    if (!value) throw core::WorldFailure(value.error());
    return *std::move(value);
}

} // namespace

Exit exit_of(const core::WorldFailure& failure) {
    constexpr std::array<std::string_view, 6> named_wrongly = {
        "file.missing", "file.not-found", "file.exists", "folder.missing", "file.not-ours", "file.newer"};
    const std::string& code = failure.error().code;
    if (code.starts_with("auth.") || code.starts_with("password.")) return Exit::wrong_input;
    if (failure.error().fact("why") == "no-folder") return Exit::wrong_input;
    return std::find(named_wrongly.begin(), named_wrongly.end(), code) != named_wrongly.end()
               ? Exit::wrong_input
               : Exit::world_failed;
}

namespace {

// A damaged or missing file is told with the newest backup that lies beside it.
storage::Database open_or_offer(const std::filesystem::path& file, storage::Access access,
                                storage::Environment environment) {
    try {
        return storage::Database::open(file, access, environment);
    } catch (const core::WorldFailure& failure) {
        if (failure.error().code != "file.damaged" && failure.error().code != "file.missing") throw;
        const auto backup = backups::newest_backup_beside(file);
        if (!backup) throw;
        throw core::WorldFailure(
            core::Error{failure.error()}.with("backup", text_of(*backup)).with("offers", "backup"));
    }
}

} // namespace

storage::Database Shell::open(const std::string& file, storage::Access access) {
    storage::Database database = open_or_offer(path_of(file), access, m_environment);
    for (const core::Error& warning : database.warnings())
        m_output.warn(warning);
    return database;
}

storage::Database Shell::open_to_read(const std::string& file) {
    return open(file, storage::Access::read_only);
}

storage::Database Shell::open_as_program(const std::string& file) {
    storage::Database database = open(file, storage::Access::read_write);
    if (identity::units_behind(database)) {
        storage::Transaction tx(database, users::actor_of_program());
        identity::catch_up_units(tx);
        tx.commit();
    }
    return database;
}

storage::Database Shell::open_to_write(const std::string& file) {
    storage::Database database = open_as_program(file);
    m_actor = {};
    if (office::load_office(database).in_set_up()) return database;
    if (m_log_in.name.empty()) throw core::WorldFailure(core::Error{"auth.needed"});
    const std::string file_with_password = password_file();
    if (file_with_password.empty()) throw core::WorldFailure(core::Error{"auth.needed"});
    const users::User user =
        or_throw(users::log_in(database, m_log_in.name, or_throw(read_secret(file_with_password))));
    m_actor = users::actor_of(user);
    if (m_log_in.second.empty()) return database;
    const std::string second_password = or_throw(read_secret(m_log_in.second_password_file));
    m_actor = users::actor_of(
        user, or_throw(users::log_in_second(database, m_actor, m_log_in.second, second_password)));
    return database;
}

std::string Shell::password_file() const {
    if (!m_log_in.password_file.empty()) return m_log_in.password_file;
    const std::u8string named = file_in_environment("SROK_PASSWORD_FILE").u8string();
    return {named.begin(), named.end()};
}

core::Expected<std::string> Shell::passphrase(const storage::Database& database) const {
    if (office::load_office(database).in_set_up()) return std::string{};
    if (m_log_in.passphrase_file.empty()) return core::fail({"auth.needed"});
    return read_secret(m_log_in.passphrase_file);
}

core::Expected<office::SigningKey> Shell::signing_key(const storage::Database& database) const {
    const auto typed = passphrase(database);
    if (!typed) return core::fail(typed.error());
    return office::open_signing_key(database, *typed);
}

core::Expected<void> Shell::refuse_to_replace(const std::string& path,
                                              const std::vector<std::string>& kept) const {
    const std::filesystem::path wanted = path_of(path);
    std::error_code ignored;
    if (path.empty() || !std::filesystem::is_regular_file(wanted, ignored)) return {};
    bool lost = std::any_of(kept.begin(), kept.end(), [&](const std::string& one) {
        return std::filesystem::equivalent(wanted, path_of(one), ignored);
    });
    try {
        storage::refuse_foreign_file(wanted);
        lost = true;
    } catch (const core::WorldFailure& other) {
        lost = lost || other.error().code != "file.not-ours";
    }
    if (lost) return core::fail(core::Error{"file.would-be-lost"}.at({.file = path}));
    return {};
}

void Shell::on(Word word, std::function<core::Expected<Exit>()> run) {
    word.then([this, run = std::move(run)] {
        const core::Expected<Exit> exit = run();
        if (!exit) m_output.refuse(exit.error());
        m_exit = exit.value_or(Exit::wrong_input);
    });
}

} // namespace ctl
