// SPDX-License-Identifier: GPL-3.0-or-later
// A list of what was done, newest first, of which one may be taken back: merges, transfers, changes of many.
#pragma once

#include "widgets/data_list.hpp"
#include "widgets/job_runner.hpp"

#include <wx/string.h>

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace widgets {

struct TakenBack {
    bool done = false;
    wxString sentence; // that it is done, or why it cannot be
};

// Taking back that is long work: `work` runs in the background, and what it returns tells, on the UI thread,
// what came of it. `sentence` words a failing world.
struct LongTakeBack {
    wxString title;
    std::function<std::function<TakenBack()>(core::Progress&)> work;
    std::function<wxString(const core::Error&)> sentence;
};

// The rows are numbered as `load` found them last.
struct TakeBackList {
    std::string_view
        id; // "merges" names the window and its list; "merges.undo" and "merges.close" the buttons
    wxString title;
    wxString empty;     // what stands there instead of no rows
    wxString take_back; // the button
    std::vector<Column> columns;
    std::function<std::size_t()> load; // reads them anew and says how many there are
    DataList::CellOf cell;
    std::function<bool(std::size_t row)> may_take_back;
    // Asks first where that is due; nothing when the person thought better of it.
    std::function<std::optional<TakenBack>(wxWindow* dialog, std::size_t row)> take_one_back{};
    // Instead of it.
    std::function<LongTakeBack(std::size_t row)> take_long_back{};
};

// True when one was taken back.
bool show_take_back_list(wxWindow* parent, TakeBackList list);

} // namespace widgets
