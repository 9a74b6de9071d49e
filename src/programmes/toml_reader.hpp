// SPDX-License-Identifier: GPL-3.0-or-later
// Taking a TOML table apart key by key; keeps the first thing that is wrong, with its line.
#pragma once

#include "core/error.hpp"
#include "programmes/pack.hpp"

#include <toml++/toml.h>

#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace programmes {

struct Range {
    std::int64_t from;
    std::int64_t to;
};

// The codes of what can be wrong:
//   missing {key}; unknown_key {key}; wrong_type {key, wanted} and {key, wanted: choice, known}; out_of_range
//   {key, value, from, to}
struct TomlCodes {
    std::string_view missing;
    std::string_view unknown_key;
    std::string_view wrong_type;
    std::string_view out_of_range;
};

// Readers return a harmless value after an error; the caller looks at error() once, at the end.
class TomlReader {
  public:
    TomlReader(std::string file, const TomlCodes& codes)
        : m_file(std::move(file))
        , m_codes(codes) {}

    const std::optional<core::Error>& error() const { return m_error; }
    void fail(core::Error error, const toml::node& where);

    // Any other key in the table is an error.
    void allow_only(const toml::table& table, std::initializer_list<std::string_view> keys);

    std::string text(const toml::table& table, std::string_view key);
    Wording wording(const toml::table& table, std::string_view key);
    std::vector<std::string> texts(const toml::table& table, std::string_view key);
    std::optional<bool> yes_or_no(const toml::table& table, std::string_view key);
    std::optional<int> whole(const toml::table& table, std::string_view key, Range range);
    // In units of 1/scale: scale 100 reads hundredths.
    std::optional<std::int64_t> decimal(const toml::table& table, std::string_view key, std::int64_t scale,
                                        Range range);
    // A list of them, and a table of them by key; empty where there is none.
    std::vector<std::int64_t> decimals(const toml::table& table, std::string_view key, std::int64_t scale,
                                       Range range);
    std::map<std::string, std::int64_t> decimals_by_key(const toml::table& table, std::string_view key,
                                                        std::int64_t scale, Range range);
    // The place of the value in `words`.
    std::optional<std::size_t> choice(const toml::table& table, std::string_view key,
                                      std::initializer_list<std::string_view> words);
    // A table that must be there, and one that may be left out (then null).
    const toml::table* table(const toml::table& parent, std::string_view key);
    const toml::table* find_table(const toml::table& parent, std::string_view key);

    // Reads each [[key]] in turn.
    template<typename Item, typename Read>
    std::vector<Item> items(const toml::table& parent, std::string_view key, Read read) {
        std::vector<Item> result;
        for (const toml::table* item : tables(parent, key))
            result.push_back(read(*item));
        return result;
    }

    // True, or the error that the key is needed.
    bool need(const toml::table& table, std::string_view key);

  private:
    // Null where there is none; complains of what is no list, and of an empty one.
    const toml::array* list(const toml::table& parent, std::string_view key);
    std::vector<const toml::table*> tables(const toml::table& parent, std::string_view key);
    void wrong_type(const toml::node& node, std::string_view key, std::string_view wanted);
    std::optional<std::int64_t> decimal_of(const toml::node& node, std::string_view key, std::int64_t scale,
                                           Range range);
    bool in_range(const toml::node& node, std::string_view key, std::int64_t value, Range range,
                  std::int64_t scale);

    std::string m_file;
    TomlCodes m_codes;
    std::optional<core::Error> m_error;
};

} // namespace programmes
