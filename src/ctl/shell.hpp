// SPDX-License-Identifier: GPL-3.0-or-later
// What every word of srokctl works with: time and chance, the output, and the office file it was given.
#pragma once

#include "core/expected.hpp"
#include "ctl/exit.hpp"
#include "ctl/output.hpp"
#include "ctl/word.hpp"
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
    // Takes the file's lock. WorldFailure file.locked names the holder.
    storage::Database open_to_write(const std::string& file);

    // Nothing that is written may stand where one of these files, or any office file, stands. An empty path
    // is none. Error: file.would-be-lost.
    core::Expected<void> refuse_to_replace(const std::string& path,
                                           const std::vector<std::string>& kept) const;

    // Who writes. There is no log-in yet: every office is in set-up.
    storage::Actor actor() const { return {}; }

    // What `word` does when it is the one that was typed. An Error is wrong input; a WorldFailure may be
    // thrown.
    void on(Word word, std::function<core::Expected<Exit>()> run);
    Exit exit() const { return m_exit; }

  private:
    storage::Database open(const std::string& file, storage::Access access);

    storage::Environment m_environment;
    Output& m_output;
    Exit m_exit = Exit::done;
};

} // namespace ctl
