// SPDX-License-Identifier: GPL-3.0-or-later
// What every word of srokctl works with: time and chance, the output, and the office file it was given.
#pragma once

#include "core/expected.hpp"
#include "ctl/exit.hpp"
#include "ctl/output.hpp"
#include "ctl/word.hpp"
#include "office/signing.hpp"
#include "storage/actor.hpp"
#include "storage/database.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ctl {

// Arguments are UTF-8 on every platform.
std::filesystem::path path_of(std::string_view utf8);
std::string text_of(const std::filesystem::path& path);

// A name with any Khmer letter is a Khmer name.
bool has_khmer(std::string_view utf8);

// Who logs in, as the line said it. Passwords and the passphrase come in files.
struct LogIn {
    std::string name, password_file, passphrase_file, second, second_password_file;
};

class Shell {
  public:
    Shell(storage::Environment environment, Output& output)
        : m_environment(environment)
        , m_output(output) {}

    Output& out() { return m_output; }
    storage::Environment environment() const { return m_environment; }
    core::Day today() const { return m_environment.clock.today(); }

    // For words that only read: works while the screen has the file open. WorldFailure: see Database::open.
    storage::Database open_to_read(const std::string& file);
    // Takes the file's lock and, once set-up has ended, logs in whom the line names. WorldFailure:
    // file.locked names the holder; auth.needed; those of users::log_in and log_in_second.
    storage::Database open_to_write(const std::string& file);
    // The same without a log-in, for what the program writes by itself: actor_of_program().
    storage::Database open_as_program(const std::string& file);

    // Nothing that is written may stand where one of these files, or any office file, stands. An empty path
    // is none. Error: file.would-be-lost.
    core::Expected<void> refuse_to_replace(const std::string& path,
                                           const std::vector<std::string>& kept) const;

    // Who writes: whoever open_to_write() logged in.
    const storage::Actor& actor() const { return m_actor; }
    LogIn& log_in() { return m_log_in; }
    // The line's, else what SROK_PASSWORD_FILE names; empty where neither does.
    std::string password_file() const;

    // The passphrase of the signing key: empty in set-up. Error auth.needed where set-up has ended and the
    // line names no file; those of read_secret.
    core::Expected<std::string> passphrase(const storage::Database& database) const;
    // The key itself. Errors: those of passphrase() and office::open_signing_key.
    core::Expected<office::SigningKey> signing_key(const storage::Database& database) const;

    // What `word` does when it is the one that was typed. An Error is wrong input; a WorldFailure may be
    // thrown.
    void on(Word word, std::function<core::Expected<Exit>()> run);
    Exit exit() const { return m_exit; }

  private:
    storage::Database open(const std::string& file, storage::Access access);

    storage::Environment m_environment;
    Output& m_output;
    LogIn m_log_in;
    storage::Actor m_actor;
    Exit m_exit = Exit::done;
};

} // namespace ctl
