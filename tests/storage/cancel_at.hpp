// SPDX-License-Identifier: GPL-3.0-or-later
// A person who presses Cancel at a given moment of a job, and a job that is cancelled at one moment after
// another.
#pragma once

#include "core/progress.hpp"

namespace test {

// Not yet cancelled the first `at` times a job asks.
class CancelAt final : public core::Progress {
  public:
    explicit CancelAt(int at)
        : m_left(at) {}
    void report(std::int64_t, std::int64_t) override {}
    bool cancelled() const override { return m_left-- <= 0; }

  private:
    mutable int m_left;
};

// Runs `job` with a Cancel early, later and later still until it gets to its end; `left` looks after each
// cancelled run whether anything stayed behind. How often it was cancelled. `job` gets the progress, and is
// true when it finished; it may also throw "cancelled".
template<typename Job, typename Left>
int cancel_everywhere(Job job, Left left) {
    int times = 0;
    for (int at = 0;; at += 1 + at / 4, ++times) {
        CancelAt progress(at);
        try {
            if (job(progress)) return times;
        } catch (const core::WorldFailure& failure) {
            if (failure.error().code != "cancelled") throw;
        }
        left();
    }
}

} // namespace test
