// SPDX-License-Identifier: GPL-3.0-or-later
// The words centres use: how they head columns and what they write in cells (resources/imports/*.toml).
#pragma once

#include "imports/kind.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace imports {

// What is compared: Khmer folded, Latin lower-case, digits Latin; spaces, punctuation and marks gone.
std::string word_key(std::string_view text);

// "អំណាន (ពិន្ទុ ១០)" without what stands in round or square brackets.
std::string without_brackets(std::string_view text);

// The ways to compare a heading, the surest first: all of it, without what stands in brackets, and, of two
// languages together ("ភេទ / Sex"), the Khmer and the Latin letters alone.
std::vector<std::string> heading_keys(std::string_view text);

class Vocabulary {
  public:
    // From the resources built into the program.
    Vocabulary();

    // What a heading means for this kind of list, by any of its keys. A name whose heading says of which
    // letters it is ("ឈ្មោះ (Latin)") is a name in those.
    std::optional<Field> whole_heading(Kind kind, std::string_view text) const;
    // The same, or the longest known phrase that makes up most of it.
    std::optional<Field> heading(Kind kind, std::string_view text) const;

    // How we head such a column ourselves; empty for a day or a subject.
    std::string_view printed(Kind kind, Field field) const;
    // What a column of such a list can mean, in the order of Field; days and subjects apart.
    std::vector<Field> fields_of(Kind kind) const;

    // The word's meaning in a group of words.toml, e.g. meaning("sex", "ស្រី") is "f".
    std::optional<std::string_view> meaning(std::string_view group, std::string_view text) const;

    // The first word of words.toml's group and meaning that begins the text, as its key, e.g. a closing line.
    bool begins_with(std::string_view group, std::string_view meaning, std::string_view text) const;
    // The text's key without the longest word of the group that begins it: "តាពូង" of a centre's whole name.
    std::string without_beginning(std::string_view group, std::string_view text) const;
    // Whether a word of that meaning stands in word_key(text).
    bool holds(std::string_view group, std::string_view meaning, std::string_view key) const {
        return last_end_of(group, meaning, key).has_value();
    }
    // Where the last such word ends in word_key(text), or nothing.
    std::optional<std::size_t> last_end_of(std::string_view group, std::string_view meaning,
                                           std::string_view key) const;

  private:
    Field in_script(Field field, std::string_view text) const;

    std::map<Kind, std::map<std::string, Field, std::less<>>> m_headings;
    std::map<Kind, std::map<Field, std::string>> m_printed;
    std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> m_words;
};

} // namespace imports
