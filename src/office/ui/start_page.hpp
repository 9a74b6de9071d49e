// SPDX-License-Identifier: GPL-3.0-or-later
// The first page: the office at a glance, and what waits today.
#pragma once

#include "core/chart.hpp"
#include "office/ui/session.hpp"
#include "widgets/page.hpp"
#include "widgets/theme.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace office {

// Where something leads: a page, and what is shown of it (widgets::Page::open).
struct StartTarget {
    std::string page;
    std::string what{};
    friend bool operator==(const StartTarget&, const StartTarget&) = default;
};

// A figure with its name; a click or Enter opens the list behind it.
struct StartFigure {
    std::string id;
    wxString name;
    wxString value;
    wxString note;
    StartTarget target;
    widgets::Tone tone = widgets::Tone::plain;
    friend bool operator==(const StartFigure&, const StartFigure&) = default;
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
    friend bool operator==(const StartTask&, const StartTask&) = default;
};

struct StartChart {
    std::string id;
    core::Chart chart;
    std::vector<StartTarget> targets; // one for each category
    friend bool operator==(const StartChart&, const StartChart&) = default;
};

struct StartNews {
    wxString subtitle;
    std::vector<StartFigure> figures;
    std::vector<StartTask> tasks;
    std::vector<StartChart> charts;
    friend bool operator==(const StartNews&, const StartNews&) = default;
};

// Asks for the news and hands them to `show` on the UI thread, at once or later; nothing, and a sentence,
// where they could not be read. A new asking takes the place of an older one.
using AskNews =
    std::function<void(std::function<void(std::optional<StartNews>, const wxString& trouble)> show)>;

// The news are asked for each time the page is shown; the rooms know what waits, this page only shows it.
widgets::PageEntry start_page(Session& session, AskNews ask);

} // namespace office
