// SPDX-License-Identifier: GPL-3.0-or-later
// Long work away from the windows: one background thread, progress, cancel, and nothing left running when the
// window that asked is gone.
#pragma once

#include "core/error.hpp"
#include "core/progress.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace widgets {

// All members are for the UI thread, except that a Work runs on the job thread. Work gets plain values and
// hands back a closure for the UI thread, which runs only while this JobRunner lives:
//     jobs.start([path](core::Progress& p) { auto r = read(path, p); return [r] { show(r); }; }, {…});
class JobRunner {
  public:
    using Finish = std::function<void()>;
    using Work = std::function<Finish(core::Progress&)>;
    // How a closure gets to the UI thread.
    using Post = std::function<void(std::function<void()>)>;

    struct Observer {
        // At most every 40 ms; total 0 when it is not known.
        std::function<void(std::int64_t done, std::int64_t total)> progressed{};
        // After the job's Finish, or instead of it when it failed.
        std::function<void()> ended{};
        // The disk, a lock or a damaged file stopped the job; "job.failed" with the fact "what" is our bug.
        std::function<void(const core::Error&)> failed{};
    };

    // By default closures go through the running wxApp.
    JobRunner();
    explicit JobRunner(Post post);
    // Cancels what runs, waits for it, and drops its result.
    ~JobRunner();
    JobRunner(const JobRunner&) = delete;
    JobRunner& operator=(const JobRunner&) = delete;

    // Jobs run one after another in the order they were started.
    void start(Work work, Observer observer);
    bool busy() const { return !m_jobs.empty(); }
    // Its jobs use nothing that the windows use (a connection of their own): any_busy() does not count them.
    void stand_aside() { m_aside = true; }
    // Whether any job of any runner is at work on what the windows use: then nobody else may.
    static bool any_busy();
    // Asks every job started so far to stop at its next safe place.
    void cancel();

  private:
    struct Job;
    struct Life;
    struct Pool;
    void end(const std::shared_ptr<Job>& job);

    Post m_post;
    std::shared_ptr<Life> m_life;
    std::vector<std::shared_ptr<Job>> m_jobs;
    bool m_aside = false;
    std::unique_ptr<Pool> m_pool;
};

} // namespace widgets
