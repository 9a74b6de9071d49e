// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/job_runner.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

using widgets::JobRunner;

namespace {

// Stands for the event loop: closures wait here until the test's thread runs them.
class Loop {
  public:
    JobRunner::Post post() {
        return [this](std::function<void()> closure) {
            const std::lock_guard lock(m_mutex);
            m_queue.push_back(std::move(closure));
            m_came.notify_one();
        };
    }
    // Runs the next closure; fails the test when none comes.
    void run_one() {
        std::unique_lock lock(m_mutex);
        BOOST_REQUIRE(m_came.wait_for(lock, std::chrono::seconds{10}, [this] { return !m_queue.empty(); }));
        auto closure = std::move(m_queue.front());
        m_queue.pop_front();
        lock.unlock();
        closure();
    }
    template<typename Condition>
    void run_until(Condition reached) {
        while (!reached())
            run_one();
    }
    void run_rest() {
        while (!m_queue.empty())
            run_one();
    }

  private:
    std::mutex m_mutex;
    std::condition_variable m_came;
    std::deque<std::function<void()>> m_queue;
};

// A job that goes on until it is told to stop.
JobRunner::Finish until_cancelled(core::Progress& progress) {
    while (!progress.cancelled())
        std::this_thread::yield();
    return {};
}

} // namespace

BOOST_AUTO_TEST_SUITE(job_runner)

BOOST_AUTO_TEST_CASE(work_runs_away_from_this_thread_and_its_result_arrives_on_it) {
    Loop loop;
    JobRunner jobs(loop.post());
    const auto here = std::this_thread::get_id();
    std::thread::id worked;
    std::thread::id finished;
    bool ended = false;
    jobs.start(
        [&](core::Progress&) -> JobRunner::Finish {
            worked = std::this_thread::get_id();
            return [&] { finished = std::this_thread::get_id(); };
        },
        {.ended = [&] { ended = true; }});
    BOOST_TEST(jobs.busy());
    loop.run_until([&] { return ended; });
    BOOST_TEST((worked != here));
    BOOST_TEST((finished == here));
    BOOST_TEST(!jobs.busy());
}

BOOST_AUTO_TEST_CASE(cancel_reaches_the_running_job_and_the_one_that_waits) {
    Loop loop;
    JobRunner jobs(loop.post());
    int ended = 0;
    jobs.start(until_cancelled, {.ended = [&] { ++ended; }});
    jobs.start(until_cancelled, {.ended = [&] { ++ended; }});
    jobs.cancel();
    loop.run_until([&] { return ended == 2; });
    BOOST_TEST(!jobs.busy());
}

BOOST_AUTO_TEST_CASE(a_job_started_after_cancel_is_not_cancelled) {
    Loop loop;
    JobRunner jobs(loop.post());
    bool was_cancelled = true;
    bool ended = false;
    jobs.start(until_cancelled, {});
    jobs.cancel();
    jobs.start(
        [&](core::Progress& progress) -> JobRunner::Finish {
            was_cancelled = progress.cancelled();
            return {};
        },
        {.ended = [&] { ended = true; }});
    loop.run_until([&] { return ended; });
    BOOST_TEST(!was_cancelled);
}

BOOST_AUTO_TEST_CASE(a_closed_window_stops_its_job_and_never_sees_the_result) {
    Loop loop;
    bool stopped = false;
    bool shown = false;
    {
        JobRunner jobs(loop.post());
        jobs.start(
            [&](core::Progress& progress) -> JobRunner::Finish {
                progress.report(1, 2);
                until_cancelled(progress);
                stopped = true;
                return [&] { shown = true; };
            },
            {.progressed = [&](std::int64_t, std::int64_t) { shown = true; },
             .ended = [&] { shown = true; }});
    }
    BOOST_TEST(stopped);
    loop.run_rest();
    BOOST_TEST(!shown);
}

BOOST_AUTO_TEST_CASE(progress_comes_at_most_every_forty_milliseconds) {
    Loop loop;
    JobRunner jobs(loop.post());
    std::vector<std::int64_t> seen;
    bool ended = false;
    const auto began = std::chrono::steady_clock::now();
    jobs.start(
        [](core::Progress& progress) -> JobRunner::Finish {
            for (int i = 0; i < 100'000; ++i)
                progress.report(i, 100'000);
            return {};
        },
        {.progressed = [&](std::int64_t done, std::int64_t) { seen.push_back(done); },
         .ended = [&] { ended = true; }});
    loop.run_until([&] { return ended; });
    const auto took = std::chrono::steady_clock::now() - began;
    BOOST_REQUIRE(!seen.empty());
    BOOST_TEST(seen.front() == 0);
    BOOST_TEST(static_cast<std::int64_t>(seen.size()) <= took / std::chrono::milliseconds{40} + 1);
}

BOOST_AUTO_TEST_CASE(the_failing_world_is_told_by_its_error_and_the_next_job_still_runs) {
    Loop loop;
    JobRunner jobs(loop.post());
    std::vector<std::string> codes;
    const auto failed = [&](const core::Error& error) { codes.push_back(error.code); };
    bool ended = false;
    jobs.start(
        [](core::Progress&) -> JobRunner::Finish { throw core::WorldFailure(core::Error{"disk.full"}); },
        {.failed = failed});
    jobs.start([](core::Progress&) -> JobRunner::Finish { throw std::logic_error("a bug"); },
               {.failed = failed});
    jobs.start([](core::Progress&) -> JobRunner::Finish { return {}; }, {.ended = [&] { ended = true; }});
    loop.run_until([&] { return ended; });
    BOOST_TEST(codes == (std::vector<std::string>{"disk.full", "job.failed"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_result_may_close_the_window_that_asked) {
    Loop loop;
    auto jobs = std::make_unique<JobRunner>(loop.post());
    bool ended = false;
    jobs->start([&](core::Progress&) -> JobRunner::Finish { return [&] { jobs.reset(); }; },
                {.ended = [&] { ended = true; }});
    loop.run_one();
    BOOST_TEST(!jobs);
    BOOST_TEST(!ended);
}

BOOST_AUTO_TEST_CASE(it_is_known_whether_any_runner_is_at_work_on_what_the_windows_use) {
    Loop loop;
    BOOST_TEST(!JobRunner::any_busy());
    {
        JobRunner in_a_dialog(loop.post());
        in_a_dialog.start(until_cancelled, {});
        BOOST_TEST(JobRunner::any_busy());
        in_a_dialog.cancel();
        loop.run_until([&] { return !in_a_dialog.busy(); });
    }
    loop.run_rest();
    BOOST_TEST(!JobRunner::any_busy());
    // One that reads on a connection of its own is in nobody's way.
    JobRunner aside(loop.post());
    aside.stand_aside();
    aside.start(until_cancelled, {});
    BOOST_TEST(!JobRunner::any_busy());
    {
        JobRunner gone_with_its_window(loop.post());
        gone_with_its_window.start(until_cancelled, {});
        BOOST_TEST(JobRunner::any_busy());
    }
    aside.cancel();
    loop.run_until([&] { return !aside.busy(); });
    loop.run_rest();
    BOOST_TEST(!JobRunner::any_busy());
}

BOOST_AUTO_TEST_SUITE_END()
