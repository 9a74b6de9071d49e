// SPDX-License-Identifier: GPL-3.0-or-later
// The search index of the open office, shared by every list of learners and kept up with what is written; and
// what those lists are narrowed to, kept while one works.
#pragma once

#include "learners/search.hpp"
#include "office/ui/session.hpp"

#include <functional>
#include <optional>
#include <set>
#include <vector>

namespace learners {

class LearnerSearch {
  public:
    explicit LearnerSearch(office::Session& session)
        : m_session(session) {}

    // Begins to build the index if it does not stand: in the background, on a reading connection of its own,
    // so that pages and jobs go on working.
    void prepare();
    // Runs `then` once the index stands: at once for a small office, else when the background is done. `then`
    // must bear its window having gone.
    void ready(std::function<void()> then);
    bool is_ready() const { return m_index.has_value(); }
    // Only when ready.
    Found find(std::string_view text, const Filter& filter, std::size_t limit) const {
        return m_index->find(text, Sieve(m_session.database, filter), limit);
    }

    // After one learner was registered, changed, enrolled or left.
    void touched(LearnerId id);
    // After bulk work on many.
    void touched(const std::vector<LearnerId>& ids);
    // After work that may have touched anybody.
    void forget();

    // What the Learners page is narrowed to: outlives the page, which a change of language makes anew.
    Filter& filter() { return m_filter; }

  private:
    void begin();
    // Of the index begun as number `of`.
    void take(SearchIndex index, int of);

    office::Session& m_session;
    std::optional<SearchIndex> m_index;
    std::set<LearnerId> m_meanwhile; // touched while the index is being built
    int m_begun = 0;                 // what is being built for an earlier number is out of date
    std::vector<std::function<void()>> m_waiting;
    Filter m_filter;
    widgets::JobRunner m_jobs; // last: its end waits for the job
};

} // namespace learners
