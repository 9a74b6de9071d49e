// SPDX-License-Identifier: GPL-3.0-or-later
// Finished pages to paper through the desktop's own print dialog: its printers, its pages and copies. What
// was chosen there is remembered for that kind of paper and offered the next time: certificates go to the
// printer with the thick paper, lists to the other one. A kind that was never printed begins with the last
// choice.
#pragma once

#include <wx/string.h>

#include <functional>
#include <string_view>
#include <vector>

class wxWindow;
typedef struct _cairo cairo_t;

namespace widgets {

struct PrintedPage {
    // In points, 1/72 inch; wider than high is landscape.
    double width = 0;
    double height = 0;
    // In points from the paper's top left corner.
    std::function<void(cairo_t*)> draw;
};

enum class Printing { sent, gone_back, failed };

// `kind` is a stable word for what is printed ("certificates"); `title` is the job's name in the printer's
// queue, and the file's when it is printed into one; `reason` says what the desktop said when it failed.
Printing print_pages(wxWindow* parent, std::string_view kind, const wxString& title,
                     const std::vector<PrintedPage>& pages, wxString& reason);

} // namespace widgets
