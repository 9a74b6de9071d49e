// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/ui/undo_command.hpp"

#include "widgets/text.hpp"

#include <wx/translation.h>

#include <utility>

namespace office {

void add_undo_command(widgets::Page& page, Session& session, std::string id, std::string name,
                      std::function<void(const std::string& what)> changed) {
    const auto take_back = [&page, &session, name, changed = std::move(changed)] {
        const auto undone = session.undo.take_back(name);
        changed(undone ? undone->what : std::string());
        if (undone)
            // TRANSLATORS: {1} is whose record was changed: a learner's, class's, institution's or educator's
            // name.
            page.messages().tell(
                widgets::Tone::good,
                widgets::fill(_("The last change to {1} is taken back."), {widgets::wx(undone->name)}));
        else
            page.messages().tell(widgets::Tone::bad, session.sentence(undone.error()));
    };
    page.commands().add({.id = std::move(id),
                         .label = _("&Undo the last change"),
                         .help = _("Take back what was last saved in a form here"),
                         .shortcut = "Ctrl+Z",
                         .icon = "undo",
                         .run = take_back,
                         .allowed = [&session, name = std::move(name)] { return session.undo.any(name); }});
}

} // namespace office
