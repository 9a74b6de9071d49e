// SPDX-License-Identifier: GPL-3.0-or-later
// The text of cells as sheet XML spells it: joined from runs, with characters escaped that XML cannot hold.
#pragma once

#include "spreadsheet/memory.hpp"

#include <string>
#include <string_view>

namespace spreadsheet {

// A text longer than this is no cell's (Excel holds 32,767 characters).
inline constexpr std::size_t longest_text = 1024 * 1024;

// Turns "_x000D_" and the like into the characters they stand for (ECMA-376 part 1, 22.9.2.19), from `begin`
// on.
void decode_escapes(std::pmr::string& text, std::size_t begin);

// Collects the characters of <si> or <is>: <t>, and <r><t> of rich text; <rPh> is a reading aid and left out.
// start() and end() are told every element inside.
class RichText {
  public:
    explicit RichText(std::pmr::string& into)
        : m_into(into) {}
    void start(std::string_view name);
    void end();
    // False when the text grew too long.
    bool text(std::string_view piece);

  private:
    std::pmr::string& m_into;
    int m_depth = 0;
    int m_text_depth = 0;  // where the open <t> stands, 0 outside
    bool m_in_run = false; // the element at depth 1 is <r>
};

} // namespace spreadsheet
