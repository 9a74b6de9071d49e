// SPDX-License-Identifier: GPL-3.0-or-later
// What the Help menu begins with, and F1 wherever the keyboard is.
#pragma once

#include "guide/ui/help_window.hpp"
#include "office/ui/session.hpp"
#include "widgets/command.hpp"
#include "widgets/language.hpp"

#include <functional>
#include <string>
#include <vector>

class wxEvent;
class wxWindow;

namespace app {

struct HelpActions {
    office::Session& session;
    bool sample = false; // the office is one: the first hour is offered
    std::function<wxWindow*()> window;
    std::function<std::string()> page; // the one in front
    std::function<bool()> busy;        // a job has the office file to itself
    // Tells in the bar of the page in front, with a button.
    std::function<void(const wxString& words, const wxString& button, std::function<void()> run)> tell;
};

// The help of the page in front, the quick guide, and in a sample the first hour.
std::vector<widgets::Command> help_commands(const HelpActions& actions);

// Whether that is F1 in a dialog, whose help is then opened over it; `page` is the page behind it, or empty.
// The frame's own F1 is its command.
bool help_asked_in_dialog(wxEvent& event, widgets::Language language, const std::string& page);

} // namespace app
