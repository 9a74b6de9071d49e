// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/job_log.hpp"

#include <algorithm>
#include <utility>

namespace widgets {

JobLog::Id JobLog::begin(Begun begun) {
    if (m_jobs.size() >= most_kept) {
        const auto old = std::find_if(m_jobs.begin(), m_jobs.end(),
                                      [](const Job& job) { return job.state != State::running; });
        if (old != m_jobs.end()) m_jobs.erase(old);
    }
    Job job;
    job.id = Id{m_next++};
    job.title = std::move(begun.title);
    job.began = begun.began;
    job.cancel = std::move(begun.cancel);
    job.panel = begun.panel;
    m_jobs.push_back(std::move(job));
    changed();
    return m_jobs.back().id;
}

void JobLog::progressed(Id id, std::int64_t reached, std::int64_t total) {
    Job* job = known(id);
    if (!job || job->state != State::running) return;
    job->reached = reached;
    job->total = total;
    changed();
}

void JobLog::ending(Id id, State state, core::Moment at) {
    Job* job = known(id);
    if (!job) return;
    job->state = state;
    job->ended = at;
    job->cancel = {};
    m_ending = id;
}

void JobLog::ended() {
    m_ending.reset();
    changed();
}

void JobLog::told(const std::string& sentence, bool bad) {
    Job* job = m_ending ? known(*m_ending) : nullptr;
    if (!job) return;
    job->result = sentence;
    if (bad && job->state == State::done) job->state = State::failed;
}

void JobLog::made(const std::filesystem::path& file) {
    if (Job* job = m_ending ? known(*m_ending) : nullptr) job->file = file;
}

void JobLog::forget_panel(const void* panel) {
    for (Job& job : m_jobs) {
        if (job.panel != panel) continue;
        job.panel = nullptr;
        if (job.state == State::running) job.state = State::stopped;
        job.cancel = {};
    }
    changed();
}

void JobLog::forget_ended() {
    std::erase_if(m_jobs, [](const Job& job) { return job.state != State::running; });
    changed();
}

std::vector<const JobLog::Job*> JobLog::jobs() const {
    std::vector<const Job*> all;
    for (const Job& job : m_jobs)
        all.push_back(&job);
    std::reverse(all.begin(), all.end());
    return all;
}

const JobLog::Job* JobLog::find(Id id) const {
    const auto found =
        std::find_if(m_jobs.begin(), m_jobs.end(), [&](const Job& job) { return job.id == id; });
    return found == m_jobs.end() ? nullptr : &*found;
}

JobLog::Job* JobLog::known(Id id) {
    const auto found =
        std::find_if(m_jobs.begin(), m_jobs.end(), [&](const Job& job) { return job.id == id; });
    return found == m_jobs.end() ? nullptr : &*found;
}

void JobLog::changed() const {
    if (m_changed) m_changed();
}

JobLog& job_log() {
    static JobLog sitting;
    return sitting;
}

} // namespace widgets
