// SPDX-License-Identifier: GPL-3.0-or-later
// What went wrong, as a code and facts. The sentence a person reads is made in wording/, in the reader's
// language.
#pragma once

#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace core {

// Where in the world: a file, and inside it a sheet and cell ("E28"), a row, or a byte. Empty parts are
// unknown.
struct Place {
    std::string file{};
    std::string sheet{};
    std::string cell{};
    std::optional<std::int64_t> row{};
    std::optional<std::uint64_t> byte{};
    friend bool operator==(const Place&, const Place&) = default;
};

// One named fact of an error, e.g. {"maximum", "10.00"}. Values are data (numbers, names), never sentences.
struct Fact {
    std::string name;
    std::string value;
    friend bool operator==(const Fact&, const Fact&) = default;
};

// `code` is stable and dotted ("date.month-first"): tests, scripts and translations key on it.
struct Error {
    std::string code;
    Place place{};
    std::vector<Fact> facts{};

    Error& with(std::string name, std::string value) & {
        facts.push_back({std::move(name), std::move(value)});
        return *this;
    }
    Error&& with(std::string name, std::string value) && {
        return std::move(with(std::move(name), std::move(value)));
    }
    Error&& at(Place where) && {
        place = std::move(where);
        return std::move(*this);
    }
    // The fact's value, or empty.
    std::string_view fact(std::string_view name) const {
        for (const Fact& f : facts)
            if (f.name == name) return f.value;
        return {};
    }
    friend bool operator==(const Error&, const Error&) = default;
};

// The world failed (disk, lock, damaged file): thrown, caught at borders only, exit 3 at the shell.
class WorldFailure : public std::exception {
  public:
    explicit WorldFailure(Error error)
        : m_error(std::move(error)) {}
    const Error& error() const { return m_error; }
    const char* what() const noexcept override { return m_error.code.c_str(); }

  private:
    Error m_error;
};

} // namespace core
