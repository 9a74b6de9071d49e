// SPDX-License-Identifier: GPL-3.0-or-later
// Memory handed out in order and freed at once: many short texts without an allocation each.
#pragma once

#include "spreadsheet/memory.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace spreadsheet {

class Arena {
  public:
    explicit Arena(MemoryBudget& budget)
        : m_budget(&budget)
        , m_blocks(&budget) {}
    ~Arena();
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;

    // Throws OverBudget.
    std::byte* take(std::size_t bytes, std::size_t alignment);
    std::string_view keep(std::string_view text);
    // Trivially copied values.
    template<typename T>
    std::span<const T> keep(std::span<const T> values);

  private:
    MemoryBudget* m_budget;
    std::pmr::vector<std::span<std::byte>> m_blocks;
    std::byte* m_free = nullptr;
    std::size_t m_left = 0;
};

template<typename T>
std::span<const T> Arena::keep(std::span<const T> values) {
    static_assert(std::is_trivially_copyable_v<T>);
    T* at = reinterpret_cast<T*>(take(values.size_bytes(), alignof(T)));
    std::uninitialized_copy(values.begin(), values.end(), at);
    return {at, values.size()};
}

} // namespace spreadsheet
