// SPDX-License-Identifier: GPL-3.0-or-later
// A word of srokctl, and what may stand after it. The library that reads arguments is one header of ten
// thousand lines, of which every file that includes it compiles most: only word.cpp and program.cpp do.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace ctl {

// What Word::add_option and add_flag made. A handle: the program's words own it.
class Argument {
  public:
    explicit Argument(CLI::Option& option)
        : m_option(&option) {}

    Argument required();
    // Any other value is wrong use.
    Argument one_of(std::vector<std::string> values);
    Argument between(std::int64_t least, std::int64_t most);
    Argument excludes(const Argument& other);
    // --help tells the value it has now.
    Argument with_default();

  private:
    CLI::Option* m_option;
};

// A handle too.
class Word {
  public:
    explicit Word(CLI::App& app)
        : m_app(&app) {}

    Word add_word(const std::string& name, const std::string& help);
    // One of its words must follow.
    void needs_a_word();

    // A name without dashes is told by its place. The value must outlive the parse.
    Argument add_option(const std::string& name, std::string& value, const std::string& help = {});
    Argument add_option(const std::string& name, std::optional<std::string>& value,
                        const std::string& help = {});
    Argument add_option(const std::string& name, int& value, const std::string& help = {});
    Argument add_option(const std::string& name, std::optional<int>& value, const std::string& help = {});
    Argument add_option(const std::string& name, std::int64_t& value, const std::string& help = {});
    Argument add_option(const std::string& name, std::optional<std::int64_t>& value,
                        const std::string& help = {});
    Argument add_option(const std::string& name, std::uint64_t& value, const std::string& help = {});
    Argument add_option(const std::string& name, std::vector<std::string>& values,
                        const std::string& help = {});
    Argument add_flag(const std::string& name, bool& value, const std::string& help = {});

    // What is done when this is the word that was typed.
    void then(std::function<void()> run);

  private:
    CLI::App* m_app;
};

} // namespace ctl
