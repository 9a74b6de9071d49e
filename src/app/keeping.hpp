// SPDX-License-Identifier: GPL-3.0-or-later
// Backups that the program makes by itself: in the background at the first start of a day, and before it
// closes.
#pragma once

#include "backups/schedule.hpp"
#include "core/clock.hpp"
#include "core/random.hpp"
#include "office/ui/session.hpp"
#include "widgets/job_panel.hpp"
#include "widgets/theme.hpp"

#include <wx/timer.h>

#include <functional>
#include <optional>

namespace app {

class Keeping {
  public:
    // What it asks of the window that is open just now.
    struct Window {
        std::function<widgets::JobPanel&()> jobs;
        std::function<void(widgets::Tone, const wxString&)> tell;
    };
    // `session` outlives it. What it writes by itself it writes as `program`, whoever is at the keyboard.
    Keeping(office::Session& session, storage::Actor program, Window window);

    // Reads the office file on a connection of its own, so that nobody waits; told only where it fails.
    void back_up_today();
    // True where a backup was begun that calls `close` when it is done. A second call stops it and says
    // false.
    bool back_up_before(std::function<void()> close);

  private:
    void note();

    office::Session& m_session;
    storage::Actor m_program;
    Window m_window;
    core::SystemClock m_clock;
    core::SystemRandom m_random;          // of the job's own thread
    std::optional<backups::Round> m_made; // and not yet in the file
    wxTimer m_retry;
    bool m_closing = false;
    widgets::JobRunner m_runner; // last: its destructor waits for the job
};

} // namespace app
