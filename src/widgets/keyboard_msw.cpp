// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/keyboard.hpp"

#include <wx/toplevel.h>

namespace widgets {

wxWindow* with_keyboard(const wxTopLevelWindow& top) {
    wxWindow* const focused = wxWindow::FindFocus();
    return focused != nullptr && wxGetTopLevelParent(focused) == &top ? focused : nullptr;
}

void watch_keyboard(wxTopLevelWindow& top, std::function<void(wxWindow*)> moved) {
    top.Bind(wxEVT_CHILD_FOCUS, [moved = std::move(moved)](wxChildFocusEvent& event) {
        event.Skip();
        moved(event.GetWindow());
    });
}

} // namespace widgets
