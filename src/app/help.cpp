// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help.hpp"

#include "documents/ui/program_fonts.hpp"
#include "guide/quick_guide.hpp"
#include "guide/topic.hpp"
#include "guide/ui/first_hour_window.hpp"
#include "widgets/text.hpp"

#include <wx/dialog.h>
#include <wx/event.h>
#include <wx/filedlg.h>
#include <wx/stdpaths.h>
#include <wx/utils.h>

#include <filesystem>

namespace app {

namespace {

// Asks where to, and writes the guide in the language of the screen.
void save_quick_guide(const HelpActions& actions) {
    const bool khmer = actions.session.language == widgets::Language::khmer;
    wxFileDialog files(actions.window(), _("Quick guide"), wxStandardPaths::Get().GetDocumentsDir(),
                       khmer ? "srok-guide-km.pdf" : "srok-guide-en.pdf", "PDF (*.pdf)|*.pdf",
                       wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (files.ShowModal() != wxID_OK) return;
    const std::filesystem::path out = widgets::path_of(files.GetPath());
    actions.session.run_job(
        _("Writing the quick guide"), [actions, out, khmer](core::Progress&) -> widgets::JobRunner::Finish {
            const auto written = guide::write_quick_guide(
                out, khmer ? wording::Language::khmer : wording::Language::english,
                documents::program_font_folders(), actions.session.database.clock().now());
            if (!written) throw core::WorldFailure(written.error());
            return [actions, out] {
                actions.tell(widgets::fill(_("The quick guide was written: {1}."), {widgets::wx_path(out)}),
                             _("Open the file"),
                             [out] { wxLaunchDefaultApplication(widgets::wx_path(out)); });
            };
        });
}

} // namespace

std::vector<widgets::Command> help_commands(const HelpActions& actions) {
    std::vector<widgets::Command> commands;
    commands.push_back(
        {.id = "help",
         .label = _("&Help for this page"),
         .help = _("What the page is for, how to do the commonest things, and what goes wrong"),
         .shortcut = "F1",
         .run = [actions] {
             guide::show_help(actions.window(), actions.session.language,
                              guide::topic_of_page(actions.page()));
         }});
    commands.push_back({.id = "help.guide",
                        .label = _("&Quick guide..."),
                        .help = _("Four pages to print and hang beside the desk"),
                        .run = [actions] { save_quick_guide(actions); },
                        .allowed = [actions] { return !actions.busy(); }});
    if (actions.sample)
        commands.push_back(
            {.id = "help.first-hour",
             .label = _("Your &first hour..."),
             .help = _("What to try out on the sample district; each step is ticked when it is done"),
             .run = [actions] { guide::show_first_hour(actions.window(), actions.session, actions.busy); },
             .allowed = [actions] { return !actions.busy(); }});
    return commands;
}

bool help_asked_in_dialog(wxEvent& event, widgets::Language language, const std::string& page) {
    if (event.GetEventType() != wxEVT_CHAR_HOOK) return false;
    const auto& key = static_cast<const wxKeyEvent&>(event); // what that type of event is
    if (key.GetKeyCode() != WXK_F1 || key.HasAnyModifiers()) return false;
    auto* pressed_in = dynamic_cast<wxWindow*>(event.GetEventObject());
    auto* dialog = dynamic_cast<wxDialog*>(wxGetTopLevelParent(pressed_in));
    if (!dialog || dialog->GetName() == "help") return false;
    std::string topic = guide::topic_of_window(widgets::utf8(dialog->GetName()));
    if (topic.empty()) topic = guide::topic_of_page(page);
    // The key's own handling ends first.
    dialog->CallAfter([dialog, language, topic] { guide::show_help(dialog, language, topic); });
    return true;
}

} // namespace app
