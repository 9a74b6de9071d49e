// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/ui/learner_search.hpp"

#include "learners/learner_list.hpp"

#include <wx/translation.h>

#include <memory>

namespace learners {

namespace {
// Built in about ten milliseconds; more than these are built in the background.
constexpr std::int64_t built_at_once = 5000;
} // namespace

void LearnerSearch::ready(const std::function<void()>& then) {
    if (!m_index && count_learners(m_session.database) <= built_at_once) {
        core::NoProgress unseen;
        m_index = SearchIndex::build(m_session.database, unseen);
    }
    if (m_index) return then();
    m_session.run_job(
        _("Preparing the search"), [this, then](core::Progress& progress) -> widgets::JobRunner::Finish {
            // Shared, because a closure that travels must be copied.
            auto index = std::make_shared<SearchIndex>(SearchIndex::build(m_session.database, progress));
            return [this, then, index] {
                m_index = std::move(*index);
                then();
            };
        });
}

void LearnerSearch::touched(LearnerId id) {
    if (m_index) m_index->refresh(m_session.database, id);
}

} // namespace learners
