// SPDX-License-Identifier: GPL-3.0-or-later
// What dialogs share that take the whole screen and go on step by step: their size, leaving them, their
// buttons, and the line that tells which step it is.
#pragma once

#include <wx/string.h>

#include <functional>
#include <initializer_list>
#include <string_view>
#include <vector>

class wxBoxSizer;
class wxButton;
class wxDialog;
class wxStaticText;
class wxWindow;

namespace widgets {

// That many design pixels, within the screen, in the middle of the parent.
void size_to_screen(wxDialog& dialog, int width, int height);

// Escape and the window's own button call `leave`, which closes or does not.
void on_leaving(wxDialog& dialog, std::function<void()> leave);

// The last button of a window that can be pressed: in a dialog the one that closes it. Null where there is
// none.
wxWindow* last_button(wxWindow& window);

// Whether a dialog stands over the main window: nothing behind it is to move the keyboard then.
bool dialog_is_open();

// A button that runs later, so that what it does may open windows and fill lists anew.
wxButton* add_named_button(wxWindow* parent, std::string_view id, const wxString& label,
                           std::function<void()> run);

// "1  How it is read   2  What will happen   3  Done", the one where the person is set off.
class StepLine {
  public:
    void add_to(wxBoxSizer& row, wxWindow* parent, std::initializer_list<wxString> steps);
    // From 0; none is set off past the last.
    void show(std::size_t step);

  private:
    std::vector<wxStaticText*> m_steps;
};

} // namespace widgets
