// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/word.hpp"

#include <CLI/CLI.hpp>

#include <utility>

namespace ctl {
namespace {

template<typename Value>
Argument add(CLI::App& app, const std::string& name, Value& value, const std::string& help) {
    return Argument{*app.add_option(name, value, help)};
}

} // namespace

Argument Argument::required() {
    m_option->required();
    return *this;
}

Argument Argument::one_of(std::vector<std::string> values) {
    m_option->check(CLI::IsMember(std::move(values)));
    return *this;
}

Argument Argument::between(std::int64_t least, std::int64_t most) {
    m_option->check(CLI::Range(least, most));
    return *this;
}

Argument Argument::excludes(const Argument& other) {
    m_option->excludes(other.m_option);
    return *this;
}

Argument Argument::with_default() {
    m_option->capture_default_str();
    return *this;
}

Word Word::add_word(const std::string& name, const std::string& help) {
    return Word{*m_app->add_subcommand(name, help)};
}

void Word::needs_a_word() {
    m_app->require_subcommand(1);
}

Argument Word::add_option(const std::string& name, std::string& value, const std::string& help) {
    return add(*m_app, name, value, help);
}

Argument Word::add_option(const std::string& name, std::optional<std::string>& value,
                          const std::string& help) {
    return add(*m_app, name, value, help);
}

Argument Word::add_option(const std::string& name, int& value, const std::string& help) {
    return add(*m_app, name, value, help);
}

Argument Word::add_option(const std::string& name, std::optional<int>& value, const std::string& help) {
    return add(*m_app, name, value, help);
}

Argument Word::add_option(const std::string& name, std::int64_t& value, const std::string& help) {
    return add(*m_app, name, value, help);
}

Argument Word::add_option(const std::string& name, std::optional<std::int64_t>& value,
                          const std::string& help) {
    return add(*m_app, name, value, help);
}

Argument Word::add_option(const std::string& name, std::uint64_t& value, const std::string& help) {
    return add(*m_app, name, value, help);
}

Argument Word::add_option(const std::string& name, std::vector<std::string>& values,
                          const std::string& help) {
    return add(*m_app, name, values, help);
}

Argument Word::add_flag(const std::string& name, bool& value, const std::string& help) {
    return Argument{*m_app->add_flag(name, value, help)};
}

void Word::then(std::function<void()> run) {
    m_app->callback(std::move(run));
}

} // namespace ctl
