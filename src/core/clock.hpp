// SPDX-License-Identifier: GPL-3.0-or-later
// Time comes from a Clock, so that tests and the sample office can set it.
#pragma once

#include "core/date.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace core {

// A moment in UTC. SQL and JSON hold "2025-12-17T03:04:05.678Z".
using Moment = std::chrono::sys_time<std::chrono::milliseconds>;

std::string to_iso(Moment moment);
std::optional<Moment> moment_from_iso(std::string_view text);

// The civil day in Cambodia (UTC+7, no summer time) at a moment.
Day day_in_cambodia(Moment moment);

class Clock {
  public:
    virtual ~Clock() = default;
    virtual Moment now() const = 0;
    Day today() const { return day_in_cambodia(now()); }
};

class SystemClock final : public Clock {
  public:
    Moment now() const override;
};

// Stands still until it is set; each step() moves it on.
class FixedClock final : public Clock {
  public:
    explicit FixedClock(Moment moment)
        : m_moment(moment) {}
    // Nine in the morning of that day in Cambodia.
    explicit FixedClock(Day day);
    Moment now() const override { return m_moment; }
    void set(Moment moment) { m_moment = moment; }
    void set(Day day) { *this = FixedClock(day); }
    void step(std::chrono::milliseconds by) { m_moment += by; }

  private:
    Moment m_moment;
};

} // namespace core
