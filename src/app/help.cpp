// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help.hpp"

#include "guide/topic.hpp"
#include "widgets/text.hpp"

#include <wx/dialog.h>
#include <wx/event.h>

namespace app {

widgets::Command help_command(const HelpActions& actions) {
    return {.id = "help",
            .label = _("&Help for this page"),
            .help = _("What the page is for, how to do the commonest things, and what goes wrong"),
            .shortcut = "F1",
            .run = [actions] {
                guide::show_help(actions.window(), actions.language, guide::topic_of_page(actions.page()));
            }};
}

bool help_asked_in_dialog(wxEvent& event, widgets::Language language, const std::string& page) {
    if (event.GetEventType() != wxEVT_CHAR_HOOK) return false;
    const auto& key = static_cast<const wxKeyEvent&>(event); // what that type of event is
    if (key.GetKeyCode() != WXK_F1 || key.HasAnyModifiers()) return false;
    auto* dialog = dynamic_cast<wxDialog*>(wxGetActiveWindow());
    if (!dialog || dialog->GetName() == "help") return false;
    std::string topic = guide::topic_of_window(widgets::utf8(dialog->GetName()));
    if (topic.empty()) topic = guide::topic_of_page(page);
    // The key's own handling ends first.
    dialog->CallAfter([dialog, language, topic] { guide::show_help(dialog, language, topic); });
    return true;
}

} // namespace app
