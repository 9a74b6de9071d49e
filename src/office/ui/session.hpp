// SPDX-License-Identifier: GPL-3.0-or-later
// What every page works with: the open office file, who is at the keyboard, and what the window can do for
// it.
#pragma once

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

    // Opens a page by its id, showing `what` ("class 12") where the page shows one thing at a time.
    std::function<void(std::string_view page, std::string_view what)> go;
    // Runs long work in the background under a title, with progress and Cancel in the window's foot; see
    // widgets::JobPanel. A failing world is told in the page's message bar.
    std::function<void(const wxString& title, widgets::JobRunner::Work work)> run_job;
    // The sentence for an error, in the language of the screen.
    std::function<wxString(const core::Error&)> sentence;
};

// The name in the language of the screen, falling back on the other.
template<typename Named>
wxString shown_name(const Session& session, const Named& named) {
    const bool khmer = session.language == widgets::Language::khmer;
    const auto& first = khmer ? named.name_km : named.name;
    const auto& second = khmer ? named.name : named.name_km;
    const auto& name = first.empty() ? second : first;
    return wxString::FromUTF8(name.data(), name.size());
}

} // namespace office
