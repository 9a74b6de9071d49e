// SPDX-License-Identifier: GPL-3.0-or-later
// The first step: what is not done yet, class by class; each opens where it is done.
#pragma once

#include "office/ui/session.hpp"
#include "rollover/ui/draft.hpp"

#include <wx/panel.h>

#include <functional>
#include <string>

namespace widgets {
class DataList;
}

namespace rollover {

class CheckList : public wxPanel {
  public:
    // `open` is asked for the page on which a class's finding is done.
    CheckList(wxWindow* parent, const office::Session& session,
              std::function<void(const std::string& page, classes::ClassId id)> open);
    void show(const Draft& draft);
    void focus();

  private:
    struct Row {
        std::size_t at = 0; // of the year's classes
        const core::Error* finding = nullptr;
    };
    const office::Session& m_session;
    std::shared_ptr<const YearEnd> m_end;
    std::vector<Row> m_rows;
    widgets::DataList* m_list;
};

} // namespace rollover
