// SPDX-License-Identifier: GPL-3.0-or-later
// What screen readers and the journeys read: a stable name for every control, and a table behind every grid.
// accessible_gtk.cpp and grid_accessible_gtk.cpp speak ATK; another platform brings its own.
#pragma once

#include <wx/string.h>

#include <string_view>

class wxGrid;
class wxWindow;

namespace widgets {

// `id` is stable and never shown ("learners.search"); `spoken` is what a reader says, in the user's language.
void name_control(wxWindow& control, std::string_view id, const wxString& spoken);

// Selects a row of a list of the toolkit and lets the arrow keys go on from it: wxDataViewCtrl's own
// selecting leaves the keyboard where it was.
void move_list_cursor(wxWindow& list, unsigned row);

// Lets a reader walk the grid: each cell's name is its value, its description "row label, column label", and
// moving the cursor is announced. Call once, after the grid has its table.
void make_grid_accessible(wxGrid& grid, std::string_view id, const wxString& spoken);

// Has a reader say what a key did in such a grid: the cursor is on another cell by then.
void announce(wxGrid& grid, const wxString& text);
// Has a reader say what came up in a window where the keyboard is not: an error, the end of a job.
void announce(wxWindow& window, const wxString& text);

} // namespace widgets
