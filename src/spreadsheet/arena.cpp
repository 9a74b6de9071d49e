// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/arena.hpp"

#include <algorithm>
#include <cstring>

namespace spreadsheet {
namespace {

constexpr std::size_t block_bytes = 256 * 1024;
constexpr std::size_t block_alignment = alignof(std::max_align_t);

} // namespace

Arena::~Arena() {
    for (const auto block : m_blocks)
        if (block.data()) m_budget->deallocate(block.data(), block.size(), block_alignment);
}

std::byte* Arena::take(std::size_t bytes, std::size_t alignment) {
    void* at = m_free;
    if (!m_free || !std::align(alignment, bytes, at, m_left)) {
        const std::size_t size = std::max(bytes, block_bytes);
        m_blocks.emplace_back(); // stays empty when the budget refuses
        at = m_budget->allocate(size, block_alignment);
        m_blocks.back() = {static_cast<std::byte*>(at), size};
        m_left = size;
    }
    m_free = static_cast<std::byte*>(at) + bytes;
    m_left -= bytes;
    return static_cast<std::byte*>(at);
}

std::string_view Arena::keep(std::string_view text) {
    if (text.empty()) return {};
    char* at = reinterpret_cast<char*>(take(text.size(), 1));
    std::memcpy(at, text.data(), text.size());
    return {at, text.size()};
}

} // namespace spreadsheet
