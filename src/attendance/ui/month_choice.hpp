// SPDX-License-Identifier: GPL-3.0-or-later
// Which class and which month the register shows.
#pragma once

#include "classes/class_store.hpp"
#include "office/ui/session.hpp"

#include <wx/panel.h>

#include <functional>
#include <optional>
#include <vector>

class wxChoice;
class wxStaticText;

namespace attendance {

class MonthChoice : public wxPanel {
  public:
    MonthChoice(wxWindow* parent, const office::Session& session);

    // Reads the classes again, the open ones first, and keeps what was chosen where it is still there.
    void refresh();
    // A class that is not there chooses the first. Without a month: this one, or the nearest the class has.
    void choose(classes::ClassId id, std::optional<core::Month> month = {});
    void turn(std::chrono::months by);

    // Nothing when the office has no class.
    std::optional<classes::ClassId> chosen() const;
    core::Month month() const { return m_month; }
    // Not called by choose and turn themselves.
    void on_change(std::function<void()> changed) { m_changed = std::move(changed); }

  private:
    void show_month(core::Month month);
    core::Month usual_month(const classes::ClassRow& row) const;

    const office::Session& m_session;
    std::vector<classes::ClassRow> m_classes;
    std::size_t m_index = 0;
    core::Month m_month{};
    wxChoice* m_choice;
    wxStaticText* m_month_name;
    std::function<void()> m_changed = [] {};
};

} // namespace attendance
