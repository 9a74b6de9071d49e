// SPDX-License-Identifier: GPL-3.0-or-later
// The texts that a workbook keeps once and its cells point to by number.
#pragma once

#include "spreadsheet/archive.hpp"
#include "spreadsheet/arena.hpp"

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <string_view>

namespace spreadsheet {

class SharedStrings {
  public:
    explicit SharedStrings(MemoryBudget& budget)
        : m_arena(budget)
        , m_texts(&budget) {}

    std::size_t size() const { return m_texts.size(); }
    // Good as long as this object; nothing when there is no such text.
    std::optional<std::string_view> find(std::size_t index) const;
    void add(std::string_view text);

  private:
    Arena m_arena;
    // Each points to a length and then the characters. A deque grows without holding its old self beside the
    // new.
    std::pmr::deque<const std::byte*> m_texts;
};

// Errors: those of parse_xml, and file.too-big (what: text).
core::Expected<void> read_shared_strings(PartReader part, MemoryBudget& budget, SharedStrings& into);

} // namespace spreadsheet
