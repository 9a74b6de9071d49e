// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/ui/learner_search.hpp"

#include "learners/learner_list.hpp"

#include <wx/translation.h>

#include <memory>
#include <utility>

namespace learners {

namespace {
// Built in about ten milliseconds; more than these are built in the background.
constexpr std::int64_t built_at_once = 5000;
// Beyond these, building anew costs less than every search looking at all of them.
constexpr std::size_t refreshed_one_by_one = 500;
} // namespace

void LearnerSearch::prepare() {
    if (m_index || m_jobs.busy() || m_session.database.path().empty()) return;
    m_meanwhile.clear();
    begin();
}

void LearnerSearch::begin() {
    // Shared, because a closure that travels must be copied.
    const auto built = [this, of = m_begun](SearchIndex index) -> widgets::JobRunner::Finish {
        auto kept = std::make_shared<SearchIndex>(std::move(index));
        return [this, kept, of] { take(std::move(*kept), of); };
    };
    m_jobs.start(
        [file = m_session.database.path(), &clock = m_session.database.clock(),
         built](core::Progress& progress) {
            core::SystemRandom chance;
            const auto reader = storage::Database::open(file, storage::Access::read_only, {clock, chance});
            return built(SearchIndex::build(reader, progress));
        },
        {.failed = [this, built](const core::Error&) {
            // The file cannot be opened a second time: the page lends its own connection, and waits.
            m_session.run_job(_("Preparing the search"), [this, built](core::Progress& progress) {
                return built(SearchIndex::build(m_session.database, progress));
            });
        }});
}

void LearnerSearch::take(SearchIndex index, int of) {
    if (of != m_begun) return prepare(); // much was written since: once more
    m_index = std::move(index);
    const auto meanwhile = std::exchange(m_meanwhile, {});
    m_index->refresh(m_session.database, std::vector(meanwhile.begin(), meanwhile.end()));
    for (const auto& then : std::exchange(m_waiting, {}))
        then();
}

void LearnerSearch::ready(std::function<void()> then) {
    if (m_index) return then();
    m_waiting.push_back(std::move(then));
    const bool small = count_learners(m_session.database) <= built_at_once;
    if (!small && !m_session.database.path().empty()) return prepare();
    core::NoProgress unseen;
    m_meanwhile.clear();
    // Whatever is being built meanwhile is not needed any more.
    take(SearchIndex::build(m_session.database, unseen), ++m_begun);
}

void LearnerSearch::touched(LearnerId id) {
    if (m_index)
        m_index->refresh(m_session.database, id);
    else
        m_meanwhile.insert(id);
}

void LearnerSearch::touched(const std::vector<LearnerId>& ids) {
    if (ids.size() > refreshed_one_by_one) return forget();
    if (m_index)
        m_index->refresh(m_session.database, ids);
    else
        m_meanwhile.insert(ids.begin(), ids.end());
}

void LearnerSearch::forget() {
    m_index.reset();
    ++m_begun;
    prepare();
}

} // namespace learners
