// SPDX-License-Identifier: GPL-3.0-or-later
// Which class and which of its programme's periods the score sheet shows.
#pragma once

#include "classes/class_store.hpp"
#include "office/ui/session.hpp"

#include <wx/panel.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

class wxChoice;

namespace assessment {

class PeriodChoice : public wxPanel {
  public:
    PeriodChoice(wxWindow* parent, const office::Session& session);

    // Reads the classes again, the open ones first, and keeps what was chosen where it is still there.
    void refresh();
    // A class that is not there chooses the first.
    void choose(classes::ClassId id);

    // Null when the office has no class.
    const classes::ClassRow* chosen() const;
    // The key of the pack's period.
    const std::string& period() const { return m_periods[m_period]; }
    void on_change(std::function<void()> changed) { m_changed = std::move(changed); }

  private:
    void show_periods();

    const office::Session& m_session;
    std::vector<classes::ClassRow> m_classes;
    std::vector<std::string> m_periods{std::string{}};
    std::size_t m_class = 0;
    std::size_t m_period = 0;
    wxChoice* m_class_choice;
    wxChoice* m_period_choice;
    std::function<void()> m_changed = [] {};
};

} // namespace assessment
