// SPDX-License-Identifier: GPL-3.0-or-later
// Takes a JSON object of a transfer file apart, strictly: a member that is missing, of another type, out of
// bounds or unknown is the first error, named by its path. Inside identity only.
#pragma once

#include "core/clock.hpp"
#include "core/error.hpp"
#include "core/ratio.hpp"
#include "core/uid.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace identity {

using Json = nlohmann::json; // members in the order of their names: the canonical one

std::string base64(std::string_view bytes);
// Nothing for any text that base64() does not give, or past `most` bytes.
std::optional<std::string> from_base64(std::string_view text, std::size_t most);
std::string hex(std::span<const std::byte> bytes);
bool from_hex(std::string_view text, std::span<std::byte> into);

class JsonObject {
  public:
    // Readers give a harmless value after an error; the caller looks at `error` once, at the end.
    JsonObject(const Json& json, std::string path, std::optional<core::Error>& error);
    // Every member must have been asked for.
    void done();

    std::string text(const char* name, std::size_t most);
    // Empty where it is not there; one that is there is not empty.
    std::string optional_text(const char* name, std::size_t most);
    std::int64_t whole(const char* name, std::int64_t from, std::int64_t to);
    std::optional<std::int64_t> optional_whole(const char* name, std::int64_t from, std::int64_t to);
    bool yes(const char* name); // true, or not there
    core::Uid uid(const char* name);
    core::Day day(const char* name);
    std::optional<core::Day> optional_day(const char* name);
    core::Moment moment(const char* name);
    core::Ratio ratio(const char* name); // [n, d] in lowest terms, d above 0
    std::optional<core::Ratio> optional_ratio(const char* name);
    template<std::size_t N>
    std::array<std::byte, N> bytes(const char* name) {
        std::array<std::byte, N> value{};
        if (!from_hex(text(name, 2 * N), value)) fail(name);
        return value;
    }
    // An array of at most `most` texts, each of at most `longest` bytes and none empty.
    std::vector<std::string> texts(const char* name, std::size_t most, std::size_t longest);
    // An array of at most `most` items; an empty one after an error.
    const Json& items(const char* name, std::size_t most);
    const Json& object(const char* name);

    std::string path(const char* name) const { return m_path + "." + name; }
    void fail(const char* name);

  private:
    const Json* find(const char* name);

    const Json& m_json;
    std::string m_path;
    std::optional<core::Error>& m_error;
    std::set<std::string, std::less<>> m_asked;
};

} // namespace identity
