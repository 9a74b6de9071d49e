// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a list that is to be printed or saved: widgets know lists, the program knows workbooks and
// paper. Like the gate before commands, it is set once for all windows.
#pragma once

#include "core/progress.hpp"
#include "widgets/list_order.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

class wxWindow;

namespace widgets {

// A list as the person sees it: the columns that are shown, in their order, and its rows in theirs.
struct SeenList {
    std::string id;                  // "learners.list"
    std::vector<std::string> titles; // what the list is, from the page's title down
    struct SeenColumn {
        std::string title;
        int width = 0;      // design pixels, as on the screen
        bool right = false; // numbers
    };
    std::vector<SeenColumn> columns;
    // Every row of the list, also those that the window has not attached; runs away from the windows when the
    // list is long, and throws what the disk throws.
    std::function<std::vector<std::vector<std::string>>(core::Progress&)> rows;
};

struct ListGate {
    // Both ask the person what they need to know, and tell above `from` what came of it.
    std::function<void(wxWindow* from, SeenList)> print;
    std::function<void(wxWindow* from, SeenList)> save;
};
void set_list_gate(ListGate gate);
const ListGate& list_gate();

} // namespace widgets
