// SPDX-License-Identifier: GPL-3.0-or-later
// Finished pages in a window: looked at page by page and enlarged, printed, saved as PDF. What is drawn there
// is what the printer and the file get.
#pragma once

#include "core/error.hpp"
#include "core/expected.hpp"
#include "documents/page.hpp"
#include "documents/pdf.hpp"
#include "documents/sheet.hpp"

#include <wx/string.h>

#include <filesystem>
#include <functional>
#include <vector>

class wxWindow;

namespace documents {

struct Paper {
    wxString title;  // of the window and of the job in the printer's queue
    wxString note{}; // at the window's foot: what is to be known of it
    std::vector<Page> pages;
    PdfFacts facts{};
    wxString file; // the name that is offered for the PDF and the workbook, without its ending
    // What a person looks at before anything is signed and numbered: nobody prints it.
    bool only_to_look = false;
    // Where the same is offered as a workbook too. Errors as that of the room.
    std::function<core::Expected<void>(const std::filesystem::path&)> workbook{};
    // Where the paper can be turned: the pages the other way.
    std::function<core::Expected<std::vector<Page>>(bool landscape)> turned{};
    // A stable word for papers of this kind ("certificates"), by which their printer and how they lie are
    // remembered.
    std::string kind;
    std::function<wxString(const core::Error&)> sentence;
};

// Its pages and facts; the rest is the window's to fill in. For the job's thread. Errors: those of lay_out().
core::Expected<Paper> paper_of_sheet(const Sheet& sheet, const Fonts& fonts, core::Moment made_at);

// Whether papers of this kind were turned to landscape the last time; `first` where nobody did yet.
bool prefers_landscape(std::string_view kind, bool first);

void show_paper(wxWindow* parent, const Paper& paper);

} // namespace documents
