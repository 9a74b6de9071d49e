// SPDX-License-Identifier: GPL-3.0-or-later
// BLAKE2b-256 of bytes that come block by block, and how many they were.
#pragma once

#include "office/digest.hpp"

#include <cstdint>
#include <memory>

namespace backups {

class Hasher {
  public:
    Hasher();
    ~Hasher();
    Hasher(const Hasher&) = delete;
    Hasher& operator=(const Hasher&) = delete;
    void add(std::span<const std::byte> bytes);
    std::uint64_t size() const { return m_size; }
    // Once, after the last block.
    office::Digest result();

  private:
    struct State;
    std::unique_ptr<State> m_state;
    std::uint64_t m_size = 0;
};

} // namespace backups
