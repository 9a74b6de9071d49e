// SPDX-License-Identifier: GPL-3.0-or-later
// How a long job tells where it is and learns that it should stop.
#pragma once

#include <cstdint>

namespace core {

class Progress {
  public:
    virtual ~Progress() = default;
    // `done` of `total` units; total 0 when it is not known.
    virtual void report(std::int64_t done, std::int64_t total) = 0;
    // True when the person pressed Cancel: the job stops at the next safe place and leaves nothing
    // half-written.
    virtual bool cancelled() const = 0;
};

// For callers that show nothing.
class NoProgress final : public Progress {
  public:
    void report(std::int64_t, std::int64_t) override {}
    bool cancelled() const override { return false; }
};

} // namespace core
