// SPDX-License-Identifier: GPL-3.0-or-later
// One step of several as a part of the whole work's progress.
#pragma once

#include "core/progress.hpp"

#include <algorithm>

namespace backups {

class ProgressPart final : public core::Progress {
  public:
    // The `nth` from 0 of `parts`.
    ProgressPart(core::Progress& whole, std::int64_t nth, std::int64_t parts)
        : m_whole(whole)
        , m_nth(nth)
        , m_parts(parts) {}
    void report(std::int64_t done, std::int64_t total) override {
        const std::int64_t share = total > 0 ? std::min(done, total) * units / total : 0;
        m_whole.report(m_nth * units + share, m_parts * units);
    }
    bool cancelled() const override { return m_whole.cancelled(); }

  private:
    static constexpr std::int64_t units = 1000;
    core::Progress& m_whole;
    std::int64_t m_nth;
    std::int64_t m_parts;
};

} // namespace backups
