// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/job_runner.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <wx/app.h>

#include <atomic>
#include <chrono>
#include <optional>
#include <utility> // before asio: Boost 1.74 uses std::exchange under C++20 without including it

namespace widgets {

namespace {

std::atomic<int> jobs_at_work{0};

} // namespace

// Lives until its last closure is gone: also where the runner went before it.
struct JobRunner::Job {
    explicit Job(bool stands_aside)
        : aside(stands_aside) {
        if (!aside) ++jobs_at_work;
    }
    ~Job() {
        if (!aside) --jobs_at_work;
    }
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;

    const bool aside;
    std::atomic<bool> cancelled{false};
};

// Outlives the runner in what was posted, to say that it is gone. Belongs to the UI thread alone.
struct JobRunner::Life {
    bool over = false;
};

struct JobRunner::Pool {
    boost::asio::thread_pool threads{1};
};

namespace {

using Clock = std::chrono::steady_clock;
constexpr auto shortest_pause = std::chrono::milliseconds{40};

class PostedProgress final : public core::Progress {
  public:
    using Report = std::function<void(std::int64_t, std::int64_t)>;
    PostedProgress(const std::atomic<bool>& cancelled, Report report)
        : m_cancelled(cancelled)
        , m_report(std::move(report)) {}

    void report(std::int64_t done, std::int64_t total) override {
        const auto now = Clock::now();
        if (now - m_last < shortest_pause) return;
        m_last = now;
        m_report(done, total);
    }
    bool cancelled() const override { return m_cancelled.load(std::memory_order_relaxed); }

  private:
    const std::atomic<bool>& m_cancelled;
    Report m_report;
    Clock::time_point m_last{};
};

} // namespace

JobRunner::JobRunner()
    : JobRunner([](std::function<void()> closure) { wxTheApp->CallAfter(std::move(closure)); }) {}

JobRunner::JobRunner(Post post)
    : m_post(std::move(post))
    , m_life(std::make_shared<Life>())
    , m_pool(std::make_unique<Pool>()) {}

JobRunner::~JobRunner() {
    cancel();
    m_life->over = true;
    m_pool->threads.join();
}

bool JobRunner::any_busy() {
    return jobs_at_work > 0;
}

void JobRunner::cancel() {
    for (const auto& job : m_jobs)
        job->cancelled = true;
}

void JobRunner::end(const std::shared_ptr<Job>& job) {
    std::erase(m_jobs, job);
}

void JobRunner::start(Work work, Observer observer) {
    auto job = std::make_shared<Job>(m_aside);
    m_jobs.push_back(job);
    // On the job thread `this` is only carried along, never followed: it may be gone when a closure arrives.
    boost::asio::post(m_pool->threads, [this, post = m_post, life = m_life, job, work = std::move(work),
                                        observer = std::move(observer)] {
        PostedProgress progress(job->cancelled, [&](std::int64_t done, std::int64_t total) {
            if (!observer.progressed) return;
            post([life, tell = observer.progressed, done, total] {
                if (!life->over) tell(done, total);
            });
        });
        Finish finish;
        std::optional<core::Error> failure;
        try {
            finish = work(progress);
        } catch (const core::WorldFailure& world) {
            failure = world.error();
        } catch (const std::exception& bug) {
            failure = core::Error{"job.failed"}.with("what", bug.what());
        }
        post([this, life, job, observer, finish = std::move(finish), failure = std::move(failure)] {
            if (life->over) return;
            end(job);
            if (failure && observer.failed) observer.failed(*failure);
            if (finish) finish();
            // The closure may have closed the window, and the runner with it.
            if (!life->over && observer.ended) observer.ended();
        });
    });
}

} // namespace widgets
