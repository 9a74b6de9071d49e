// SPDX-License-Identifier: GPL-3.0-or-later
// How many rows of a long list are attached to the toolkit's view, whose cost grows with them.
#pragma once

#include <algorithm>
#include <cstddef>

namespace widgets {

class Paging {
  public:
    static constexpr std::size_t page = 2000;
    // However long the list: past these a person narrows it instead of scrolling on.
    static constexpr std::size_t most = 6000;

    explicit Paging(std::size_t count = 0)
        : m_count(count)
        , m_attached(std::min(count, page)) {}

    std::size_t count() const { return m_count; }
    std::size_t attached() const { return m_attached; }
    bool whole() const { return m_attached == m_count; }
    bool may_grow() const { return !whole() && m_attached < most; }
    void grow() {
        if (may_grow()) m_attached = std::min({m_attached + page, m_count, most});
    }
    // Until `row` is attached; false for one that never is.
    bool reach(std::size_t row) {
        while (row >= m_attached && may_grow())
            grow();
        return row < m_attached;
    }

  private:
    std::size_t m_count;
    std::size_t m_attached;
};

} // namespace widgets
