// SPDX-License-Identifier: GPL-3.0-or-later
// The official Khmer words of this room's papers and workbooks, from resources/attendance/words.txt.
#pragma once

#include "core/expected.hpp"

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

namespace attendance {

class Words {
  public:
    // Errors: attendance.words-unreadable {key} at the row: a key that stands twice, or without words.
    static core::Expected<Words> parse(std::string_view text);
    // Of a file that is shipped with the program: an error in it is our bug, std::logic_error. Other rooms
    // keep their papers' words in such files too.
    static Words shipped(std::string_view text);

    // A key that is not there is our bug: std::logic_error.
    const std::string& operator[](std::string_view key) const;
    // The words with each {} in turn replaced by a value.
    std::string fill(std::string_view key, std::initializer_list<std::string> values) const;

  private:
    std::map<std::string, std::string, std::less<>> m_words;
};

// Those shipped with the program.
const Words& words();

} // namespace attendance
