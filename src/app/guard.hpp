// SPDX-License-Identifier: GPL-3.0-or-later
// Who is at the keyboard of an open office: the log-in, the lock that comes by itself, the second person, and
// which commands are grey.
#pragma once

#include "office/screen_lock.hpp"
#include "office/ui/session.hpp"

#include <wx/eventfilter.h>
#include <wx/timer.h>

#include <functional>
#include <optional>

namespace app {

class Guard final : public wxEventFilter {
  public:
    // `leave` is called when somebody else wants to log in: the office is closed and asked for again.
    Guard(office::Session& session, std::function<void()> leave);
    ~Guard() override;
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;

    // Asks who it is; false when the person goes back. In set-up nobody is asked.
    bool log_in();
    // From now on it is that user, who has just shown that they know the password.
    void become(const std::string& name);
    // Hides what the windows show until the same person logs in again. What was being typed stays. While a
    // job is at work on the office file, in whichever window, the screen is not locked: logging in writes.
    void lock();
    bool can_lock() const;

    int FilterEvent(wxEvent& event) override;

  private:
    void watch();
    void run(const std::function<void()>& command, std::string_view id);

    office::Session& m_session;
    std::function<void()> m_leave;
    wxTimer m_timer;
    office::IdleWatch m_idle;
    bool m_locked = false;
};

} // namespace app
