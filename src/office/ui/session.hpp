// SPDX-License-Identifier: GPL-3.0-or-later
// What every page works with: the open office file, who is at the keyboard, and what the window can do for
// it.
#pragma once

#include "office/key_store.hpp"
#include "office/undo_list.hpp"
#include "storage/actor.hpp"
#include "storage/database.hpp"
#include "widgets/job_runner.hpp"
#include "widgets/language.hpp"

#include <wx/string.h>

#include <functional>
#include <string>
#include <string_view>

namespace office {

// Made by the program and outliving every page. While a job runs the pages take no input, and only the job
// uses the database.
struct Session {
    storage::Database& database;
    storage::Actor actor;
    // The gazetteer's code of the office's province or district: "0202".
    std::string area_code;
    widgets::Language language = widgets::Language::khmer;
    // Of the office's signing key, from when unlock_signing() asked for it until the screen is locked; empty
    // in set-up.
    std::string passphrase{};

    // Opens a page by its id, showing `what` ("class 12") where the page shows one thing at a time.
    std::function<void(std::string_view page, std::string_view what)> go;
    // Runs long work in the background under a title, with progress and Cancel in the window's foot; see
    // widgets::JobPanel. A failing world is told in the page's message bar.
    std::function<void(const wxString& title, widgets::JobRunner::Work work)> run_job;
    // Sees that the passphrase is here, and asks for it where it is not; false when the person goes back.
    // Called before the work that signs begins.
    std::function<bool(wxWindow* parent)> unlock_signing = [](wxWindow*) { return true; };
    // Whether whoever is at the keyboard may write that in the audit: for what is no command of a page.
    std::function<bool(std::string_view verb)> may = [](std::string_view) { return true; };
    // The sentence for an error, in the language of the screen.
    std::function<wxString(const core::Error&)> sentence;
    // What was saved in forms since the office was opened.
    UndoList undo{};
    // A record was opened, so that it can be found again among the last ones: as for `go`, and how it is
    // called.
    std::function<void(std::string_view page, std::string_view what, const wxString& called)> looked_at =
        [](std::string_view, std::string_view, const wxString&) {};
};

// The office's key, unsealed: a tenth of a second once it has a passphrase. Errors: those of
// office::open_signing_key.
inline core::Expected<SigningKey> signing_key(const Session& session) {
    return open_signing_key(session.database, session.passphrase);
}

// Whether people log in to this office: then what only some need to know is hidden until they ask for it.
inline bool hides_need_to_know(const Session& session) {
    return session.actor.authority != nullptr;
}
inline wxString hidden_words() {
    return wxString::FromUTF8("•••");
}

// The name in the language of the screen, falling back on the other.
template<typename Named>
wxString shown_name(widgets::Language language, const Named& named) {
    const bool khmer = language == widgets::Language::khmer;
    const auto& first = khmer ? named.name_km : named.name;
    const auto& second = khmer ? named.name : named.name_km;
    const auto& name = first.empty() ? second : first;
    return wxString::FromUTF8(name.data(), name.size());
}
template<typename Named>
wxString shown_name(const Session& session, const Named& named) {
    return shown_name(session.language, named);
}

} // namespace office
