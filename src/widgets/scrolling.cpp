// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scrolling.hpp"

#include "widgets/theme.hpp"

#include <wx/scrolwin.h>

#include <algorithm>

namespace widgets {

namespace {

// By how many units of `unit` pixels to scroll, so that what lies from `begin` to `end` stands within
// `length`, with `room` around it; its beginning where there is no room for all.
int step(int begin, int end, int length, int room, int unit) {
    if (unit <= 0) return 0;
    int by = 0;
    if (begin - room < 0)
        by = begin - room;
    else if (end + room > length)
        by = std::min(end + room - length, begin - room);
    // Away from nought, so that the last pixels come in sight too.
    return by > 0 ? (by + unit - 1) / unit : (by - unit + 1) / unit;
}

} // namespace

void follow_keyboard(wxScrolledWindow& body, const wxWindow& part) {
    if (!body.IsDescendant(const_cast<wxWindow*>(&part))) return;
    int across = 0;
    int down = 0;
    body.GetScrollPixelsPerUnit(&across, &down);
    const wxPoint at = body.ScreenToClient(part.GetScreenPosition());
    const wxSize size = part.GetSize();
    const wxSize sight = body.GetClientSize();
    const int right = step(at.x, at.x + size.x, sight.x, body.FromDIP(space::medium), across);
    const int below = step(at.y, at.y + size.y, sight.y, body.FromDIP(56), down);
    if (right == 0 && below == 0) return;
    const wxPoint now = body.GetViewStart();
    body.Scroll(now.x + right, now.y + below);
}

} // namespace widgets
