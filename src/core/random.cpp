// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/random.hpp"

#include <cstring>
#include <limits>
#include <random>

namespace core {

std::uint64_t Random::next() {
    std::uint64_t value = 0;
    fill(std::as_writable_bytes(std::span{&value, 1}));
    return value;
}

std::uint64_t Random::below(std::uint64_t bound) {
    // Reject the tail that would make small values likelier.
    const std::uint64_t limit = std::numeric_limits<std::uint64_t>::max() / bound * bound;
    std::uint64_t value = next();
    while (value >= limit)
        value = next();
    return value % bound;
}

void SystemRandom::fill(std::span<std::byte> bytes) {
    // libstdc++ reads the operating system's generator here, on Linux and Windows alike.
    thread_local std::random_device device;
    while (!bytes.empty()) {
        const auto word = device();
        const std::size_t count = std::min(sizeof word, bytes.size());
        std::memcpy(bytes.data(), &word, count);
        bytes = bytes.subspan(count);
    }
}

void SeededRandom::fill(std::span<std::byte> bytes) {
    while (!bytes.empty()) {
        m_state += 0x9E3779B97F4A7C15U;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
        z ^= z >> 31;
        const std::size_t count = std::min(sizeof z, bytes.size());
        std::memcpy(bytes.data(), &z, count);
        bytes = bytes.subspan(count);
    }
}

} // namespace core
