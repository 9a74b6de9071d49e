// SPDX-License-Identifier: GPL-3.0-or-later
// The first page: the office at a glance, and what waits today.
#pragma once

#include "office/ui/session.hpp"
#include "widgets/bar_chart.hpp"
#include "widgets/page.hpp"
#include "widgets/theme.hpp"

#include <functional>
#include <string>
#include <vector>

namespace office {

// A figure with its name; clicking it opens the list behind it.
struct StartFigure {
    std::string id;
    wxString name;
    wxString value;
    wxString note;
    std::string page;
};

// Something that waits for a person: a sentence, and the page where it is done.
struct StartTask {
    std::string id;
    std::string icon;
    wxString sentence;
    widgets::Tone tone = widgets::Tone::info;
    wxString button;
    std::string page;
    std::string what;
};

struct StartChart {
    std::string id;
    wxString title;
    std::vector<widgets::Bar> bars;
};

struct StartNews {
    wxString subtitle;
    std::vector<StartFigure> figures;
    std::vector<StartTask> tasks;
    std::vector<StartChart> charts;
    bool begun = false; // there is work that a broken disk would take along
};

// `news` is asked each time the page is shown; the rooms know what waits, this page only shows it.
widgets::PageEntry start_page(Session& session, std::function<StartNews()> news);

} // namespace office
