// SPDX-License-Identifier: GPL-3.0-or-later
// What every list can do, said once for its own menu and keys and for the window's menus.
#pragma once

#include "widgets/command.hpp"

#include <wx/gdicmn.h>

#include <functional>

class wxWindow;

namespace widgets {

class DataList;

// Ctrl+C, only for the list that has the keyboard: elsewhere the key is the field's and the grid's own.
void add_copy_command(CommandList& commands, std::function<DataList*()> list);
// Columns, print, save as a workbook, of the list that `list` names when one of them is run; nothing is
// allowed where it names none.
void add_list_commands(CommandList& commands, std::function<DataList*()> list);

// The list's menu: opening, what its page can do with it, its order, and those commands.
void show_list_menu(DataList& list, const CommandList& commands, const wxPoint& place);

// The list under `window` that a person means: the one with the keyboard, else the largest in sight.
DataList* list_in(wxWindow* window);

} // namespace widgets
