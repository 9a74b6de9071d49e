// SPDX-License-Identifier: GPL-3.0-or-later
// Charts in a window of their own, and as a PDF.
#pragma once

#include "core/chart.hpp"
#include "core/clock.hpp"
#include "core/error.hpp"

#include <wx/string.h>

#include <functional>
#include <vector>

class wxWindow;
namespace widgets {
class MessageBar;
}

namespace documents {

// What stands beside the charts on paper, and how an error is told.
struct ChartSource {
    wxString office;
    bool sample = false;
    core::Moment now{};
    std::function<wxString(const core::Error&)> sentence;
};

// Asks for the file, writes it and tells in `messages` where it lies. WorldFailure file.write.
void save_charts(wxWindow* parent, widgets::MessageBar& messages, const wxString& title,
                 const std::vector<core::Chart>& charts, const ChartSource& source);

// `id` is stable and names the window for tests.
void show_charts(wxWindow* parent, const wxString& id, const wxString& title,
                 const std::vector<core::Chart>& charts, const ChartSource& source);

} // namespace documents
