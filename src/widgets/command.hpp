// SPDX-License-Identifier: GPL-3.0-or-later
// What a person can do, said once: menus, keys, buttons and permissions all come from one list of commands.
#pragma once

#include <wx/string.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

class wxButton;
class wxKeyEvent;
class wxMenu;
class wxWindow;

namespace widgets {

enum class Rank { ordinary, primary, danger };

struct Command {
    std::string id;      // stable, "learners.add"; also the button's name for tests and screen readers
    wxString label;      // with its mnemonic: _("&New learner…")
    wxString help;       // one line, shown as a tooltip
    wxString shortcut{}; // "Ctrl+N", or empty
    std::string icon{};
    std::function<void()> run;
    std::function<bool()> allowed{}; // empty: always
    Rank rank = Rank::ordinary;
};

// Stands before every command: whether whoever is at the keyboard may do it, and what must happen around it
// (a second person who logs in). Both are told the command's id.
struct CommandGate {
    std::function<bool(std::string_view id)> allows;
    std::function<void(const Command& command)> run;
};
// For all windows; an empty gate is none.
void set_command_gate(CommandGate gate);

class CommandList {
  public:
    void add(Command command);
    bool empty() const { return m_entries.empty(); }

    // Appends every command, or the one called `id`, to a menu.
    void append_to(wxMenu& menu) const;
    void append_to(wxMenu& menu, std::string_view id) const;

    // A button that runs the command and is grey while it is not allowed.
    wxButton* make_button(wxWindow* parent, std::string_view id) const;

    // Runs the command with this menu id if it is here and allowed; false if it is not here.
    bool run(int menu_id) const;
    // Runs the command whose shortcut was pressed; false if none was. Asked before the focused control sees
    // the key: GTK's lists have meanings of their own for Ctrl+N and its like.
    bool run(const wxKeyEvent& key) const;
    // Runs the command if it is allowed.
    void run(std::string_view id) const;
    // Greys what is not allowed just now.
    void refresh(wxMenu& menu) const;

    // Every command that whoever is at the keyboard may give, as it is found by its words: the label without
    // the menu's letter, and whether it has something to work on just now.
    struct Offer {
        std::string id;
        wxString label;
        wxString help;
        wxString shortcut;
        bool allowed = false;
    };
    std::vector<Offer> offers() const;

  private:
    struct Entry {
        Command command;
        int menu_id;
    };
    const Entry& entry(std::string_view id) const;
    std::vector<Entry> m_entries;
};

} // namespace widgets
