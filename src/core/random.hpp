// SPDX-License-Identifier: GPL-3.0-or-later
// Where unpredictable bytes come from: the system, or a seed when a sample office or a test must come out the
// same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace core {

class Random {
  public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::byte> bytes) = 0;
    std::uint64_t next();
    // Uniform in [0, bound); bound > 0.
    std::uint64_t below(std::uint64_t bound);
};

// The operating system's generator, fit for keys and salts.
class SystemRandom final : public Random {
  public:
    void fill(std::span<std::byte> bytes) override;
};

// SplitMix64 from a seed: the same on every machine, for samples and tests only.
class SeededRandom final : public Random {
  public:
    explicit SeededRandom(std::uint64_t seed)
        : m_state(seed) {}
    void fill(std::span<std::byte> bytes) override;

  private:
    std::uint64_t m_state;
};

} // namespace core
