// SPDX-License-Identifier: GPL-3.0-or-later
// What the Help menu begins with, and F1 wherever the keyboard is.
#pragma once

#include "guide/ui/help_window.hpp"
#include "widgets/command.hpp"
#include "widgets/language.hpp"

#include <functional>
#include <string>
#include <vector>

class wxEvent;
class wxWindow;

namespace app {

struct HelpActions {
    std::function<wxWindow*()> window;
    std::function<std::string()> page; // the one in front
    widgets::Language language = widgets::Language::khmer;
};

// Opens the help of the page in front.
widgets::Command help_command(const HelpActions& actions);

// Whether that is F1 in a dialog, whose help is then opened over it; `page` is the page behind it, or empty.
// The frame's own F1 is its command.
bool help_asked_in_dialog(wxEvent& event, widgets::Language language, const std::string& page);

} // namespace app
