// SPDX-License-Identifier: GPL-3.0-or-later
// The third step: the classes of the next year, which can be called otherwise, or opened though nobody goes
// into them.
#pragma once

#include "office/ui/session.hpp"
#include "rollover/ui/draft.hpp"
#include "widgets/data_list.hpp"

#include <wx/panel.h>

#include <functional>

namespace rollover {

class NextClassList : public wxPanel {
  public:
    NextClassList(wxWindow* parent, const office::Session& session, Draft& draft,
                  std::function<void()> chosen);
    void show();
    void focus();
    // What was opened can no longer be changed.
    void close();

  private:
    void take_key(wxKeyEvent& event);
    const NextClass* selected() const;
    void rename();
    void tick();
    void choose(Choices chosen);
    void allow();
    widgets::Cell cell(const NextClass& next, std::size_t column) const;
    widgets::Cell status(const NextClass& next) const;

    const office::Session& m_session;
    Draft& m_draft;
    std::function<void()> m_chosen;
    bool m_closed = false;
    widgets::DataList* m_list;
    wxButton* m_rename;
    wxButton* m_tick;
};

} // namespace rollover
