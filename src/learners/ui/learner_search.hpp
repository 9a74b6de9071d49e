// SPDX-License-Identifier: GPL-3.0-or-later
// The search index of the open office, shared by every list of learners and kept up with what is written.
#pragma once

#include "learners/search.hpp"
#include "office/ui/session.hpp"

#include <functional>
#include <optional>

namespace learners {

class LearnerSearch {
  public:
    explicit LearnerSearch(office::Session& session)
        : m_session(session) {}

    // Runs `then` once the index stands: at once, or after a job for a large office.
    void ready(const std::function<void()>& then);
    bool is_ready() const { return m_index.has_value(); }
    // Only when ready.
    Found find(std::string_view text, std::size_t limit) const { return m_index->find(text, limit); }

    // After one learner was registered, changed, enrolled or left.
    void touched(LearnerId id);
    // After bulk work.
    void forget() { m_index.reset(); }

  private:
    office::Session& m_session;
    std::optional<SearchIndex> m_index;
};

} // namespace learners
