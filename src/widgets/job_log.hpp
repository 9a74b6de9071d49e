// SPDX-License-Identifier: GPL-3.0-or-later
// What ran in the background of this sitting: when, how far, what came of it and which file it made. For the
// thread of the windows alone.
#pragma once

#include "core/clock.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace widgets {

class JobLog {
  public:
    enum class Id : std::size_t {};
    enum class State {
        running,
        done,
        failed,  // what happened stands in `result`
        stopped, // by the person
    };
    // So many are kept; the oldest that has ended goes.
    static constexpr std::size_t most_kept = 200;

    struct Begun {
        std::string title;
        core::Moment began;
        const void* panel; // where it is shown
        std::function<void()> cancel;
    };
    struct Job {
        Id id{};
        std::string title;
        core::Moment began{};
        std::optional<core::Moment> ended{};
        State state = State::running;
        std::int64_t reached = 0;
        std::int64_t total = 0; // 0: nobody knows
        std::string result{};   // the sentence that was told of it
        std::filesystem::path file{};
        std::function<void()> cancel{};
        const void* panel = nullptr;
    };

    Id begin(Begun begun);
    void progressed(Id job, std::int64_t reached, std::int64_t total);
    // Between these two, what is told and made belongs to the job.
    void ending(Id job, State state, core::Moment at);
    void ended();
    // Nothing while no job is ending. What is told last counts; a bad one means the job failed.
    void told(const std::string& sentence, bool bad);
    void made(const std::filesystem::path& file);
    // The panel is gone; what ran in it was stopped.
    void forget_panel(const void* panel);

    // Those that have ended: another office is opened, and what was told there is not told here.
    void forget_ended();

    // The newest first.
    std::vector<const Job*> jobs() const;
    const Job* find(Id job) const;
    // Called after each change; at most one listener, empty to stop.
    void watch(std::function<void()> changed) { m_changed = std::move(changed); }

  private:
    Job* known(Id job);
    void changed() const;

    std::deque<Job> m_jobs; // the oldest first
    std::size_t m_next = 1;
    std::optional<Id> m_ending;
    std::function<void()> m_changed;
};

// Of this sitting.
JobLog& job_log();

} // namespace widgets
