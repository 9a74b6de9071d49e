// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/command.hpp"

#include "widgets/accessible.hpp"
#include "widgets/icons.hpp"
#include "widgets/text.hpp"

#include <wx/accel.h>
#include <wx/button.h>
#include <wx/menu.h>

#include <algorithm>

namespace widgets {

namespace {

CommandGate& gate() {
    static CommandGate installed;
    return installed;
}

bool may_run(const Command& command) {
    if (gate().allows && !gate().allows(command.id)) return false;
    return !command.allowed || command.allowed();
}

void run_through_gate(const Command& command) {
    if (!may_run(command)) return;
    if (gate().run)
        gate().run(command);
    else
        command.run();
}

// "New learner..." of "&New learner...", and of "អ្នកសិក្សាថ្មី...(&N)": Khmer labels carry their letter behind.
wxString without_mnemonic(wxString label) {
    const auto open = label.Find("(&");
    if (open != wxNOT_FOUND && static_cast<std::size_t>(open) + 4 <= label.length()) label.Remove(open, 4);
    return wxStripMenuCodes(label).Trim();
}

} // namespace

void set_command_gate(CommandGate installed) {
    gate() = std::move(installed);
}

void CommandList::add(Command command) {
    m_entries.push_back({std::move(command), wxWindow::NewControlId()});
}

const CommandList::Entry& CommandList::entry(std::string_view id) const {
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& e) { return e.command.id == id; });
    wxASSERT_MSG(found != m_entries.end(), wx(id));
    return *found;
}

void CommandList::append_to(wxMenu& menu) const {
    for (const Entry& e : m_entries)
        append_to(menu, e.command.id);
}

void CommandList::append_to(wxMenu& menu, std::string_view id) const {
    const Entry& e = entry(id);
    const wxString key = e.command.shortcut.empty() ? wxString() : "\t" + e.command.shortcut;
    menu.Append(e.menu_id, e.command.label + key, e.command.help);
}

wxButton* CommandList::make_button(wxWindow* parent, std::string_view id) const {
    const Command& command = entry(id).command;
    auto* button = new wxButton(parent, wxID_ANY, without_mnemonic(command.label));
    name_control(*button, command.id, without_mnemonic(command.label));
    button->SetToolTip(command.help);
    const bool strong = command.rank != Rank::ordinary;
    if (!command.icon.empty()) {
        button->SetBitmap(icon(command.icon, 18, strong ? colour::paper : colour::ink));
        // White on the pale ground of a button that is not allowed would vanish.
        if (strong) button->SetBitmapDisabled(icon(command.icon, 18, colour::muted));
    }
    if (command.rank == Rank::primary) dress(*button, Part::primary_button);
    if (command.rank == Rank::danger) dress(*button, Part::danger_button);
    // The button keeps its own copy: a list may grow after its first buttons are made. The command runs from
    // the event loop, never inside the click: a screen reader waits for its click to be answered, and would
    // wait for a dialog to close.
    button->Bind(wxEVT_BUTTON, [command, button](wxCommandEvent&) {
        button->CallAfter([command] { run_through_gate(command); });
    });
    button->Bind(wxEVT_UPDATE_UI, [command](wxUpdateUIEvent& event) { event.Enable(may_run(command)); });
    return button;
}

bool CommandList::run(int menu_id) const {
    for (const Entry& e : m_entries) {
        if (e.menu_id != menu_id) continue;
        run_through_gate(e.command);
        return true;
    }
    return false;
}

bool CommandList::run(const wxKeyEvent& key) const {
    for (const Entry& e : m_entries) {
        wxAcceleratorEntry wanted;
        if (e.command.shortcut.empty() || !wanted.FromString("\t" + e.command.shortcut)) continue;
        const bool same_modifiers = key.ControlDown() == ((wanted.GetFlags() & wxACCEL_CTRL) != 0) &&
                                    key.AltDown() == ((wanted.GetFlags() & wxACCEL_ALT) != 0) &&
                                    key.ShiftDown() == ((wanted.GetFlags() & wxACCEL_SHIFT) != 0);
        if (!same_modifiers || key.GetKeyCode() != wanted.GetKeyCode()) continue;
        run_through_gate(e.command);
        return true;
    }
    return false;
}

void CommandList::run(std::string_view id) const {
    const Command& command = entry(id).command;
    run_through_gate(command);
}

std::vector<CommandList::Offer> CommandList::offers() const {
    std::vector<Offer> offers;
    for (const Entry& e : m_entries)
        if (!gate().allows || gate().allows(e.command.id))
            offers.push_back({e.command.id, without_mnemonic(e.command.label), e.command.help,
                              e.command.shortcut, !e.command.allowed || e.command.allowed()});
    return offers;
}

void CommandList::refresh(wxMenu& menu) const {
    for (const Entry& e : m_entries)
        if (wxMenuItem* item = menu.FindItem(e.menu_id)) item->Enable(may_run(e.command));
}

} // namespace widgets
